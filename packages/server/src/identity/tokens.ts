/**
 * JSON Web Tokens. Those of another issuer come as Supabase issues them: signed with a shared secret (HS256), or with an
 * asymmetric key that it publishes. Our own, for a signed-in user, have the same claims and hold for minutes.
 */
import { hkdfSync } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Config } from '../config/config.ts';
import { Fault } from '../errors.ts';

export interface Claims {
  user_id: string;
  /** Ours: the session that asked for the token, and with which it ends. Null for another issuer's. */
  session_id: string | null;
  email: string | null;
  name: string | null;
}

export interface Tokens {
  /** @throws the error of whatever is wrong with the token; Fault `unavailable` when the issuer's keys cannot be had */
  verify(token: string): Promise<Claims>;
  issue(user: { user_id: string; email: string; session_id: string }): Promise<{
    token: string;
    /** s */
    expires_in: number;
  }>;
}

/** Marks our own tokens, which only our own key can have signed. */
const OURS = 'chalktalk';
const AUDIENCE = 'authenticated';
const OUR_SECONDS = 600;
const LONGEST_TOKEN = 8192;
const LARGEST_KEY_SET = 256 * 1024;
/** Clocks of two machines differ by a little, s. */
const LENIENCY = 5;
// A set of public keys never verifies HS256: a key everybody knows would sign it.
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createTokens(config: Pick<Config, 'secret' | 'jwt'>): Tokens {
  const { jwt } = config;
  // One secret, a key of its own for each use: none can pass for another.
  const ourKey = new Uint8Array(hkdfSync('sha256', config.secret, '', 'chalktalk session token', 32));
  const sharedKey = jwt.secret ? new TextEncoder().encode(jwt.secret) : undefined;
  const publicKeys = jwt.jwks_url ? remoteKeys(new URL(jwt.jwks_url)) : undefined;
  const expected = { clockTolerance: LENIENCY, requiredClaims: ['sub', 'exp'] };

  async function payloadOf(token: string): Promise<{ payload: JWTPayload; ours: boolean }> {
    if (token.length > LONGEST_TOKEN) throw new errors.JWTInvalid('too long');
    const { alg, kid } = decodeProtectedHeader(token);
    if (kid === OURS) {
      const { payload } = await jwtVerify(token, ourKey, {
        ...expected,
        algorithms: ['HS256'],
        audience: AUDIENCE,
        issuer: OURS,
      });
      return { payload, ours: true };
    }
    const theirs = { ...expected, audience: jwt.audience, issuer: jwt.issuer };
    if (alg === 'HS256' && sharedKey)
      return {
        payload: (await jwtVerify(token, sharedKey, { ...theirs, algorithms: ['HS256'] })).payload,
        ours: false,
      };
    if (publicKeys)
      return {
        payload: (await jwtVerify(token, publicKeys, { ...theirs, algorithms: ASYMMETRIC })).payload,
        ours: false,
      };
    throw new errors.JOSEAlgNotAllowed('no key for this algorithm');
  }

  return {
    async verify(token) {
      const { payload, ours } = await payloadOf(token);
      const { sub, session_id, email, user_metadata } = payload;
      if (typeof sub !== 'string' || !UUID.test(sub)) throw new errors.JWTInvalid('sub is not a uuid');
      const name = (user_metadata as { name?: unknown } | undefined)?.name;
      return {
        user_id: sub.toLowerCase(),
        session_id: ours ? String(session_id) : null,
        email: typeof email === 'string' && email.length <= 320 ? email.toLowerCase() : null,
        // No text in Postgres holds a zero.
        name: typeof name === 'string' ? name.replaceAll('\0', '').slice(0, 100) : null,
      };
    },

    async issue({ user_id, email, session_id }) {
      const token = await new SignJWT({ role: 'authenticated', email, session_id })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: OURS })
        .setSubject(user_id)
        .setAudience(AUDIENCE)
        .setIssuer(OURS)
        .setIssuedAt()
        .setExpirationTime(`${OUR_SECONDS}s`)
        .sign(ourKey);
      return { token, expires_in: OUR_SECONDS };
    },
  };
}

/** An issuer's published keys: fetched when needed and kept, in bounded time and size. */
function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: 5_000,
    // A key nobody knows makes us ask again, but not more often than this, ms.
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: fetchBounded,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
        throw cause;
      if (cause instanceof errors.JOSENotSupported) throw cause;
      throw new Fault(
        'unavailable',
        'The keys that sign tokens cannot be fetched now; try again in a minute.',
        {
          cause,
        },
      );
    }
  };
}

async function fetchBounded(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_KEY_SET) throw new Error('The key set is too large.');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status, headers: response.headers });
}
