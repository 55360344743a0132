/** Array: cells in a row, looked at, compared, exchanged and ruled out as an algorithm is told. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutArray } from './layout.ts';
import { moveArray } from './motion.ts';
import { type ArrayData, type ArrayOp, arraySchema } from './schema.ts';
import { splitArray } from './story.ts';

export const array = defineComponent<ArrayData>({
  name: 'array',
  purpose:
    'Up to twelve cells of an array or of memory with pointers: searching, sorting, inserting, one step per cue.',
  schema: arraySchema,
  headline: 'above',
  parts: (data) => data.ops.map((op, index) => ({ path: `ops.${index}`, label: labelOf(op), say: op.say })),
  layout: layoutArray,
  motion: moveArray,
  split: splitArray,
  example,
});

/** What of an operation the voice may say. */
function labelOf(op: ArrayOp): string {
  if ((op.do === 'drop' || op.do === 'mark') && op.label) return op.label;
  if (op.do === 'set' || op.do === 'insert') return op.value || op.do;
  return op.do === 'point' ? op.pointer : (op.line ?? op.do);
}
