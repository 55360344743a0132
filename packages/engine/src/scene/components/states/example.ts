import type { Example } from '../component.ts';
import type { StatesData } from './schema.ts';

export const example: Example<StatesData> = {
  headline: 'A turnstile *remembers* one thing',
  narration:
    'A turnstile is locked until a coin falls in, and then it is open. Push through, and it locks behind you. ' +
    'Push while it is locked, and nothing happens. Too much force, and it is broken.',
  data: {
    states: [
      { id: 'locked', text: 'Locked', icon: 'padlock', say: 'locked' },
      { id: 'open', text: 'Open', icon: 'unlocked', tone: 'good', say: 'open' },
      { id: 'broken', text: 'Broken', icon: 'wrench', tone: 'danger', final: true, say: 'broken' },
    ],
    transitions: [
      { from: 'locked', to: 'open', text: 'a coin', say: 'coin' },
      { from: 'open', to: 'locked', text: 'a push', say: 'Push through' },
      { from: 'locked', to: 'locked', text: 'a push', say: 'Push while' },
      { from: 'locked', to: 'broken', text: 'force', say: 'force' },
    ],
  },
};
