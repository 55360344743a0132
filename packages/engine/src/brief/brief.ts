/**
 * What a caller asks for. One schema serves the command line and the HTTP API;
 * field names and limits are those of the hosted contract.
 */
import { z } from 'zod';
import { ChalktalkError } from '../errors.ts';

export const VIDEO_TYPES = [
  'instructional',
  'explainer',
  'corporate',
  'marketing',
  'narrative',
  'social',
] as const;
export const ASPECT_RATIOS = ['16:9', '9:16'] as const;
export const SHORTEST_SECONDS = 30;
export const LONGEST_SECONDS = 300;
const DEFAULT_SECONDS = 60;

const hexColour = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a hex colour such as #fff or #0a84ff');

export const paletteSchema = z
  .strictObject({ primary: hexColour, secondary: hexColour, tertiary: hexColour, accent: hexColour })
  .partial();

/** False for what can neither be stored by a database nor spoken by a voice. */
export const isStorable = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
export const UNSTORABLE = 'must not contain NUL or half of a surrogate pair';

/** Text of so many characters at most, counted as people do: one for an emoji that JavaScript counts as two. */
const text = (longest: number, tooLong = `must be at most ${longest} characters`) =>
  z
    .string()
    .refine(
      (value) =>
        value.length <= longest || (value.length <= 2 * longest && Array.from(value).length <= longest),
      tooLong,
    )
    .refine(isStorable, UNSTORABLE)
    .meta({ maxLength: longest });

export const briefSchema = z.strictObject({
  task: text(5000, 'must be at most 5000 characters; shorten it, or put the facts into a note')
    .refine((value) => value.trim().length > 0, 'must say what to explain, in 1 to 5000 characters')
    .meta({ minLength: 1, maxLength: 5000 }),
  video_duration_seconds: z
    .number()
    .min(SHORTEST_SECONDS, `must be from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} seconds`)
    .max(LONGEST_SECONDS, `must be from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} seconds`)
    .optional(),
  aspect_ratio: z.enum(ASPECT_RATIOS, `must be ${ASPECT_RATIOS.join(' or ')}`).default('16:9'),
  video_type: z.enum(VIDEO_TYPES, `must be one of ${VIDEO_TYPES.join(', ')}`).default('explainer'),
  global_style_prompt: text(5000).optional(),
  color_palette: paletteSchema.optional(),
  voice_description: text(1000).optional(),
});

/** The same rules for callers that may send more than we know: fields of other names are dropped. */
export const openBriefSchema = z.object(briefSchema.shape);

export type BriefInput = z.input<typeof briefSchema>;
export type Palette = z.infer<typeof paletteSchema>;
export type VideoType = (typeof VIDEO_TYPES)[number];
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

/** A checked request: every default filled in, the length (s) always a number. */
export type Brief = z.infer<typeof briefSchema> & { video_duration_seconds: number };

/**
 * Checks a request and fills in its defaults. A length named in the task ("in 45 seconds", "a 2-minute film")
 * counts when no field gives one.
 * @throws ChalktalkError `bad_brief`, one sentence naming the field and the rule.
 */
export function parseBrief(input: unknown): Brief {
  const result = briefSchema.safeParse(input);
  if (!result.success) throw new ChalktalkError('bad_brief', issueSentence(result.error));
  return withLength(result.data);
}

/** A request that keeps the rules, with the length it asks for, its task names, or all films have. */
export function withLength(brief: z.infer<typeof briefSchema>): Brief {
  const seconds = brief.video_duration_seconds ?? lengthNamedIn(brief.task) ?? DEFAULT_SECONDS;
  return { ...brief, video_duration_seconds: seconds };
}

/** The first issue as one sentence: `color_palette.primary must be a hex colour such as #fff or #0a84ff.` */
export function issueSentence(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'The request is not valid.';
  const path = issue.path.map(String).join('.') || 'the request';
  if (issue.code === 'unrecognized_keys') {
    const owner = issue.path.length > 0 ? ` in ${path}` : '';
    return `Unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${owner}; remove it or correct its name.`;
  }
  const text = issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`;
  return `${path} ${text.replace(/\.$/, '')}.`;
}

const SPELLED: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  'half a': 0.5,
};

/**
 * The length in seconds a task names for its film, or undefined. Only phrases that speak of the film's length count
 * ("in 30 seconds", "a 2 minute video", "60s explainer"), not lengths that are part of the subject
 * ("what happens in 8 minutes of sunlight"); a length out of range is left to the default.
 */
export function lengthNamedIn(task: string): number | undefined {
  const amount = String.raw`(\d+(?:\.\d+)?|half a|${Object.keys(SPELLED).join('|')})`;
  const unit = String.raw`[\s-]*(s|secs?|seconds?|m|mins?|minutes?)\b`;
  const film = String.raw`[\s-]*(?:long\s+)?(?:animated\s+|narrated\s+|explainer\s+|short\s+)*(?:video|film|clip|explainer|explanation|short|movie|animation)`;
  const patterns = [
    new RegExp(`${amount}${unit}${film}`, 'i'),
    new RegExp(`(?:video|film|clip|explainer|short|movie|animation)\\b[^.?!]{0,24}?${amount}${unit}`, 'i'),
    new RegExp(`\\b(?:in|within|under|for|about|length:?)\\s+${amount}${unit}\\s*[.!?]?\\s*$`, 'i'),
    new RegExp(`^\\s*in\\s+${amount}${unit}\\s*[,:]`, 'i'),
    new RegExp(
      `^\\s*(?:explain|describe|show|tell)\\b[^.?!\\n]{0,120}\\bin\\s+${amount}${unit}\\s*[.!?:\\n]`,
      'i',
    ),
  ];
  for (const pattern of patterns) {
    const match = pattern.exec(task);
    if (!match?.[1] || !match[2]) continue;
    const count = SPELLED[match[1].toLowerCase()] ?? Number(match[1]);
    const seconds = count * (match[2].toLowerCase().startsWith('m') ? 60 : 1);
    if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) return seconds;
  }
  return undefined;
}
