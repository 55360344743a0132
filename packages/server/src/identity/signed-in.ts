/** What every call under /api has to pass: no keys, no other pages, bounded bodies, and somebody signed in. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { isOwnOrigin } from './origin.ts';
import { knowStranger } from './users.ts';

/** Bytes; no call of identity needs more. */
const LARGEST_BODY = 64 * 1024;

/** A key may make the five calls of the contract, all under /v1, and nothing else. */
export function refuseKeys({ identity }: Services): MiddlewareHandler {
  return async function refuseKeys(c, next) {
    if (c.req.header('x-api-key') !== undefined) {
      await identity.authenticate(c.req.raw.headers);
      throw new Fault(
        'forbidden',
        'An API key can only make and read videos under /v1; sign in for this call.',
      );
    }
    await next();
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser adds the session's cookie whatever page asks, and names that page in Origin. Calls that change something
 * must come from a page of ours; those that carry a token of their own cannot be another page's.
 */
export function refuseOtherPages({ config }: Services): MiddlewareHandler {
  return async function refuseOtherPages(c, next) {
    const { headers } = c.req.raw;
    if (!SAFE.has(c.req.method) && !headers.has('authorization')) {
      const origin = headers.get('origin');
      if (origin === null ? headers.has('cookie') : !isOwnOrigin(origin, headers, config))
        throw new Fault(
          'forbidden',
          `This call must come from a page of this server; send Origin: ${new URL(config.public_url).origin}, or the session as Authorization: Bearer.`,
        );
    }
    await next();
  };
}

export const boundBodies: MiddlewareHandler = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new Fault(
      'bad_request',
      `The body is larger than ${LARGEST_BODY / 1024} KB; send the documented fields only.`,
    );
  },
});

/** The signed-in user, by session or token. @throws Fault `unauthenticated` */
export async function signedIn({ identity, database }: Services, c: Context): Promise<Caller> {
  const caller = await identity.authenticate(c.req.raw.headers);
  await knowStranger(database, caller);
  return caller;
}

/** For what a token must not do by itself. @throws Fault `forbidden` */
export async function signedInBySession(
  services: Services,
  c: Context,
): Promise<Caller & { session_id: string }> {
  const caller = await signedIn(services, c);
  if (caller.by !== 'session' || !caller.session_id)
    throw new Fault('forbidden', 'This call needs a signed-in session, not a token; sign in first.');
  return { ...caller, session_id: caller.session_id };
}
