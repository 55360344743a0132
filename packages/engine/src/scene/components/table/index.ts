/** Table: rows and columns with a light that moves over the row, column or cell the voice speaks of. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { partsOf, splitTable } from './highlights.ts';
import { layoutTable } from './layout.ts';
import { moveTable } from './motion.ts';
import { tableSchema } from './schema.ts';

export const table = defineComponent({
  name: 'table',
  purpose: 'Facts of several things side by side in two to five columns, looked at one after another.',
  schema: tableSchema,
  headline: 'above',
  parts: partsOf,
  split: splitTable,
  layout: layoutTable,
  motion: moveTable,
  example,
});
