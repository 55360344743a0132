/** What is asked of the video calls and what they answer; rules of an item are the engine's. */
import { openBriefSchema, withLength } from '@chalktalk/engine';
import { z } from '@hono/zod-openapi';
import { Fault } from '../../errors.ts';
import { STATUSES } from '../../jobs/film.ts';
import { faultOfSchema } from '../schema-fault.ts';

export const MOST_ITEMS = 50;
const COUNT = `must hold 1 to ${MOST_ITEMS} items; send the others in another request`;

/** For the document: a pattern of JSON Schema has no flags, so it names both cases. */
const HEX_COLOUR = '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$';
const colours = openBriefSchema.shape.color_palette.unwrap().shape;
const colour = colours.primary.meta({ pattern: HEX_COLOUR });

const palette = z
  .object({ primary: colour, secondary: colour, tertiary: colour, accent: colour } satisfies typeof colours)
  .strict()
  .meta({ description: 'Each colour optional; no other keys.', example: { primary: '#0a84ff' } });

/** The engine's rules, with a word on each field for the reference. */
export const itemSchema = openBriefSchema
  .extend({
    task: openBriefSchema.shape.task.meta({
      description: 'What to explain.',
      example: 'Explain how HTTPS works in 30 seconds',
      minLength: 1,
      maxLength: 5000,
    }),
    video_duration_seconds: openBriefSchema.shape.video_duration_seconds.meta({
      description: 'How long the film is to be; 60, or what the task says, when not given.',
    }),
    global_style_prompt: openBriefSchema.shape.global_style_prompt.meta({
      description: 'Free direction for every scene.',
      maxLength: 5000,
    }),
    color_palette: palette.optional(),
    voice_description: openBriefSchema.shape.voice_description.meta({
      description: 'The voice wanted, in free words.',
      maxLength: 1000,
    }),
  })
  .openapi('VideoItem');

export const orderSchema = z
  .object({
    videos: z
      .array(itemSchema, `must be a list of 1 to ${MOST_ITEMS} items`)
      .min(1, COUNT)
      .max(MOST_ITEMS, COUNT),
    email: z
      .string()
      .max(320, 'must be at most 320 characters')
      .pipe(z.email('must be an e-mail address such as ada@example.com'))
      .optional()
      .meta({ description: 'Advisory.', format: 'email' }),
    org_id: z
      .guid('must be the uuid of an organization')
      .optional()
      .meta({ description: 'The organization to act for, of which the caller is an active member.' }),
  })
  .openapi('VideoOrder');

/** Clients send null for what they leave out. */
function withoutNulls(record: unknown, inner: Record<string, (value: unknown) => unknown> = {}): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, Object.hasOwn(inner, name) ? inner[name]!(value) : value]),
  );
}

const withoutNullsInItem = (item: unknown) =>
  withoutNulls(item, { color_palette: (value) => withoutNulls(value) });

/** @throws Fault `bad_request` naming the path and the rule */
export function parseOrder(json: unknown) {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Fault('bad_request', 'The body must be a JSON object such as {"videos":[{"task":"…"}]}.');
  const { videos } = json as { videos?: unknown };
  // Before anything is looked at, so that a million items cost no more than fifty.
  if (Array.isArray(videos) && (videos.length < 1 || videos.length > MOST_ITEMS))
    throw new Fault('bad_request', `videos: ${COUNT}.`);
  const cleaned = withoutNulls(json, {
    videos: (value) => (Array.isArray(value) ? value.map(withoutNullsInItem) : value),
  });
  const { videos: items, email = null, org_id = null } = faultOfSchema(orderSchema, cleaned);
  return { briefs: items.map(withLength), email, org_id: org_id?.toLowerCase() ?? null };
}

const filmStatus = z.enum(STATUSES as [string, ...string[]]);

export const orderAnswerSchema = z
  .object({
    status: z.literal('ok'),
    total: z.int(),
    enqueued: z.int(),
    parked: z.int(),
    errors: z.int(),
    user_id: z.uuid(),
    org_id: z.uuid().nullable(),
    results: z.array(
      z.object({
        index: z.int(),
        uuid: z.uuid().nullable(),
        status: z.enum(['queued', 'parked', 'error']),
        queue_position: z.int().nullable().meta({ description: 'From 1, while parked.' }),
        chat_url: z.string().nullable().meta({ description: 'The page of this video.' }),
        error_message: z.string().nullable(),
      }),
    ),
  })
  .openapi('VideoOrderAnswer', {
    example: {
      status: 'ok',
      total: 2,
      enqueued: 1,
      parked: 1,
      errors: 0,
      user_id: '0b8f3c1e-7a52-4d0c-9f3e-2b6d1c4a9e77',
      org_id: null,
      results: [
        {
          index: 0,
          uuid: '550e8400-e29b-41d4-a716-446655440000',
          status: 'queued',
          queue_position: null,
          chat_url: 'https://example.com/p/videos/550e8400-e29b-41d4-a716-446655440000',
          error_message: null,
        },
        {
          index: 1,
          uuid: '8d2f6f4e-3c1b-4f5a-9a55-6a1f0f6f1b22',
          status: 'parked',
          queue_position: 1,
          chat_url: 'https://example.com/p/videos/8d2f6f4e-3c1b-4f5a-9a55-6a1f0f6f1b22',
          error_message: null,
        },
      ],
    },
  });

const link = z.url().meta({ description: 'Signed; expires. A fresh GET gives a fresh one.' });

export const videoSchema = z
  .object({
    uuid: z.uuid(),
    status: filmStatus,
    is_complete: z.boolean().meta({ description: 'True once the file can be fetched.' }),
    is_failed: z.boolean(),
    progress: z.object({
      stage: filmStatus.meta({ description: 'Equals status.' }),
      percent: z.number().min(0).max(100).meta({ description: 'Never falls.' }),
      current_scene: z.int(),
      total_scenes: z.int(),
    }),
    error_message: z.string().nullable(),
    task: z.string(),
    created_at: z.string().meta({ example: '2026-04-25T12:34:56.789012+00:00' }),
    updated_at: z.string().meta({
      description: 'Moves with every change of status, and at least every 30 s while the film is being made.',
      example: '2026-04-25T12:36:18.123456+00:00',
    }),
    result: z
      .object({
        link,
        vtt: link,
        srt: link,
        thumbnail: link,
        transcript: link,
        duration_seconds: z.number(),
        scenes: z.array(z.object({ index: z.int(), title: z.string(), start: z.number(), end: z.number() })),
        planner: z.string(),
        sources: z.array(
          z.object({ title: z.string(), url: z.string().nullable(), licence: z.string().nullable() }),
        ),
      })
      .optional()
      .meta({ description: 'Once complete.' }),
  })
  .openapi('Video', {
    example: {
      uuid: '550e8400-e29b-41d4-a716-446655440000',
      status: 'generating_frames',
      is_complete: false,
      is_failed: false,
      progress: { stage: 'generating_frames', percent: 88, current_scene: 4, total_scenes: 5 },
      error_message: null,
      task: 'Explain how HTTPS works in 30 seconds',
      created_at: '2026-04-25T12:34:56.789012+00:00',
      updated_at: '2026-04-25T12:36:18.123456+00:00',
    },
  });
