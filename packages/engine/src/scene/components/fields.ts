/** Fields that several components' data share, so that notes and models learn each of them once. */
import { z } from 'zod';

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

export const tone = z
  .enum(['neutral', 'now', 'good', 'danger'])
  .optional()
  .describe('neutral; now: the accent that leads the eye; good: settled, safe; danger: a drop, a threat');

export type Tone = NonNullable<z.infer<typeof tone>>;
