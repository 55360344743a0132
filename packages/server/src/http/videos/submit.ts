/** POST /v1/videos: an order of films, counted, checked and taken in whole or not at all. */
import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault } from '../../errors.ts';
import { accountOf, type Caller } from '../../identity/caller.ts';
import type { Taken } from '../../jobs/admission.ts';
import { assertAllowed, countRequest, rateHeaders } from '../../limits/rate-limit.ts';
import type { Services } from '../../services.ts';
import { readJson, type Said } from '../body.ts';
import { answers, BY_KEY, refusals } from '../documented.ts';
import { orderAnswerSchema, orderSchema, parseOrder } from './schema.ts';

const ROUTE = 'POST /v1/videos';
const PRINTABLE_KEY = /^[\x20-\x7e]{1,255}$/;

/** Of every call that makes something. */
export const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().meta({
    description:
      'Printable characters. The same key with the same body gets the first answer again for 24 hours, and makes nothing.',
  }),
});

const route = createRoute({
  method: 'post',
  path: '/v1/videos',
  tags: ['Videos'],
  summary: 'Submit 1 to 50 videos',
  description:
    'Takes all items in or, when one breaks the schema, none. Three films of a caller are made at a time; the others are parked and promoted in the order they came.',
  security: BY_KEY,
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: orderSchema } } },
  },
  responses: {
    200: answers('Taken in; items that could not be queued say why.', orderAnswerSchema),
    ...refusals(400, 401, 403, 409, 422, 429, 500),
  },
});

/** @throws Fault `bad_request` */
export function idempotencyKeyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined || PRINTABLE_KEY.test(key)) return key;
  throw new Fault('bad_request', 'Idempotency-Key must be 1 to 255 printable ASCII characters.');
}

/** The organization a body asks to act for, if it is anything of the kind. */
function orgIdIn(said: Said): string | undefined {
  if (!('json' in said) || typeof said.json !== 'object' || said.json === null) return undefined;
  const { org_id } = said.json as { org_id?: unknown };
  return typeof org_id === 'string' && z.guid().safeParse(org_id).success ? org_id.toLowerCase() : undefined;
}

/** Whom the call acts for: the key's organization, one that the body names and the caller is in, or the caller. */
async function actingFor(
  said: Said,
  caller: Caller,
  { identity }: Services,
): Promise<{ org_id: string | null; fault?: Fault }> {
  const wanted = orgIdIn(said);
  if (wanted === undefined || wanted === caller.org_id) return { org_id: caller.org_id };
  if (caller.org_id)
    return {
      org_id: caller.org_id,
      fault: new Fault(
        'bad_request',
        'org_id: must be the organization of this key, or be left out; this key acts for one organization only.',
      ),
    };
  if (await identity.isMember(caller.user_id, wanted)) return { org_id: wanted };
  return {
    org_id: null,
    fault: new Fault(
      'forbidden',
      'You are not an active member of the organization in org_id; leave it out, or ask for an invitation.',
    ),
  };
}

export function orderAnswer(taken: Taken[], user_id: string, org_id: string | null, public_url: string) {
  const results = taken.map((one, index) => ({
    index,
    uuid: one.uuid,
    status: one.status,
    queue_position: one.status === 'parked' ? one.position : null,
    chat_url: one.uuid === null ? null : `${public_url}/p/videos/${one.uuid}`,
    error_message: one.status === 'error' ? one.message : null,
  }));
  const count = (status: Taken['status']) => taken.filter((one) => one.status === status).length;
  return {
    status: 'ok' as const,
    total: taken.length,
    enqueued: count('queued'),
    parked: count('parked'),
    errors: count('error'),
    user_id,
    org_id,
    results,
  };
}

export function mountSubmit(app: OpenAPIHono, services: Services): void {
  const { config, database, identity, admission } = services;
  const public_url = config.public_url.replace(/\/$/, '');
  app.openAPIRegistry.registerPath(route);

  app.post('/v1/videos', async (c) => {
    const caller = await identity.authenticate(c.req.raw.headers);
    const said = await readJson(c);
    // Which window the request counts in depends on its body; a body that says nothing counts for the person.
    const { org_id, fault } = await actingFor(said, caller, services);
    const standing = await countRequest(database, accountOf(caller.user_id, org_id), 'videos', config.limits);
    assertAllowed(standing);
    for (const [name, value] of Object.entries(rateHeaders(standing))) c.header(name, value);
    if ('fault' in said) throw said.fault;
    const key = idempotencyKeyOf(c);
    const { briefs, email } = parseOrder(said.json);
    if (fault) throw fault;

    const body_hash = createHash('sha256')
      .update(JSON.stringify([briefs, email, org_id]))
      .digest('hex');
    const { body } = await admission.submit(
      {
        user_id: caller.user_id,
        org_id,
        email,
        briefs,
        idempotency: key === undefined ? undefined : { route: ROUTE, key, body_hash },
      },
      // Kept as text under an idempotency key, so that the answer given again is the same to the byte.
      (taken) => ({ body: JSON.stringify(orderAnswer(taken, caller.user_id, org_id, public_url)) }),
    );
    c.header('Content-Type', 'application/json');
    return c.body(body);
  });
}
