/** Diagram: things and how they are joined, laid out in layers, growing as they are named. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutDiagram } from './layout.ts';
import { moveDiagram } from './motion.ts';
import { diagramSchema } from './schema.ts';

export const diagram = defineComponent({
  name: 'diagram',
  purpose: 'Two to nine things and the arrows between them.',
  schema: diagramSchema,
  headline: 'above',
  parts: (data) => [
    ...data.nodes.map((node, index) => ({ path: `nodes.${index}`, label: node.label, say: node.say })),
    // An edge without words of its own comes with the later of its ends.
    ...data.edges.flatMap((edge, index) =>
      edge.say === undefined ? [] : [{ path: `edges.${index}`, label: edge.label ?? '', say: edge.say }],
    ),
  ],
  layout: layoutDiagram,
  motion: moveDiagram,
  leansIn: true,
  example,
});
