import type { Example } from '../component.ts';
import type { TerminalData } from './schema.ts';

export const example: Example<TerminalData> = {
  headline: 'How far away is a website? *Ask with ping*',
  narration:
    'Open a terminal and ping a website, three times. Each reply says how long the round trip took. ' +
    'Here it is twelve thousandths of a second: faster than you blink. ' +
    'And no packet was lost, so the line is sound.',
  data: {
    title: 'laptop',
    prompt: '$',
    lines: [
      { do: 'type', text: 'ping -c 3 example.com', say: 'ping' },
      { do: 'print', text: 'reply 1: time=12.4 ms', say: 'Each reply' },
      { do: 'print', text: 'reply 2: time=12.1 ms' },
      { do: 'print', text: 'reply 3: time=12.3 ms' },
      { do: 'mark', line: 3, note: 'there and back in 12 ms', say: 'twelve thousandths' },
      { do: 'print', text: '3 sent, 3 received, 0% lost', tone: 'good', say: 'no packet' },
    ],
  },
};
