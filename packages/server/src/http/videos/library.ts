/** What signed-in people do with their films beside the contract: list them, and cancel one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Fault } from '../../errors.ts';
import type { Services } from '../../services.ts';
import { refuseKeys } from '../access.ts';
import { answers, BY_SESSION, refusals, uuidParam } from '../documented.ts';
import { faultOfSchema } from '../schema-fault.ts';
import { type LinkOf, videoAnswer } from './answer.ts';
import { ownFilm, uuidOf } from './poll.ts';
import { ownsSql, POLLED_COLUMNS, type PolledFilm } from './reader.ts';
import { videoSchema } from './schema.ts';

const querySchema = z.object({
  org_id: z.guid('must be the uuid of an organization').optional().meta({
    description: 'The organization’s films instead of one’s own.',
  }),
  before: z.coerce.number('must be the next of an earlier answer').int().positive().optional().meta({
    description: 'The `next` of the page before.',
  }),
  limit: z.coerce
    .number('must be from 1 to 100')
    .int('must be from 1 to 100')
    .min(1, 'must be from 1 to 100')
    .max(100, 'must be from 1 to 100')
    .default(20),
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/videos',
  tags: ['Library'],
  summary: 'List videos, newest first',
  security: BY_SESSION,
  request: { query: querySchema },
  responses: {
    200: answers(
      'A page of videos; `next` is null on the last one.',
      z.object({ videos: z.array(videoSchema), next: z.int().nullable() }),
      false,
    ),
    ...refusals(400, 401, 403, 500),
  },
});

const cancelRoute = createRoute({
  method: 'post',
  path: '/api/videos/{uuid}/cancel',
  tags: ['Library'],
  summary: 'Cancel a video that is under way or parked',
  security: BY_SESSION,
  request: { params: uuidParam },
  responses: {
    200: answers('The video, now failed.', videoSchema, false),
    ...refusals(401, 403, 404, 409, 500),
  },
});

/** One film and whether it is the person's; nothing is counted. */
export async function filmFor(
  { database }: Pick<Services, 'database'>,
  user_id: string,
  uuid: string | null,
): Promise<PolledFilm | 'missing' | 'theirs'> {
  const { rows } = await database.query<PolledFilm & { own: boolean }>(
    `select ${POLLED_COLUMNS}, ${ownsSql('film', '$2::uuid', 'null::uuid')} as own
     from corporate_engine_v2 film where uuid = $1`,
    [uuid, user_id],
  );
  if (!rows[0]) return 'missing';
  return rows[0].own ? rows[0] : 'theirs';
}

export function mountLibrary(app: OpenAPIHono, services: Services, linkOf: LinkOf): void {
  const { database, identity, admission } = services;
  for (const route of [listRoute, cancelRoute]) app.openAPIRegistry.registerPath(route);

  app.get('/api/videos', async (c) => {
    const caller = await identity.authenticate(c.req.raw.headers);
    refuseKeys(caller);
    const { org_id, before, limit } = faultOfSchema(querySchema, c.req.query());
    if (org_id && !(await identity.isMember(caller.user_id, org_id)))
      throw new Fault(
        'forbidden',
        'You are not an active member of this organization; ask for an invitation.',
      );
    const { rows } = await database.query<PolledFilm & { seq: number }>(
      `select ${POLLED_COLUMNS}, seq from corporate_engine_v2
       where ${org_id ? 'org_id = $1' : 'user_id = $1 and org_id is null'} and seq < $2
       order by seq desc limit $3`,
      [org_id ?? caller.user_id, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
    );
    const page = rows.slice(0, limit);
    return c.json({
      videos: page.map((film) => videoAnswer(film, linkOf)),
      next: rows.length > limit ? page.at(-1)!.seq : null,
    });
  });

  app.post('/api/videos/:uuid/cancel', async (c) => {
    const caller = await identity.authenticate(c.req.raw.headers);
    refuseKeys(caller);
    const { uuid } = ownFilm(await filmFor(services, caller.user_id, uuidOf(c.req.param('uuid'))));
    await admission.cancel(uuid);
    return c.json(videoAnswer(ownFilm(await filmFor(services, caller.user_id, uuid)), linkOf));
  });
}
