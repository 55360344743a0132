import type { Example } from '../component.ts';
import type { ArrayData } from './schema.ts';

export const example: Example<ArrayData> = {
  headline: 'Is it *78*? Look in the middle, drop half',
  narration:
    'Eleven numbers, already in order, and we want seventy-eight. The middle one is thirty-one, too small. ' +
    'So we drop the left half at one stroke, and low moves past it. ' +
    'Look in the middle again: sixty-seven. Still too small, drop those three too. ' +
    'Only two are left, and the next look finds it.',
  data: {
    cells: ['3', '8', '12', '19', '23', '31', '44', '52', '67', '78', '91'],
    first: 0,
    pointers: [
      { name: 'low', at: 0 },
      { name: 'high', at: 10 },
    ],
    ops: [
      { do: 'point', pointer: 'mid', to: 5, say: 'middle one' },
      { do: 'lift', at: 5, line: '31 < *78* → look right', say: 'thirty-one' },
      { do: 'drop', from: 0, to: 5, label: 'already ruled out', say: 'drop the left half' },
      { do: 'point', pointer: 'low', to: 6, line: 'low = mid + 1 = *6*', say: 'low moves' },
      { do: 'point', pointer: 'mid', to: 8, say: 'middle again' },
      { do: 'lift', at: 8, line: '67 < *78* → look right', say: 'sixty-seven' },
      { do: 'drop', from: 6, to: 8, label: 'too small', say: 'drop those three' },
      { do: 'point', pointer: 'low', to: 9, line: 'low = mid + 1 = *9*', say: 'two are left' },
      { do: 'mark', from: 9, to: 9, label: 'found', line: '78 = *78*', say: 'finds it' },
    ],
  },
};
