import type { Example } from '../component.ts';
import type { StepsData } from './schema.ts';

export const example: Example<StepsData> = {
  headline: 'A letter becomes *light*',
  narration:
    'You press a key, and the keyboard sends a number. The computer looks up the shape of that letter. ' +
    'It paints the shape as tiny squares. Then the screen lets light through, and you read.',
  data: {
    items: [
      { text: 'Key pressed', detail: 'a number is sent', icon: 'keyboard', say: 'press a key' },
      { text: 'Shape looked up', detail: 'in the font', icon: 'magnifying glass', say: 'looks up' },
      { text: 'Pixels painted', detail: 'tiny squares', icon: 'artist palette', say: 'paints' },
      { text: 'Light let through', detail: 'you read', icon: 'desktop computer', say: 'screen' },
    ],
  },
};
