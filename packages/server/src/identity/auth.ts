/**
 * Users, passwords, sessions and one-time links, kept by better-auth on our Postgres. Its tables are those of
 * `0002_identity.sql`; what of it can be called from outside is listed in `sign-in-routes.ts`.
 */
import { betterAuth } from 'better-auth';
import { bearer, magicLink } from 'better-auth/plugins';
import type { Config } from '../config/config.ts';
import type { Services } from '../services.ts';
import { ownOrigins } from './origin.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';

/** Brings a link to the person it is for, by mail or otherwise. */
export type Deliver = (letter: {
  to: string;
  about: 'sign-in' | 'password reset';
  url: string;
}) => Promise<void>;

/** The header in which a request's address reaches better-auth; whatever a client sends in it is replaced. */
export const ADDRESS_HEADER = 'x-chalktalk-address';

/** How long things hold, s. */
export const SESSION_SECONDS = 7 * 24 * 3600;
export const SIGN_IN_LINK_SECONDS = 3600;
const RESET_SECONDS = 3600;

const DAY = 24 * 3600;

/** Where better-auth believes to be; a path in the public address is part of it. */
export function authUrl(config: Pick<Config, 'public_url'>): string {
  return `${publicUrl(config)}/api/auth`;
}

function publicUrl(config: Pick<Config, 'public_url'>): string {
  return config.public_url.replace(/\/+$/, '');
}

const COOKIE_PREFIX = 'chalktalk';
/** The session's cookie; `__Secure-` stands before it where the address is https. */
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

export function createAuth(services: Pick<Services, 'config' | 'database' | 'log'>, deliver?: Deliver) {
  const { config, database, log } = services;
  /** Nobody waits for it: how long an answer takes must not tell that somebody was written to. */
  const send: Deliver | undefined =
    deliver &&
    (async (letter) => {
      deliver(letter).catch((err: unknown) => log.error({ err }, 'a letter could not be sent'));
    });
  return betterAuth({
    appName: 'Chalktalk',
    baseURL: authUrl(config),
    trustedOrigins: (request) => (request ? ownOrigins(request.headers, config) : []),
    secret: config.secret,
    database: database.pool,
    telemetry: { enabled: false },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      updateAge: DAY,
      // Every request asks Postgres, so that a session revoked anywhere has ended everywhere.
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'one_time_tokens',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'address_attempts',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 5 },
        '/sign-in/magic-link': { window: 60, max: 5 },
        '/magic-link/verify': { window: 60, max: 20 },
        '/request-password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: config.signup !== 'open',
      // Signing up answers alike whether or not the address has an account, so it cannot begin a session.
      autoSignIn: false,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword:
        send &&
        (({ user, token }) =>
          send({
            to: user.email,
            about: 'password reset',
            url: `${publicUrl(config)}/reset-password/${token}`,
          })),
    },
    plugins: [
      bearer({ requireSignature: true }),
      magicLink({
        disableSignUp: true,
        expiresIn: SIGN_IN_LINK_SECONDS,
        storeToken: 'hashed',
        async sendMagicLink({ email, url, metadata }) {
          // A function cannot come over HTTP: it is our own code that asks for the link, to show it itself.
          if (typeof metadata?.hand === 'function') return metadata.hand(url);
          // Links for addresses without an account lead nowhere; nobody is written to.
          const { rowCount } = await database.query('select from users where email = $1', [
            email.toLowerCase(),
          ]);
          if (send && rowCount) await send({ to: email, about: 'sign-in', url });
        },
      }),
    ],
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.public_url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], trustedProxies: config.trusted_proxies ?? [] },
      // better-auth would leave it out under NODE_ENV=test.
      disableOriginCheck: false,
    },
    logger: {
      level: 'warn',
      // Its arguments may hold addresses and links; the sentence alone tells enough.
      log: (level, message) => log[level === 'error' ? 'error' : 'debug'](message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
