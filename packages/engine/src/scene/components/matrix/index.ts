/** Matrix: matrix times vector, matrix times matrix, or a sum, worked out entry by entry; what it does to the plane. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutMatrix } from './layout.ts';
import { moveMatrix } from './motion.ts';
import { stepsOf } from './product.ts';
import { matrixSchema } from './schema.ts';

export const matrix = defineComponent({
  name: 'matrix',
  purpose:
    'A matrix times a vector or a matrix, or vectors added, entry by entry; optionally its effect on the plane.',
  schema: matrixSchema,
  headline: 'above',
  parts: (data) => [
    { path: 'left', label: data.left.name ?? 'matrix', say: data.left.say },
    { path: 'right', label: data.right.name ?? 'vector', say: data.right.say },
    ...stepsOf(data).map((step, index) => ({
      path: `steps.${index}`,
      label: step.sum,
      say: data.steps?.[index]?.say,
    })),
    ...(data.plane ? [{ path: 'plane', label: 'plane', say: data.plane.say }] : []),
  ],
  layout: layoutMatrix,
  motion: moveMatrix,
  example,
});
