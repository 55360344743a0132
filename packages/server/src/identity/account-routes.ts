/** What signed-in users ask of their own account: who they are, their sessions, their key, a token. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Fault } from '../errors.ts';
import { answers, BY_SESSION, refusals } from '../http/documented.ts';
import type { Services } from '../services.ts';
import { jsonBody } from './json-body.ts';
import { issueKey, type KeyStatus, keyOf, revokeKey } from './keys.ts';
import { membershipsOf, roleSchema } from './organizations.ts';
import { LONGEST_PASSWORD } from './password.ts';
import { signedIn, signedInBySession } from './signed-in.ts';
import { setFirstPassword, userBy } from './users.ts';

const TAGS = ['Account'];
const timeSchema = z.iso.datetime();

export const organizationSchema = z
  .object({ id: z.uuid(), name: z.string(), slug: z.string(), role: roleSchema })
  .openapi('Organization');

export const keySchema = z
  .object({
    ending: z.string().meta({ description: 'Its last four digits.', example: 'c0de' }),
    created_by: z.uuid(),
    created_at: timeSchema,
    last_used_at: timeSchema.nullable().meta({ description: 'To a few minutes; null when never used.' }),
  })
  .openapi('KeyStatus');
export const keyStatusSchema = z.object({ key: keySchema.nullable() }).openapi('KeyStatusAnswer');
export const newKeySchema = keySchema
  .extend({
    api_key: z.string().meta({ description: 'Shown this once; only a hash is kept.' }),
    replaced: z.boolean().meta({ description: 'Whether an earlier key has ended with this call.' }),
  })
  .openapi('NewKey');
export const revokedSchema = z.object({ revoked: z.boolean() }).openapi('KeyRevoked');

export function shownKey({ ending, created_by, created_at, last_used_at }: KeyStatus) {
  return {
    ending,
    created_by,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at?.toISOString() ?? null,
  };
}

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags: TAGS,
  summary: 'Who is signed in',
  description: 'Prolongs the session once a day.',
  security: BY_SESSION,
  responses: {
    200: answers(
      'The user, and the organizations they belong to.',
      z
        .object({
          user: z.object({ id: z.uuid(), email: z.string(), name: z.string(), has_password: z.boolean() }),
          organizations: z.array(organizationSchema),
        })
        .openapi('Me'),
      false,
    ),
    ...refusals(401, 403, 500),
  },
});

const keyStatus = createRoute({
  method: 'get',
  path: '/api/key',
  tags: TAGS,
  summary: 'Your active API key, without the key itself',
  security: BY_SESSION,
  responses: { 200: answers('The key, or null.', keyStatusSchema, false), ...refusals(401, 403, 500) },
});

const makeKey = createRoute({
  method: 'post',
  path: '/api/key',
  tags: TAGS,
  summary: 'Make your API key, or rotate it',
  description:
    'One key is active at a time: an earlier one ends at once. The key is shown in this answer only.',
  security: BY_SESSION,
  responses: { 200: answers('The new key.', newKeySchema, false), ...refusals(401, 403, 500) },
});

const endKey = createRoute({
  method: 'delete',
  path: '/api/key',
  tags: TAGS,
  summary: 'Revoke your API key without a new one',
  security: BY_SESSION,
  responses: { 200: answers('It has ended.', revokedSchema, false), ...refusals(401, 403, 500) },
});

const token = createRoute({
  method: 'post',
  path: '/api/token',
  tags: TAGS,
  summary: 'A short-lived token for the signed-in user',
  description:
    'A JWT as Supabase issues them (`sub`, `aud` and `role` "authenticated"), for ten minutes or until the session ends.',
  security: BY_SESSION,
  responses: {
    200: answers(
      'The token.',
      z
        .object({ token: z.string(), expires_in: z.number().meta({ description: 'Seconds.' }) })
        .openapi('Token'),
      false,
    ),
    ...refusals(401, 403, 500),
  },
});

const firstPassword = createRoute({
  method: 'post',
  path: '/api/password',
  tags: TAGS,
  summary: 'Set the first password, after signing in by a link',
  security: BY_SESSION,
  request: jsonBody({ password: z.string('must be a string').max(LONGEST_PASSWORD) }),
  responses: {
    200: answers('Set.', z.object({ status: z.literal(true) }), false),
    ...refusals(400, 401, 403, 409, 422, 500),
  },
});

const sessionSchema = z
  .object({
    id: z.uuid(),
    created_at: timeSchema,
    expires_at: timeSchema,
    ip_address: z.string().nullable(),
    user_agent: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('Session');

const sessions = createRoute({
  method: 'get',
  path: '/api/sessions',
  tags: TAGS,
  summary: 'Where you are signed in',
  security: BY_SESSION,
  responses: {
    200: answers('Your sessions.', z.object({ sessions: z.array(sessionSchema) }), false),
    ...refusals(401, 403, 500),
  },
});

const endSession = createRoute({
  method: 'delete',
  path: '/api/sessions/{id}',
  tags: TAGS,
  summary: 'End a session of yours',
  security: BY_SESSION,
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    200: answers('It has ended.', z.object({ status: z.literal(true) }), false),
    ...refusals(400, 401, 403, 404, 500),
  },
});

export function accountRoutes(app: OpenAPIHono, services: Services): void {
  const { database, identity } = services;

  app.openapi(me, async (c) => {
    const caller = await signedIn(services, c);
    if (caller.by === 'session') {
      const { headers } = await identity.auth.api.getSession({
        headers: new Headers(
          (['cookie', 'authorization'] as const).flatMap((name) => {
            const value = c.req.header(name);
            return value ? [[name, value] as [string, string]] : [];
          }),
        ),
        returnHeaders: true,
      });
      for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    }
    const { id, email, name, has_password } = await userBy(database, caller.user_id);
    return c.json(
      { user: { id, email, name, has_password }, organizations: await membershipsOf(database, id) },
      200,
    );
  });

  app.openapi(keyStatus, async (c) => {
    const { user_id } = await signedIn(services, c);
    const key = await keyOf(database, { user_id, org_id: null });
    return c.json({ key: key && shownKey(key) }, 200);
  });

  app.openapi(makeKey, async (c) => {
    const { user_id } = await signedIn(services, c);
    const made = await issueKey(database, { user_id, org_id: null });
    return c.json({ ...shownKey(made), api_key: made.key, replaced: made.replaced }, 200);
  });

  app.openapi(endKey, async (c) => {
    const { user_id } = await signedIn(services, c);
    return c.json({ revoked: await revokeKey(database, { user_id, org_id: null }) }, 200);
  });

  app.openapi(token, async (c) => {
    const { user_id, session_id } = await signedInBySession(services, c);
    const { email } = await userBy(database, user_id);
    return c.json(await identity.tokens.issue({ user_id, email, session_id }), 200);
  });

  app.openapi(firstPassword, async (c) => {
    const { user_id } = await signedInBySession(services, c);
    await setFirstPassword(database, await userBy(database, user_id), c.req.valid('json').password);
    return c.json({ status: true } as const, 200);
  });

  app.openapi(sessions, async (c) => {
    const { user_id, session_id } = await signedIn(services, c);
    const { rows } = await database.query<{
      id: string;
      created_at: Date;
      expires_at: Date;
      ip_address: string | null;
      user_agent: string | null;
    }>(
      `select id, created_at, expires_at, ip_address, user_agent from sessions
       where user_id = $1 and expires_at > now() order by created_at desc limit 100`,
      [user_id],
    );
    const shown = rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
      current: row.id === session_id,
    }));
    return c.json({ sessions: shown }, 200);
  });

  app.openapi(endSession, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { rowCount } = await database.query('delete from sessions where id = $1 and user_id = $2', [
      c.req.valid('param').id,
      user_id,
    ]);
    if (!rowCount) throw new Fault('not_found', 'You have no such session; GET /api/sessions lists yours.');
    return c.json({ status: true } as const, 200);
  });
}
