/** GET /v1/videos/{uuid}: how far a film has come; the call that clients make over and over. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { Fault } from '../../errors.ts';
import { refusal } from '../../identity/authenticate.ts';
import { type Identity, keyHash } from '../../identity/identity.ts';
import { assertAllowed, rateHeaders } from '../../limits/rate-limit.ts';
import type { Services } from '../../services.ts';
import { answers, BY_KEY, refusals, uuidParam } from '../documented.ts';
import { type LinkOf, videoAnswer } from './answer.ts';
import type { Asker, PolledFilm, Reader } from './reader.ts';
import { videoSchema } from './schema.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined for what cannot name a film, so that it is never asked for. */
export function uuidOf(text: string | undefined): string | null {
  return text && UUID.test(text) ? text.toLowerCase() : null;
}

const route = createRoute({
  method: 'get',
  path: '/v1/videos/{uuid}',
  tags: ['Videos'],
  summary: 'How far a video has come',
  description: 'Poll it until is_complete or is_failed; once complete, result has fresh links.',
  security: BY_KEY,
  request: { params: uuidParam },
  responses: {
    200: answers('The video as it stands.', videoSchema),
    ...refusals(401, 403, 404, 429, 500),
  },
});

/** @throws Fault `not_found` when there is none, `forbidden` when it is somebody else's */
export function ownFilm(film: PolledFilm | 'missing' | 'theirs'): PolledFilm {
  if (film === 'missing')
    throw new Fault('not_found', 'There is no such video; use a uuid that POST /v1/videos answered with.');
  if (film === 'theirs')
    throw new Fault(
      'forbidden',
      'This video belongs to somebody else; use the key or session it was made with.',
    );
  return film;
}

/** @throws Fault `unauthenticated` for what is no key, and for a token or session that is not valid */
export async function askerOf(identity: Identity, headers: Headers): Promise<Asker> {
  const key = headers.get('x-api-key');
  if (key === null) return { user_id: (await identity.authenticate(headers)).user_id };
  const key_hash = keyHash(key);
  if (key_hash === undefined) throw refusal();
  return { key_hash };
}

export function mountPoll(app: OpenAPIHono, services: Services, reader: Reader, linkOf: LinkOf): void {
  const { identity } = services;
  app.openAPIRegistry.registerPath(route);

  app.get('/v1/videos/:uuid', async (c) => {
    const reading = await reader.read(
      await askerOf(identity, c.req.raw.headers),
      uuidOf(c.req.param('uuid')),
    );
    if (!reading) throw refusal();
    const { standing, key_id } = reading;
    if (key_id) identity.noteKeyUse(key_id);
    assertAllowed(standing);
    for (const [name, value] of Object.entries(rateHeaders(standing))) c.header(name, value);
    return c.json(videoAnswer(ownFilm(reading.film), linkOf));
  });
}
