/** Invitations: made, listed and cancelled by owners and admins; looked at and accepted by whoever has the link. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Fault } from '../errors.ts';
import { answers, BY_SESSION, refusals } from '../http/documented.ts';
import type { Services } from '../services.ts';
import { organizationSchema } from './account-routes.ts';
import {
  acceptInvitation,
  cancelInvitation,
  type Invitation,
  invitationBehind,
  invite,
  openInvitations,
} from './invitations.ts';
import { jsonBody } from './json-body.ts';
import { assertManages, orgParam } from './organization-routes.ts';
import { nameSchema, organizationFor, roleSchema } from './organizations.ts';
import { LONGEST_PASSWORD } from './password.ts';
import { signedIn } from './signed-in.ts';
import { emailSchema } from './users.ts';

const TAGS = ['Invitations'];
const timeSchema = z.iso.datetime();
const invitationSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: roleSchema,
    created_at: timeSchema,
    expires_at: timeSchema,
  })
  .openapi('Invitation');
const tokenParam = z.object({
  token: z.string().min(1).max(64).meta({ description: 'The last part of the link.' }),
});

const list = createRoute({
  method: 'get',
  path: '/api/organizations/{org}/invitations',
  tags: TAGS,
  summary: 'Open invitations',
  security: BY_SESSION,
  request: { params: orgParam },
  responses: {
    200: answers('Those still open.', z.object({ invitations: z.array(invitationSchema) }), false),
    ...refusals(400, 401, 403, 404, 500),
  },
});

const create = createRoute({
  method: 'post',
  path: '/api/organizations/{org}/invitations',
  tags: TAGS,
  summary: 'Invite an e-mail',
  description:
    'Answers a link to hand to that person, shown this once: for a week, for one use. An earlier invitation of the e-mail ends.',
  security: BY_SESSION,
  request: { params: orgParam, ...jsonBody({ email: emailSchema, role: roleSchema.default('member') }) },
  responses: {
    200: answers('Invited.', invitationSchema.extend({ link: z.url() }).openapi('NewInvitation'), false),
    ...refusals(400, 401, 403, 404, 409, 422, 500),
  },
});

const cancel = createRoute({
  method: 'delete',
  path: '/api/organizations/{org}/invitations/{id}',
  tags: TAGS,
  summary: 'Cancel an invitation',
  security: BY_SESSION,
  request: { params: orgParam.extend({ id: z.uuid() }) },
  responses: {
    200: answers('Cancelled.', z.object({ status: z.literal(true) }), false),
    ...refusals(400, 401, 403, 404, 500),
  },
});

const look = createRoute({
  method: 'get',
  path: '/api/invitations/{token}',
  tags: TAGS,
  summary: 'What a link invites to',
  description: 'For whoever has the link; nobody need be signed in.',
  request: { params: tokenParam },
  responses: {
    200: answers(
      'The invitation.',
      z
        .object({
          email: z.string(),
          role: roleSchema,
          expires_at: timeSchema,
          organization: z.object({ name: z.string(), slug: z.string() }),
        })
        .openapi('InvitationShown'),
      false,
    ),
    ...refusals(400, 403, 404, 500),
  },
});

const accept = createRoute({
  method: 'post',
  path: '/api/invitations/{token}/accept',
  tags: TAGS,
  summary: 'Join the organization',
  description:
    'Signed in with the invited e-mail, or with `name` and `password`, which make its account even where signing up is closed.',
  request: {
    params: tokenParam,
    ...jsonBody({
      name: nameSchema.optional(),
      password: z.string('must be a string').max(LONGEST_PASSWORD).optional(),
    }),
  },
  responses: {
    200: answers('Joined.', organizationSchema, false),
    ...refusals(400, 401, 403, 404, 409, 422, 500),
  },
});

function shown({ id, email, role, created_at, expires_at }: Invitation) {
  return { id, email, role, created_at: created_at.toISOString(), expires_at: expires_at.toISOString() };
}

export function invitationRoutes(app: OpenAPIHono, services: Services): void {
  const { config, database } = services;

  app.openapi(list, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id, role } = await organizationFor(database, c.req.valid('param').org, user_id);
    assertManages(role);
    return c.json({ invitations: (await openInvitations(database, id)).map(shown) }, 200);
  });

  app.openapi(create, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { id } = await organizationFor(database, c.req.valid('param').org, user_id);
    const { email, role } = c.req.valid('json');
    const made = await invite(database, config, { org_id: id, email, role, by: { user_id } });
    return c.json({ ...shown(made), link: made.link }, 200);
  });

  app.openapi(cancel, async (c) => {
    const { user_id } = await signedIn(services, c);
    const { org, id } = c.req.valid('param');
    const { id: org_id } = await organizationFor(database, org, user_id);
    await cancelInvitation(database, { org_id, id, by: { user_id } });
    return c.json({ status: true } as const, 200);
  });

  app.openapi(look, async (c) => {
    const { email, role, expires_at, organization } = await invitationBehind(
      database,
      c.req.valid('param').token,
    );
    const { name, slug } = organization;
    return c.json({ email, role, expires_at: expires_at.toISOString(), organization: { name, slug } }, 200);
  });

  app.openapi(accept, async (c) => {
    const { name, password } = c.req.valid('json');
    if ((name === undefined) !== (password === undefined))
      throw new Fault('bad_request', 'Send name and password to make an account, or neither when signed in.');
    const guest =
      name !== undefined && password !== undefined ? { name, password } : await signedIn(services, c);
    const joined = await acceptInvitation(database, c.req.valid('param').token, guest);
    return c.json({ ...joined.organization, role: joined.role }, 200);
  });
}
