/** What many routes say of themselves in /openapi.json, in one place. */
import { z } from '@hono/zod-openapi';

export const detailSchema = z
  .object({ detail: z.string().meta({ description: 'One sentence that names the fix.' }) })
  .openapi('Detail');

const REASONS = {
  400: 'The body is valid JSON but breaks the schema, or org_id does not fit the key.',
  401: 'No valid key, token or session was sent.',
  402: 'The account cannot pay for it.',
  403: 'Who calls is known, but does not own this, is no member, or may not make this call.',
  404: 'There is no such thing.',
  409: 'The state of things does not allow it; the sentence says which.',
  415: 'A reference image is no image, too large, or of unknown size.',
  422: 'The body is not valid JSON, or a reference image lies where it may not.',
  429: 'Too many requests in this window.',
  500: 'Something unexpected went wrong; the sentence names the request id.',
} as const;

export type Refusal = keyof typeof REASONS;

/** Headers of every answer that was counted. */
export const rateLimitHeaders = z.object({
  'X-RateLimit-Limit': z.string().meta({ description: 'Requests in one window.', example: '30' }),
  'X-RateLimit-Remaining': z.string().meta({ description: 'Requests left in this window.', example: '29' }),
  'X-RateLimit-Reset': z.string().meta({
    description: 'Seconds left in this window; not a time of day.',
    example: '60',
  }),
});

const retryHeaders = rateLimitHeaders.extend({
  'Retry-After': z.string().meta({ description: 'Seconds until the next window.', example: '45' }),
});

/** The refusals a route may answer with. */
export function refusals(...codes: Refusal[]) {
  return Object.fromEntries(
    codes.map((code) => [
      code,
      {
        description: REASONS[code],
        content: { 'application/json': { schema: detailSchema } },
        ...(code === 429 ? { headers: retryHeaders } : {}),
      },
    ]),
  );
}

/** A JSON answer of a documented shape. */
export function answers<Schema extends z.ZodType>(description: string, schema: Schema, counted = true) {
  return {
    description,
    content: { 'application/json': { schema } },
    ...(counted ? { headers: rateLimitHeaders } : {}),
  };
}

/** A key or a token for /v1; a session or a token for everything else. */
type Security = Record<string, string[]>[];
export const BY_KEY: Security = [{ apiKey: [] }, { bearer: [] }, { session: [] }];
export const BY_SESSION: Security = [{ session: [] }, { bearer: [] }];

export const uuidParam = z.object({
  uuid: z.uuid().openapi({
    param: { name: 'uuid', in: 'path' },
    example: '550e8400-e29b-41d4-a716-446655440000',
  }),
});
