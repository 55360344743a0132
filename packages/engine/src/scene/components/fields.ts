/** Fields that several components' data share, so that notes and models learn each of them once. */
import { z } from 'zod';
import { PLACES } from '../../assets/illustration/composition.ts';

export const label = (max: number) => z.string().trim().min(1).max(max);

export const say = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .optional()
  .describe('Words quoted from the narration of this scene; the part appears as they are spoken');

export const icon = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .optional()
  .describe(
    'A picture by meaning ("laptop", "padlock", "convenience store") or by set and name ("tabler:router")',
  );

export const illustration = z
  .union([
    icon.unwrap(),
    z.strictObject({
      base: icon.unwrap().describe('The picture at the bottom'),
      on: z
        .array(
          z.strictObject({
            icon: icon.unwrap(),
            at: z.enum(PLACES).describe('Where it lies on the one below; "on" is its screen, page or face'),
            size: z.number().min(0.3).max(2).optional().describe('1 fills the place'),
            nested: z
              .boolean()
              .optional()
              .describe('It lies on the picture before it rather than on the base'),
          }),
        )
        .max(4),
    }),
  ])
  .describe('A picture by meaning, also "a padlock on a laptop", or several composed into one');

export type Illustration = z.infer<typeof illustration>;

export const tone = z
  .enum(['neutral', 'now', 'good', 'danger'])
  .optional()
  .describe('neutral; now: the accent that leads the eye; good: settled, safe; danger: a drop, a threat');

export type Tone = NonNullable<z.infer<typeof tone>>;
