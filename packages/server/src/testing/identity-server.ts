/** A server of identity alone, over HTTP on loopback: its routes, and one path that tells who is calling. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { answerFaults } from '../http/faults.ts';
import { createHttpServer } from '../http/listener.ts';
import type { Deliver } from '../identity/auth.ts';
import { createIdentity, type Identity } from '../identity/identity.ts';
import { mountIdentity } from '../identity/routes.ts';
import { addUser, prepareUser, signInLink } from '../identity/users.ts';
import type { Services } from '../services.ts';
import { testConfig } from './config.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  body: any;
  headers: Headers;
}

export interface CallOptions {
  json?: unknown;
  /** Sent as it is. */
  body?: string;
  headers?: Record<string, string>;
}

export interface IdentityServer {
  url: string;
  config: Config;
  database: TestDatabase['database'];
  identity: Identity;
  services: Services;
  /** What it wrote to its log. */
  logged: string[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** A new user, signed in. */
  user(email: string, password?: string): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface SignedIn {
  id: string;
  email: string;
  password: string;
  /** The session, as Authorization: Bearer. */
  token: string;
  /** The session, as a browser's cookie. */
  cookie: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

export const PASSWORD = 'seven green lamps';

export async function startIdentity(
  change: Partial<Config> = {},
  { deliver, on }: { deliver?: Deliver; on?: TestDatabase } = {},
): Promise<IdentityServer> {
  const fresh = on ?? (await freshDatabase());
  const { database } = fresh;
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  // The port is known once the server listens; links are made later.
  const config = testConfig({ database_url: fresh.url, data_dir: os.tmpdir(), ...change });
  const identity = createIdentity({ config, database, log }, deliver);
  const services = { config, database, identity, log } as Services;

  const app = new OpenAPIHono();
  app.onError(answerFaults(log));
  mountIdentity(app, services);
  app.all('/whoami', async (c) => c.json(await identity.authenticate(c.req.raw.headers)));
  app.get('/api/other', (c) => c.json({ reached: true }));
  app.get('/openapi.json', (c) =>
    c.json(app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'test', version: '1' } })),
  );

  const server = createHttpServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { json, body, headers } = options;
    const response = await fetch(path.startsWith('http') ? path : `${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: json === undefined ? body : JSON.stringify(json),
    });
    const text = await response.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Then it is the text that the test looks at.
    }
    return { status: response.status, body: parsed, headers: response.headers };
  }

  return {
    url,
    config,
    database,
    identity,
    services,
    logged,
    call,
    async user(email, password = PASSWORD) {
      const id = await addPerson(database, email, password);
      // By a link: hashing a password takes long on purpose, and its tries are counted.
      const link = new URL(await signInLink(identity.auth, email));
      const response = await identity.auth.api.magicLinkVerify({
        query: { token: link.searchParams.get('token')! },
        headers: new Headers(),
        asResponse: true,
      });
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const token = response.headers.get('set-auth-token')!;
      return {
        id,
        email,
        password,
        token,
        cookie,
        call: (method, path, options = {}) =>
          call(method, path, {
            ...options,
            headers: { authorization: `Bearer ${token}`, ...options.headers },
          }),
      };
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
      if (!on) await fresh.drop();
    },
  };
}

/** Every test user's password, hashed once. */
const hashes = new Map<string, Promise<string>>();

async function addPerson(database: Database, email: string, password: string): Promise<string> {
  const name = email.split('@')[0]!;
  const known = { email, name, email_verified: true };
  let hash = hashes.get(password);
  if (!hash) {
    hash = prepareUser({ ...known, password }).then(({ password_hash }) => password_hash!);
    hashes.set(password, hash);
  }
  const user = await addUser(database, { ...known, password_hash: await hash });
  return user!.id;
}
