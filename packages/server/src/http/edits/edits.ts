/** The three edit calls: submit one, see how far it has come, take it back. */
import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { assertEditable } from '../../edits/editing.ts';
import { Fault } from '../../errors.ts';
import { accountOf, type Caller } from '../../identity/caller.ts';
import { earlierAnswer } from '../../limits/idempotency.ts';
import { assertAllowed, countRequest, rateHeaders } from '../../limits/rate-limit.ts';
import { inspectImages } from '../../outside/images.ts';
import type { Services } from '../../services.ts';
import { readJson } from '../body.ts';
import { answers, BY_KEY, refusals } from '../documented.ts';
import { faultOfSchema } from '../schema-fault.ts';
import type { LinkOf } from '../videos/answer.ts';
import { ownFilm, uuidOf } from '../videos/poll.ts';
import { ownsSql, POLLED_COLUMNS, type PolledFilm } from '../videos/reader.ts';
import { idempotencyHeader, idempotencyKeyOf } from '../videos/submit.ts';
import { editAnswer, TOLD_COLUMNS, type ToldEdit } from './answer.ts';
import { editAnswerSchema, editSchema, takenSchema } from './schema.ts';

const ROUTE = 'POST /v1/edits';

const editParam = z.object({
  edit_id: z.uuid().openapi({
    param: { name: 'edit_id', in: 'path' },
    example: '7f1c2a9e-0d4b-4c57-8a3f-1b2c3d4e5f60',
  }),
});
const shared = { tags: ['Edits'], security: BY_KEY };
const routes = [
  createRoute({
    ...shared,
    method: 'post',
    path: '/v1/edits',
    summary: 'Change a finished video',
    description:
      'Edits of a video are made one at a time, in the order they came. Only scenes that change are made again; until the edit is complete the video stays as it is.',
    request: {
      headers: idempotencyHeader,
      body: { required: true, content: { 'application/json': { schema: editSchema } } },
    },
    responses: {
      200: answers('Taken in.', takenSchema),
      ...refusals(400, 401, 402, 403, 404, 409, 415, 422, 429, 500),
    },
  }),
  createRoute({
    ...shared,
    method: 'get',
    path: '/v1/edits/{edit_id}',
    summary: 'How far an edit has come',
    request: { params: editParam },
    responses: {
      200: answers('The edit as it stands.', editAnswerSchema),
      ...refusals(401, 403, 404, 429, 500),
    },
  }),
  createRoute({
    ...shared,
    method: 'post',
    path: '/v1/edits/{edit_id}/revert',
    summary: 'Take an edit back',
    description:
      'Restores the video from before the edit, to the byte. The last edit first, and none while another is queued or under way.',
    request: { params: editParam },
    responses: {
      200: answers('The edit, now reverted.', editAnswerSchema),
      ...refusals(401, 403, 404, 409, 429, 500),
    },
  }),
];

export function mountEdits(app: OpenAPIHono, services: Services, linkOf: LinkOf): void {
  const { config, database, identity, editing, outside } = services;
  for (const route of routes) app.openAPIRegistry.registerPath(route);

  async function counted(c: Context) {
    const caller = await identity.authenticate(c.req.raw.headers);
    const account = accountOf(caller.user_id, caller.org_id);
    const standing = await countRequest(database, account, 'edits', config.limits);
    assertAllowed(standing);
    for (const [name, value] of Object.entries(rateHeaders(standing))) c.header(name, value);
    return { caller, account };
  }

  /** @throws Fault `not_found`, `forbidden`, `conflict` */
  async function assertMayEdit(caller: Caller, video: string): Promise<void> {
    const { rows } = await database.query<PolledFilm & { own: boolean }>(
      `select ${POLLED_COLUMNS}, ${ownsSql('film', '$2::uuid', '$3::uuid')} as own
       from corporate_engine_v2 film where uuid = $1`,
      [video, caller.user_id, caller.org_id],
    );
    assertEditable(ownFilm(!rows[0] ? 'missing' : rows[0].own ? rows[0] : 'theirs').status);
  }

  /** @throws Fault `not_found`, `forbidden` unless the caller or their organization submitted it */
  async function ownEdit(caller: Caller, id: string | null): Promise<ToldEdit> {
    const { rows } = await database.query<ToldEdit & { own: boolean }>(
      `select ${TOLD_COLUMNS}, ${ownsSql('edit', '$2::uuid', '$3::uuid')} as own from edits edit where id = $1`,
      [id, caller.user_id, caller.org_id],
    );
    if (!rows[0]) throw new Fault('not_found', 'edit not found');
    if (!rows[0].own) throw new Fault('forbidden', 'API key does not own this edit');
    return rows[0];
  }

  app.post('/v1/edits', async (c) => {
    const { caller, account } = await counted(c);
    const said = await readJson(c);
    if ('fault' in said) throw said.fault;
    const key = idempotencyKeyOf(c);
    const asked = faultOfSchema(editSchema, said.json);
    const video = asked.video_uuid.toLowerCase();
    const image_urls = asked.reference_image_urls ?? [];
    const aspect_ratio = asked.aspect_ratio ?? null;
    const body_hash = createHash('sha256')
      .update(JSON.stringify([video, asked.edit_request, image_urls, aspect_ratio]))
      .digest('hex');
    const idempotency = key === undefined ? undefined : { route: ROUTE, key, body_hash };
    // Before the images: one that has gone since does not keep a client from its answer.
    const earlier = idempotency && (await earlierAnswer(database, account, idempotency));
    let given = earlier as { body: string } | undefined;
    if (!given) {
      await assertMayEdit(caller, video);
      await inspectImages(outside, image_urls);
      given = await editing.submit(
        {
          video,
          user_id: caller.user_id,
          account,
          request: asked.edit_request,
          aspect_ratio,
          image_urls,
          ...(idempotency ? { idempotency } : {}),
        },
        // Kept as text under an idempotency key, so that the answer given again is the same to the byte.
        ({ edit_id, status, created_at }) => ({
          body: JSON.stringify({ edit_id, video_uuid: video, status, created_at }),
        }),
      );
    }
    c.header('Content-Type', 'application/json');
    return c.body(given.body);
  });

  app.get('/v1/edits/:edit_id', async (c) => {
    const { caller } = await counted(c);
    return c.json(editAnswer(await ownEdit(caller, uuidOf(c.req.param('edit_id'))), linkOf));
  });

  app.post('/v1/edits/:edit_id/revert', async (c) => {
    const { caller } = await counted(c);
    const { id } = await ownEdit(caller, uuidOf(c.req.param('edit_id')));
    await editing.revert(id);
    return c.json(editAnswer(await ownEdit(caller, id), linkOf));
  });
}
