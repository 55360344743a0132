/** Organizations as their members see and change them: members, roles, and the organization's key. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Fault } from '../errors.ts';
import { answers, BY_SESSION, refusals } from '../http/documented.ts';
import type { Services } from '../services.ts';
import {
  keyStatusSchema,
  newKeySchema,
  organizationSchema,
  revokedSchema,
  shownKey,
} from './account-routes.ts';
import { jsonBody } from './json-body.ts';
import { issueKey, keyOf, revokeKey } from './keys.ts';
import {
  changeRole,
  createOrganization,
  membershipsOf,
  membersOf,
  nameSchema,
  organizationFor,
  type Role,
  removeMember,
  roleSchema,
  slugSchema,
} from './organizations.ts';
import { signedIn } from './signed-in.ts';

const TAGS = ['Organizations'];
export const orgParam = z.object({
  org: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,48}$/, 'must be a slug or an id')
    .meta({ description: 'Its slug or its id.', example: 'acme-video' }),
});
const memberParams = orgParam.extend({ user_id: z.uuid() });
const memberSchema = z
  .object({
    user_id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    created_at: z.iso.datetime(),
  })
  .openapi('Member');
const doneSchema = z.object({ status: z.literal(true) });

const list = createRoute({
  method: 'get',
  path: '/api/organizations',
  tags: TAGS,
  summary: 'Your organizations',
  security: BY_SESSION,
  responses: {
    200: answers('Those you belong to.', z.object({ organizations: z.array(organizationSchema) }), false),
    ...refusals(401, 403, 500),
  },
});

const create = createRoute({
  method: 'post',
  path: '/api/organizations',
  tags: TAGS,
  summary: 'Make an organization; you are its first owner',
  security: BY_SESSION,
  request: jsonBody({ name: nameSchema, slug: slugSchema }),
  responses: {
    200: answers('Made.', organizationSchema, false),
    ...refusals(400, 401, 403, 409, 422, 500),
  },
});

const members = createRoute({
  method: 'get',
  path: '/api/organizations/{org}/members',
  tags: TAGS,
  summary: 'Who belongs to it',
  security: BY_SESSION,
  request: { params: orgParam },
  responses: {
    200: answers('Its members.', z.object({ members: z.array(memberSchema) }), false),
    ...refusals(400, 401, 403, 404, 500),
  },
});

const setRole = createRoute({
  method: 'patch',
  path: '/api/organizations/{org}/members/{user_id}',
  tags: TAGS,
  summary: 'Change a member’s role',
  description: 'For owners and admins; owners are made and changed by owners only. One owner always stays.',
  security: BY_SESSION,
  request: { params: memberParams, ...jsonBody({ role: roleSchema }) },
  responses: { 200: answers('Changed.', doneSchema, false), ...refusals(400, 401, 403, 404, 409, 422, 500) },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/organizations/{org}/members/{user_id}',
  tags: TAGS,
  summary: 'Remove a member, or leave',
  description: 'An organization’s key ends at once when the member who made it goes, and does not come back.',
  security: BY_SESSION,
  request: { params: memberParams },
  responses: { 200: answers('Gone.', doneSchema, false), ...refusals(400, 401, 403, 404, 409, 500) },
});

const keyPath = '/api/organizations/{org}/key';
const keyStatus = createRoute({
  method: 'get',
  path: keyPath,
  tags: TAGS,
  summary: 'The organization’s active API key, without the key itself',
  security: BY_SESSION,
  request: { params: orgParam },
  responses: {
    200: answers('The key, or null.', keyStatusSchema, false),
    ...refusals(400, 401, 403, 404, 500),
  },
});

const makeKey = createRoute({
  method: 'post',
  path: keyPath,
  tags: TAGS,
  summary: 'Make the organization’s API key, or rotate it',
  description: 'For owners and admins. An earlier key ends at once. The key is shown in this answer only.',
  security: BY_SESSION,
  request: { params: orgParam },
  responses: { 200: answers('The new key.', newKeySchema, false), ...refusals(400, 401, 403, 404, 500) },
});

const endKey = createRoute({
  method: 'delete',
  path: keyPath,
  tags: TAGS,
  summary: 'Revoke the organization’s API key without a new one',
  description: 'For owners and admins.',
  security: BY_SESSION,
  request: { params: orgParam },
  responses: { 200: answers('It has ended.', revokedSchema, false), ...refusals(400, 401, 403, 404, 500) },
});

export function organizationRoutes(app: OpenAPIHono, services: Services): void {
  const { database } = services;

  app.openapi(list, async (c) => {
    const { user_id } = await signedIn(services, c);
    return c.json({ organizations: await membershipsOf(database, user_id) }, 200);
  });

  app.openapi(create, async (c) => {
    const { user_id } = await signedIn(services, c);
    const made = await createOrganization(database, { ...c.req.valid('json'), owner: user_id });
    return c.json({ ...made, role: 'owner' as const }, 200);
  });

  app.openapi(members, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id } = await organizationFor(database, c.req.valid('param').org, user_id);
    const shown = (await membersOf(database, id)).map((member) => ({
      ...member,
      created_at: member.created_at.toISOString(),
    }));
    return c.json({ members: shown }, 200);
  });

  app.openapi(setRole, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { org, user_id: other } = c.req.valid('param');
    const { id } = await organizationFor(database, org, user_id);
    const { role } = c.req.valid('json');
    await changeRole(database, { org_id: id, user_id: other, role, by: { user_id } });
    return c.json({ status: true } as const, 200);
  });

  app.openapi(remove, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { org, user_id: other } = c.req.valid('param');
    const { id } = await organizationFor(database, org, user_id);
    await removeMember(database, { org_id: id, user_id: other, by: { user_id } });
    return c.json({ status: true } as const, 200);
  });

  app.openapi(keyStatus, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id } = await organizationFor(database, c.req.valid('param').org, user_id);
    const key = await keyOf(database, { user_id, org_id: id });
    return c.json({ key: key && shownKey(key) }, 200);
  });

  app.openapi(makeKey, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id } = await organizationFor(database, c.req.valid('param').org, user_id);
    const made = await issueKey(database, { user_id, org_id: id });
    return c.json({ ...shownKey(made), api_key: made.key, replaced: made.replaced }, 200);
  });

  app.openapi(endKey, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id, role } = await organizationFor(database, c.req.valid('param').org, user_id);
    assertManages(role);
    return c.json({ revoked: await revokeKey(database, { user_id, org_id: id }) }, 200);
  });
}

export function assertManages(role: Role): void {
  if (role === 'member')
    throw new Fault('forbidden', 'Only an owner or admin of this organization can do this; ask one.');
}
