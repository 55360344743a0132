import type { Example } from '../component.ts';
import type { SequenceData } from './schema.ts';

export const example: Example<SequenceData> = {
  headline: 'First, prove *who you are*',
  narration:
    'Your browser says hello and lists the ciphers it knows. The server answers with a certificate, signed. ' +
    'Then both compute a secret that only they can know. From here on, everything is locked.',
  data: {
    parties: [
      { name: 'Browser', icon: 'laptop' },
      { name: 'Server', icon: 'desktop computer' },
    ],
    messages: [
      {
        from: 'Browser',
        to: 'Server',
        text: 'Hello, these ciphers I know',
        icon: 'waving hand',
        say: 'says hello',
      },
      { from: 'Server', to: 'Browser', text: 'My certificate, signed', icon: 'scroll', say: 'certificate' },
      {
        from: 'Browser',
        to: 'Server',
        text: 'A secret only we can compute',
        icon: 'key',
        note: '1 round trip, 40 ms',
        say: 'secret',
      },
      {
        from: 'Server',
        to: 'Browser',
        text: 'Locked from here on',
        icon: 'locked',
        say: 'everything is locked',
      },
    ],
  },
};
