import { expect, test } from 'vitest';
import { blocksOf } from './markdown.ts';

test('a formula in a table stays a formula', () => {
  const [table] = blocksOf('| law | says |\n|---|---|\n| energy | $E = mc^2$ |\n| force | $F = ma$ |');
  expect(table).toMatchObject({
    kind: 'table',
    rows: [
      ['energy', expect.stringContaining('E = mc')],
      ['force', expect.stringContaining('F = ma')],
    ],
  });
});
