/** Geometry: a construction drawn step by step as it is spoken, its angles and lengths counted. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutGeometry } from './layout.ts';
import { moveGeometry } from './motion.ts';
import { geometrySchema } from './schema.ts';

export const geometry = defineComponent({
  name: 'geometry',
  purpose:
    'A geometric construction: points, lines, circles, angles, an arm that swings; drawn step by step.',
  schema: geometrySchema,
  headline: 'above',
  parts: (data) => [
    ...data.steps.flatMap((step, index) =>
      step.appears === 'spoken'
        ? [{ path: `steps.${index}`, label: step.label ?? step.id ?? step.kind, say: step.say }]
        : [],
    ),
    ...data.facts.map((fact, index) => ({ path: `facts.${index}`, label: fact.text, say: fact.say })),
  ],
  layout: layoutGeometry,
  motion: moveGeometry,
  example,
});
