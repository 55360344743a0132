/**
 * Signing in and out, passwords and one-time links: the calls of better-auth that can be made from outside, with bounded
 * bodies, tries counted by account as well as by address, and its errors as ours.
 */

import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault } from '../errors.ts';
import { answers, BY_SESSION, refusals } from '../http/documented.ts';
import type { Services } from '../services.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { ADDRESS_HEADER, authUrl } from './auth.ts';
import { faultOfAuth } from './auth-fault.ts';
import { jsonBody } from './json-body.ts';
import { nameSchema } from './organizations.ts';
import { assertGoodPassword } from './password.ts';
import { signedInBySession } from './signed-in.ts';
import { emailSchema, userBy } from './users.ts';

const TAGS = ['Signing in'];
const passwordSchema = z.string('must be a string').max(1024, 'must have at most 1024 characters');
const tokenSchema = z
  .string('must be a string')
  .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be the token of a link, as it is there');
/** Where a link leads in the end: a path of this server. */
const pathSchema = z
  .string('must be a string')
  .max(500)
  .regex(/^\/(?![/\\])[\w\-./?=&%#]*$/, 'must be a path of this server, such as /p/dashboard');
const doneSchema = z.object({ status: z.literal(true) }).openapi('Done');
const done = { status: true } as const;
const userSchema = z.object({ id: z.uuid(), email: z.string(), name: z.string() }).openapi('SignedInUser');

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/email',
  tags: TAGS,
  summary: 'Sign in with e-mail and password',
  description:
    'Sets the session cookie, and answers the same session as `token`, to be sent as `Authorization: Bearer` by whatever keeps no cookies.',
  request: jsonBody({
    email: emailSchema,
    password: passwordSchema,
    remember: z.boolean('must be true or false').optional(),
  }),
  responses: {
    200: answers('Signed in.', z.object({ token: z.string(), user: userSchema }).openapi('SignedIn'), false),
    ...refusals(400, 401, 403, 422, 429, 500),
  },
});

const signUp = createRoute({
  method: 'post',
  path: '/api/auth/sign-up/email',
  tags: TAGS,
  summary: 'Make an account, where the server is open to all',
  description: 'Answers alike whether or not the e-mail has an account. Sign in afterwards.',
  request: jsonBody({ email: emailSchema, name: nameSchema, password: passwordSchema }),
  responses: {
    200: answers('Made, or there was one.', doneSchema, false),
    ...refusals(400, 403, 422, 429, 500),
  },
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  tags: TAGS,
  summary: 'End this session',
  security: BY_SESSION,
  responses: { 200: answers('Signed out.', doneSchema, false), ...refusals(403, 429, 500) },
});

const changePassword = createRoute({
  method: 'post',
  path: '/api/auth/change-password',
  tags: TAGS,
  summary: 'Change the password',
  description: 'Every other session of the user ends.',
  security: BY_SESSION,
  request: jsonBody({ current_password: passwordSchema, new_password: passwordSchema }),
  responses: {
    200: answers('Changed.', z.object({ token: z.string() }).openapi('NewSession'), false),
    ...refusals(400, 401, 403, 422, 429, 500),
  },
});

const askForLink = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/magic-link',
  tags: TAGS,
  summary: 'Ask for a one-time sign-in link by mail',
  description: 'Answers alike whether or not the e-mail has an account. 503 on a server that sends no mail.',
  request: jsonBody({ email: emailSchema, return_to: pathSchema.optional() }),
  responses: {
    200: answers('Sent, if there is such an account.', doneSchema, false),
    ...refusals(400, 403, 422, 429, 500),
  },
});

const followLink = createRoute({
  method: 'get',
  path: '/api/auth/magic-link/verify',
  tags: TAGS,
  summary: 'Where a one-time sign-in link leads',
  description:
    'Sets the session cookie and leads on. A link that was used or has expired leads on with `error`.',
  request: { query: z.object({ token: tokenSchema, callbackURL: pathSchema.optional() }) },
  responses: {
    200: answers('Signed in.', z.object({ token: z.string(), user: userSchema }).openapi('SignedIn'), false),
    302: { description: 'Leads on to `callbackURL`.' },
    ...refusals(400, 429, 500),
  },
});

const askForReset = createRoute({
  method: 'post',
  path: '/api/auth/request-password-reset',
  tags: TAGS,
  summary: 'Ask for a password reset by mail',
  description: 'Answers alike whether or not the e-mail has an account. 503 on a server that sends no mail.',
  request: jsonBody({ email: emailSchema }),
  responses: {
    200: answers('Sent, if there is such an account.', doneSchema, false),
    ...refusals(400, 403, 422, 429, 500),
  },
});

const reset = createRoute({
  method: 'post',
  path: '/api/auth/reset-password',
  tags: TAGS,
  summary: 'Set a new password with the token of a reset link',
  description: 'Every session of the user ends.',
  request: jsonBody({ token: tokenSchema, new_password: passwordSchema }),
  responses: { 200: answers('Set.', doneSchema, false), ...refusals(400, 403, 422, 429, 500) },
});

export function signInRoutes(app: OpenAPIHono, services: Services): void {
  const { config, database, identity } = services;
  const { auth } = identity;

  /** Has better-auth answer. @throws Fault for its errors */
  async function ask(c: Context, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    const headers = new Headers();
    // Not Sec-Fetch-*: what other pages send has been refused by its Origin, and Node's own fetch sends them without one.
    for (const name of ['cookie', 'authorization', 'origin', 'host', 'user-agent']) {
      const value = c.req.header(name);
      if (value !== undefined) headers.set(name, value.slice(0, 8192));
    }
    headers.set(ADDRESS_HEADER, addressOf(c, config.trusted_proxies));
    if (body !== undefined) headers.set('content-type', 'application/json');
    const response = await auth.handler(
      new Request(`${authUrl(config)}${path}`, { method, headers, body: JSON.stringify(body) }),
    );
    if (response.status >= 400) throw await faultOfAuth(response);
    for (const cookie of response.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    return response;
  }

  /** The session an answer has begun, in the form that Authorization: Bearer takes. */
  async function begun(response: Response) {
    const { user } = (await response.json()) as { user: z.infer<typeof userSchema> };
    const { id, email, name } = user;
    return { token: response.headers.get('set-auth-token') ?? '', user: { id, email, name } };
  }

  function assertDelivers(): void {
    if (!identity.delivers)
      throw new Fault(
        'unavailable',
        'This server sends no mail; ask its operator for a link (chalktalk users sign-in-link).',
      );
  }

  app.openapi(signIn, async (c) => {
    const { email, password, remember } = c.req.valid('json');
    await countAttempt(database, email);
    const response = await ask(c, 'POST', '/sign-in/email', {
      email,
      password,
      rememberMe: remember ?? true,
    });
    await forgetAttempts(database, email);
    return c.json(await begun(response), 200);
  });

  app.openapi(signUp, async (c) => {
    const { email, name, password } = c.req.valid('json');
    if (config.signup !== 'open')
      throw new Fault('forbidden', 'This server is open to invited people only; ask for an invitation.');
    assertGoodPassword(password, email);
    await ask(c, 'POST', '/sign-up/email', { email, name, password });
    return c.json(done, 200);
  });

  app.openapi(signOut, async (c) => {
    await ask(c, 'POST', '/sign-out', {});
    return c.json(done, 200);
  });

  app.openapi(changePassword, async (c) => {
    const { user_id } = await signedInBySession(services, c);
    const { current_password: currentPassword, new_password: newPassword } = c.req.valid('json');
    const { email } = await userBy(database, user_id);
    assertGoodPassword(newPassword, email);
    // A session left open is no way to try passwords either.
    await countAttempt(database, email);
    const response = await ask(c, 'POST', '/change-password', {
      currentPassword,
      newPassword,
      revokeOtherSessions: true,
    });
    await forgetAttempts(database, email);
    return c.json({ token: (await begun(response)).token }, 200);
  });

  app.openapi(askForLink, async (c) => {
    const { email, return_to } = c.req.valid('json');
    assertDelivers();
    await ask(c, 'POST', '/sign-in/magic-link', { email, callbackURL: return_to ?? '/' });
    return c.json(done, 200);
  });

  app.openapi(followLink, async (c) => {
    const { token, callbackURL } = c.req.valid('query');
    const query = new URLSearchParams({ token, ...(callbackURL ? { callbackURL } : {}) });
    const response = await ask(c, 'GET', `/magic-link/verify?${query}`);
    const location = response.headers.get('location');
    if (location) return c.redirect(location, 302);
    return c.json(await begun(response), 200);
  });

  app.openapi(askForReset, async (c) => {
    const { email } = c.req.valid('json');
    assertDelivers();
    await ask(c, 'POST', '/request-password-reset', { email });
    return c.json(done, 200);
  });

  app.openapi(reset, async (c) => {
    const { token, new_password: newPassword } = c.req.valid('json');
    assertGoodPassword(newPassword);
    await ask(c, 'POST', '/reset-password', { token, newPassword });
    return c.json(done, 200);
  });
}

/**
 * The address a call came from, and before it, behind proxies that we trust, those it has passed: better-auth finds in
 * them the last one that is nobody's proxy.
 */
function addressOf(c: Context, proxies: string[] | undefined): string {
  let address = '127.0.0.1';
  try {
    address = getConnInfo(c).remote.address ?? address;
  } catch {
    // Called without a socket, from within.
  }
  const passed = c.req.header('x-forwarded-for')?.slice(-1000);
  return proxies?.length && passed ? `${passed}, ${address}` : address;
}
