import type { Example } from '../component.ts';
import { type MatrixData, matrixSchema } from './schema.ts';

export const example: Example<MatrixData> = {
  headline: 'A matrix *moves* the whole plane',
  narration:
    'Take a matrix, and a vector to move. The first row meets the column: one and two make three. ' +
    'The second row gives one. The vector has a new place. And with it the whole grid turns and grows.',
  data: matrixSchema.parse({
    left: {
      rows: [
        [1, 1],
        [-1, 1],
      ],
      name: 'A',
      say: 'a matrix',
    },
    right: { rows: [[1], [2]], name: 'v', say: 'a vector' },
    steps: [
      { row: 1, column: 1, say: 'first row' },
      { row: 2, column: 1, say: 'second row' },
    ],
    plane: { say: 'the whole grid' },
  }),
};
