import type { Example } from '../component.ts';
import type { StatementData } from './schema.ts';

export const example: Example<StatementData> = {
  headline: 'A vaccine is a *rehearsal*',
  narration:
    'A vaccine shows your body a harmless piece of a germ. Your defenders learn its shape. ' +
    'When the real one comes, they are already dressed for it.',
  data: {
    joined: 'arrow',
    icons: [
      { icon: 'syringe', label: 'a harmless piece', say: 'vaccine' },
      { icon: 'shield', label: 'defenders learn', tone: 'good', say: 'defenders' },
    ],
    text: 'Ready before the real one comes',
    say: 'When the real one',
  },
};
