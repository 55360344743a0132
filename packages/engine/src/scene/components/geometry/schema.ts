import { z } from 'zod';
import { ChalktalkError } from '../../../errors.ts';
import { icon, label, say, tone } from '../fields.ts';
import { construct } from './construct.ts';

const id = label(8).describe('Its name for later steps: "A", "M", "k"');
const coordinate = z.number().min(-1000).max(1000);
const angle = z.number().min(-720).max(720);
const two = z.tuple([label(8), label(8)]);

const base = {
  appears: z
    .enum(['spoken', 'with_previous', 'from_start'])
    .default('spoken')
    .describe('When its words are spoken, together with the step before it, or from the start'),
  tone,
  say,
};
const pointBase = {
  id,
  label: label(24).optional().describe('Shown beside it; when absent the id, or nothing beside a picture'),
  hidden: z.boolean().default(false).describe('Only for construction: neither dot nor label'),
  icon,
  ...base,
};
const named = { id: id.optional(), label: label(24).optional(), ...base };
const lineBase = {
  ...named,
  points: two.describe('Ids of two points'),
  dashed: z.boolean().default(false),
};

const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('point'),
    x: coordinate,
    y: coordinate.describe('y points up'),
    ...pointBase,
  }),
  z.strictObject({ kind: z.literal('midpoint'), of: two, ...pointBase }),
  z.strictObject({
    kind: z.literal('on_circle'),
    circle: label(8),
    angle: angle.describe('Degrees counter-clockwise from the right'),
    ...pointBase,
  }),
  z.strictObject({
    kind: z.literal('foot'),
    from: label(8),
    to: two.describe('The perpendicular from a point meets the line through these two'),
    ...pointBase,
  }),
  z.strictObject({
    kind: z.literal('intersection'),
    of: two.describe('Ids of two lines, segments or circles'),
    which: z
      .union([z.literal(0), z.literal(1)])
      .default(0)
      .describe('The one more to the left is 0'),
    ...pointBase,
  }),
  z.strictObject({
    kind: z.literal('segment'),
    arrow: z.boolean().default(false),
    ticks: z.number().int().min(0).max(3).default(0).describe('Equal lengths carry equally many'),
    measure: z.boolean().default(false).describe('Counts up its length'),
    ...lineBase,
  }),
  z.strictObject({ kind: z.literal('line'), ...lineBase }),
  z.strictObject({
    kind: z.literal('circle'),
    centre: label(8),
    radius: z.number().positive().max(1000).optional(),
    through: label(8).optional().describe('Id of a point on it, instead of a radius'),
    filled: z.boolean().default(false),
    dashed: z.boolean().default(false),
    ...named,
  }),
  z.strictObject({
    kind: z.literal('polygon'),
    points: z.array(label(8)).min(3).max(10).describe('Ids of its corners in order'),
    filled: z.boolean().default(true),
    ...named,
  }),
  z.strictObject({
    kind: z.literal('angle'),
    points: z
      .tuple([label(8), label(8), label(8)])
      .describe('A point on one leg, the vertex, a point on the other'),
    measure: z.boolean().default(false).describe('Counts up its degrees'),
    right: z.boolean().default(false).describe('The square mark of a right angle'),
    ...named,
  }),
  z.strictObject({
    kind: z.literal('arm'),
    pivot: label(8),
    from: angle.describe('Degrees counter-clockwise from the right, where it waits'),
    to: angle.describe('Where it swings as its words are spoken'),
    length: z.number().positive().max(1000),
    tail: z.number().min(0).max(1000).default(0).describe('How far it reaches beyond the pivot'),
    measure: z.boolean().default(true).describe('An arc that counts up the degrees it swings'),
    rider: icon.describe('A picture at the pivot that turns with it'),
    rider_faces: z
      .enum(['up', 'left', 'right', 'down'])
      .default('up')
      .describe('Which way that picture looks as it comes'),
    target: icon.describe('A picture beyond the tip where it comes to rest'),
    ...named,
  }),
]);
export type GeometryStep = z.infer<typeof stepSchema>;

export const geometrySchema = z
  .strictObject({
    steps: z.array(stepSchema).min(1).max(30).describe('In the order in which they are drawn'),
    unit: z.string().max(6).optional().describe('After measured lengths: " cm"'),
    facts: z
      .array(z.strictObject({ text: label(48), tone, say }))
      .max(4)
      .default([])
      .describe('What the figure shows, in short lines beside it: "a² + b² = c²"'),
  })
  .superRefine((data, context) => {
    try {
      construct(data.steps);
    } catch (error) {
      if (!(error instanceof ChalktalkError)) throw error;
      context.addIssue({ code: 'custom', path: ['steps'], message: error.message });
    }
  });
export type GeometryData = z.infer<typeof geometrySchema>;
