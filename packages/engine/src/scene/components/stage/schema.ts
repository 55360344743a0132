/** The free stage: actors at named places and along paths, moved by a small vocabulary of verbs. */
import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';
import { checkStage } from './check.ts';
import { SCENERY } from './scenery/names.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]{0,19}$/, 'must be a short lower-case name such as laptop');

const actor = z.strictObject({
  icon,
  shape: z.enum(['card', 'ball', 'box']).optional().describe('A drawn body instead of a picture'),
  text: label(24)
    .optional()
    .describe(
      'What is written on a card, box or ball, or on a tag at a picture; `rewrite` and `count` change it',
    ),
  label: label(28).optional().describe('Its name, below it'),
  colour: z
    .enum(['yellow', 'red', 'blue', 'green', 'orange', 'purple', 'white', 'grey'])
    .optional()
    .describe('Of a drawn body, where the colour is the meaning'),
  tone,
  size: z.enum(['small', 'medium', 'large', 'hero']).default('medium'),
  at: z
    .enum([
      'left',
      'centre-left',
      'centre',
      'centre-right',
      'right',
      'top-left',
      'top',
      'top-right',
      'bottom-left',
      'bottom',
      'bottom-right',
    ])
    .optional()
    .describe('A named place'),
  on: name.optional().describe('Starts on another actor, as a card on a laptop'),
  above: z.string().max(24).optional().describe('Above another actor, or one of a row: "hops.2"'),
  below: z.string().max(24).optional().describe('Below another actor, or one of a row'),
  along: name.optional().describe('On a path; with `count`, spread over it'),
  count: z.number().int().min(1).max(7).optional().describe('That many of it, named hops.1, hops.2, …'),
  say: say.describe('Enters on these words; without, it is there from the start'),
});

const stage = z.strictObject({
  scenery: z.enum(SCENERY).default('none').describe('What lies behind, drawn in the colours of the theme'),
  actors: z
    .record(name, actor)
    .refine((all) => Object.keys(all).length >= 1 && Object.keys(all).length <= 9, 'must name 1 to 9 actors'),
  paths: z
    .record(
      name,
      z.strictObject({
        from: name,
        to: name,
        style: z.enum(['dotted', 'solid']).default('dotted'),
        bend: z.enum(['straight', 'wave', 'arc']).default('straight'),
        label: label(28).optional(),
        say,
      }),
    )
    .default({})
    .describe('Lines between actors that others stand on and move along'),
  cues: z
    .array(
      z.strictObject({
        say: say.unwrap(),
        do: label(120).describe('One verb phrase, see the stage grammar'),
      }),
    )
    .max(12)
    .default([])
    .describe('What happens on which words'),
});

export const stageSchema = stage.superRefine(checkStage);
export type StageData = z.infer<typeof stage>;
export type StageActor = z.infer<typeof actor>;
