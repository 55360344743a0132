import type { Example } from '../component.ts';
import type { StageData } from './schema.ts';

export const example: Example<StageData> = {
  headline: "Five strangers' machines carry your *card number*",
  narration:
    "Your card number crosses five strangers' machines on its way to the book shop. Any of those machines could read it.",
  data: {
    scenery: 'none',
    actors: {
      laptop: { icon: 'laptop', label: 'your laptop', size: 'large', at: 'left' },
      shop: { icon: 'convenience-store', label: 'the book shop', size: 'large', at: 'right' },
      hops: { icon: 'tabler:router', count: 5, along: 'wire', size: 'medium' },
      card: { shape: 'card', text: 'card 4929…', on: 'laptop', size: 'medium' },
      listener: { icon: 'detective', size: 'small', below: 'hops.2' },
    },
    paths: { wire: { from: 'laptop', to: 'shop', style: 'dotted', bend: 'wave' } },
    cues: [
      { say: 'crosses', do: 'move card along wire' },
      { say: 'read it', do: 'enter listener' },
    ],
  },
};
