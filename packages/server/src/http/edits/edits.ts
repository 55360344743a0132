/** The three edit calls: counted, checked and answered as the contract says, up to the edit itself, which comes later. */
import { ASPECT_RATIOS } from '@chalktalk/engine';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault } from '../../errors.ts';
import { accountOf } from '../../identity/caller.ts';
import { assertAllowed, countRequest, rateHeaders } from '../../limits/rate-limit.ts';
import type { Services } from '../../services.ts';
import { readJson } from '../body.ts';
import { BY_KEY, refusals } from '../documented.ts';
import { faultOfSchema } from '../schema-fault.ts';
import { ownFilm } from '../videos/poll.ts';
import { ownsSql, POLLED_COLUMNS, type PolledFilm } from '../videos/reader.ts';
import { idempotencyKeyOf } from '../videos/submit.ts';

const editSchema = z
  .object({
    video_uuid: z.guid('must be the uuid of a video'),
    edit_request: z
      .string()
      .max(5000, 'must be at most 5000 characters')
      .refine((text) => text.trim().length > 0, 'must say what to change, in 1 to 5000 characters'),
    reference_image_urls: z
      .array(z.string().max(2048), 'must be a list of at most 5 https URLs')
      .max(5)
      .nullish(),
    aspect_ratio: z.enum(ASPECT_RATIOS, `must be ${ASPECT_RATIOS.join(' or ')}`).nullish(),
  })
  .openapi('EditOrder');

const editParam = z.object({
  edit_id: z.string().openapi({ param: { name: 'edit_id', in: 'path' } }),
});
const shared = { tags: ['Edits'], security: BY_KEY };
const routes = [
  createRoute({
    ...shared,
    method: 'post',
    path: '/v1/edits',
    summary: 'Change a finished video (not available in this version)',
    request: { body: { required: true, content: { 'application/json': { schema: editSchema } } } },
    responses: refusals(400, 401, 403, 404, 409, 422, 429, 500, 501),
  }),
  createRoute({
    ...shared,
    method: 'get',
    path: '/v1/edits/{edit_id}',
    summary: 'How far an edit has come (not available in this version)',
    request: { params: editParam },
    responses: refusals(401, 404, 429, 500),
  }),
  createRoute({
    ...shared,
    method: 'post',
    path: '/v1/edits/{edit_id}/revert',
    summary: 'Undo an edit (not available in this version)',
    request: { params: editParam },
    responses: refusals(401, 404, 429, 500),
  }),
];

export function mountEdits(app: OpenAPIHono, services: Services): void {
  const { config, database, identity } = services;
  for (const route of routes) app.openAPIRegistry.registerPath(route);

  async function counted(c: Context) {
    const caller = await identity.authenticate(c.req.raw.headers);
    const account = accountOf(caller.user_id, caller.org_id);
    const standing = await countRequest(database, account, 'edits', config.limits);
    assertAllowed(standing);
    for (const [name, value] of Object.entries(rateHeaders(standing))) c.header(name, value);
    return caller;
  }

  app.post('/v1/edits', async (c) => {
    const caller = await counted(c);
    const said = await readJson(c);
    if ('fault' in said) throw said.fault;
    idempotencyKeyOf(c);
    const { video_uuid } = faultOfSchema(editSchema, said.json);
    const { rows } = await database.query<PolledFilm & { own: boolean }>(
      `select ${POLLED_COLUMNS}, ${ownsSql('film', '$2::uuid', '$3::uuid')} as own
       from corporate_engine_v2 film where uuid = $1`,
      [video_uuid, caller.user_id, caller.org_id],
    );
    const film = ownFilm(!rows[0] ? 'missing' : rows[0].own ? rows[0] : 'theirs');
    if (film.status === 'failed')
      throw new Fault('conflict', 'This video failed and cannot be edited; submit it again.');
    if (film.status !== 'complete')
      throw new Fault('conflict', 'This video is still being built; edit it once it is complete.');
    throw new Fault('not_built', 'Edits are not available in this version; submit a new video instead.');
  });

  const unknownEdit = async (c: Context): Promise<never> => {
    await counted(c);
    throw new Fault('not_found', 'edit not found');
  };
  app.get('/v1/edits/:edit_id', unknownEdit);
  app.post('/v1/edits/:edit_id/revert', unknownEdit);
}
