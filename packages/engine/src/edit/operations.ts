/**
 * What can be done to a finished film, as data. The grammar makes these from plain English, and a model may answer with
 * the same. Scene numbers count from 1, as the viewer sees them **before** the edit, in every operation of a request.
 */
import { z } from 'zod';
import { ASPECT_RATIOS } from '../brief/brief.ts';

/** No film has more scenes than this. */
const MOST_SCENES = 120;

const scene = z.number().int().min(1).max(MOST_SCENES).describe('Number of a scene, from 1, before the edit');
const text = (longest: number) => z.string().trim().min(1).max(longest);
const colour = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a hex colour such as #fff or #0a84ff');
const field = z
  .string()
  .min(1)
  .max(120)
  .describe('`headline`, `remark`, `sentence.2` (from 0), or a path in the picture: `data.items.0.text`');

/** Letters of a sentence or of words on screen. */
export const LONGEST_TEXT = 600;

/** How far the pace of a scene or of the film may go from where it is: a share of its length. */
export const PACE = { least: 0.75, most: 1.35 } as const;

export const editOperationSchema = z.discriminatedUnion('op', [
  z
    .strictObject({ op: z.literal('set_text'), scene, field, text: text(LONGEST_TEXT) })
    .describe('Words of one scene'),
  z
    .strictObject({ op: z.literal('rename_term'), from: text(80), to: text(80), scene: scene.optional() })
    .describe('A term everywhere it is written or spoken, or in one scene only'),
  z
    .strictObject({ op: z.literal('remove_text'), scene, field })
    .describe('A remark, a sentence, an item of a list, or words a picture can do without'),
  z
    .strictObject({
      op: z.literal('add_text'),
      scene,
      to: z.enum(['narration', 'remark', 'list']),
      text: text(300),
    })
    .describe('A spoken sentence, a quiet line below the picture, or an item that is shown'),
  z
    .strictObject({
      op: z.literal('recolour_film'),
      role: z.enum(['primary', 'secondary', 'tertiary', 'accent']),
      colour,
    })
    .describe('A role of the palette'),
  z
    .strictObject({
      op: z.literal('recolour_part'),
      scene,
      field: field.optional().describe('Path of the tone or colour in the picture; absent: all parts of it'),
      colour: z.enum([
        'neutral',
        'now',
        'good',
        'danger',
        'yellow',
        'red',
        'blue',
        'green',
        'orange',
        'purple',
        'white',
        'grey',
      ]),
    })
    .describe('What one scene or one element of it is coloured by'),
  z
    .strictObject({ op: z.literal('replace_picture'), scene, field, picture: text(60) })
    .describe('Another picture, by meaning'),
  z.strictObject({ op: z.literal('move_scene'), scene, to: scene.describe('The number it has afterwards') }),
  z.strictObject({ op: z.literal('remove_scene'), scene }),
  z
    .strictObject({
      op: z.literal('split_scene'),
      scene,
      after_sentence: z.number().int().min(1).max(60).optional(),
    })
    .describe('Into two, after the sentence with this number (from 1); by itself in the middle'),
  z
    .strictObject({ op: z.literal('merge_scenes'), scene, with: scene })
    .describe('Two neighbours become one; the picture of the first stays'),
  z
    .strictObject({ op: z.literal('repeat_scene'), scene, after: scene.optional() })
    .describe('Shows it once more, after the scene named; by itself right after the first time'),
  z.strictObject({ op: z.literal('add_closing') }).describe('A last scene that sums the film up'),
  z
    .strictObject({
      op: z.literal('set_pace'),
      scene: scene.optional(),
      factor: z.number().min(PACE.least).max(PACE.most),
    })
    .describe('Length of the scene, or of the film, as a share of what it is now: 0.9 is shorter and faster'),
  z.strictObject({ op: z.literal('set_title'), title: text(120) }),
  z.strictObject({ op: z.literal('set_voice'), description: text(1000) }),
  z.strictObject({ op: z.literal('set_aspect_ratio'), aspect_ratio: z.enum(ASPECT_RATIOS) }),
  z.strictObject({ op: z.literal('set_style'), prompt: text(1000) }),
  z.strictObject({ op: z.literal('undo') }).describe('Takes the last edit back; alone in its request'),
]);

/** Everything one request asks for: all of it is done, or none. */
export const editOperationsSchema = z.array(editOperationSchema).min(1).max(40);

export type EditOperation = z.infer<typeof editOperationSchema>;

export type OperationOf<Op extends EditOperation['op']> = Extract<EditOperation, { op: Op }>;
