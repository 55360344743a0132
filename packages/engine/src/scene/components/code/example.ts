import type { Example } from '../component.ts';
import type { CodeData } from './schema.ts';

export const example: Example<CodeData> = {
  headline: 'A function that *calls itself*',
  narration:
    'Here is a function that counts down. When it reaches zero it stops. Otherwise it says the number, ' +
    'and calls itself with one less. Run it with three, and it prints three, two, one, lift off.',
  data: {
    language: 'python',
    source:
      'def countdown(n):\n    if n == 0:\n        print("lift off")\n        return\n    print(n)\n    countdown(n - 1)\n\ncountdown(3)',
    steps: [
      { lines: '1', note: 'a function with a number', say: 'function' },
      { lines: '2-4', note: 'zero: stop here', say: 'reaches zero' },
      { lines: '5', note: 'say the number', say: 'says the number' },
      { lines: '6', note: 'the same again, one less', say: 'calls itself' },
    ],
    output: { text: '3 2 1 lift off', say: 'prints' },
  },
};
