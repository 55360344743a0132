import type { Example } from '../component.ts';
import type { SequenceData } from './schema.ts';

export const example: Example<SequenceData> = {
  headline: 'A secret, agreed in the *open*',
  narration:
    'Your browser says hello, and lists the ciphers it knows. The server answers with its certificate, signed by someone both trust. ' +
    'Then both compute a secret that never crosses the wire, in one round trip. From here on everything is locked.',
  data: {
    parties: [
      { name: 'Browser', icon: 'laptop' },
      { name: 'Server', icon: 'desktop-computer' },
    ],
    messages: [
      {
        from: 'Browser',
        to: 'Server',
        text: 'Hello, these are the ciphers I know',
        icon: 'waving-hand',
        say: 'hello',
      },
      { from: 'Server', to: 'Browser', text: 'My certificate, signed', icon: 'scroll', say: 'certificate' },
      {
        from: 'Browser',
        to: 'Server',
        text: 'A secret only we can compute',
        icon: 'key',
        note: '1 round trip, about 40 ms',
        say: 'compute a secret',
      },
      { from: 'Server', to: 'Browser', text: 'Locked from here on', icon: 'locked', say: 'locked' },
    ],
  },
};
