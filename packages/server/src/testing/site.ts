/** A whole server without workers for tests of the contract: the real app over real HTTP, on a real Postgres. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { createEditing } from '../edits/editing.ts';
import { createApp } from '../http/app.ts';
import { createHttpServer } from '../http/listener.ts';
import { createIdentity } from '../identity/identity.ts';
import { issueKey } from '../identity/keys.ts';
import { createOrganization } from '../identity/organizations.ts';
import { createUser } from '../identity/users.ts';
import { createAdmission } from '../jobs/admission.ts';
import { openQueue } from '../jobs/queue.ts';
import { createLive, type LiveOptions } from '../live/live.ts';
import { createOutside, type Outside } from '../outside/outside.ts';
import type { Services } from '../services.ts';
import { openFolder } from '../storage/local.ts';
import { testConfig } from './config.ts';
import { freshDatabase } from './postgres.ts';

export interface SiteUser {
  user_id: string;
  key: string;
}

export interface Site {
  url: string;
  app: ReturnType<typeof createApp>;
  server: Server;
  services: Services;
  database: Database;
  /** Everything that was logged, one JSON line each. */
  logs: string[];
  /** A call over HTTP; a body that is no string is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  user(): Promise<SiteUser>;
  /** An organization of a new owner, and its key. */
  organization(): Promise<{ org_id: string; slug: string; owner: SiteUser; key: string }>;
  /** A token of a signed-in user. */
  token(user_id: string): Promise<string>;
  /** Ends the server, but not its database: another may take its place. */
  stopListening(): Promise<void>;
  close(): Promise<void>;
}

export interface CallOptions {
  key?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Called {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

export interface SiteOptions {
  config?: Partial<Config>;
  /** Another site's database, for two servers on one. */
  beside?: Site;
  live?: LiveOptions;
  /** Where reference images are asked for; default: the internet. */
  outside?: Outside;
}

/** Secret of the tokens that stand for another issuer's. */
export const JWT_SECRET = 'a shared secret of at least thirty-two bytes';

export async function openSite({
  config: change = {},
  beside,
  live: liveOptions,
  outside,
}: SiteOptions = {}): Promise<Site> {
  const fresh = beside ? undefined : await freshDatabase();
  const database = fresh?.database ?? openDatabase(beside!.database.url);
  const data_dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-site-'));
  const logs: string[] = [];
  const log: Logger = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) });
  const config = testConfig({
    database_url: database.url,
    data_dir,
    jwt: { audience: 'authenticated', secret: JWT_SECRET },
    ...change,
  });
  const queue = await openQueue(database);
  const identity = createIdentity({ config, database, log });
  const live = createLive({ config, database, identity, log }, liveOptions);
  const services: Services = {
    config,
    database,
    identity,
    live,
    storage: await openFolder(path.join(data_dir, 'files')),
    admission: createAdmission(database, queue, config),
    editing: createEditing(database, queue, config),
    outside: outside ?? createOutside(),
    log,
  };
  // The address is known once it listens, and links begin with it.
  let app: ReturnType<typeof createApp> | undefined;
  const server = createHttpServer({ fetch: (request, env) => app!.fetch(request, env) });
  await new Promise<void>((resolve) => server.listen(config.port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  config.public_url = change.public_url ?? url;
  app = createApp(services);
  live.attach(server);

  const user = async (): Promise<SiteUser> => {
    const { id: user_id } = await createUser(database, {
      email: `${randomBytes(6).toString('hex')}@example.com`,
      name: 'Ada',
    });
    const { key } = await issueKey(database, { user_id, org_id: null });
    return { user_id, key };
  };
  const stopListening = async () => {
    await live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url,
    app,
    server,
    services,
    database,
    logs,
    call: (method, at, options) => call(url, method, at, options),
    user,
    async organization() {
      const owner = await user();
      const slug = `org-${randomBytes(6).toString('hex')}`;
      const { id: org_id } = await createOrganization(database, { name: 'Org', slug, owner: owner.user_id });
      const { key } = await issueKey(database, { user_id: owner.user_id, org_id });
      return { org_id, slug, owner, key };
    },
    async token(user_id) {
      const { SignJWT } = await import('jose');
      return new SignJWT({ role: 'authenticated', email: `${user_id}@example.com` })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(user_id)
        .setAudience('authenticated')
        .setExpirationTime('10m')
        .setJti(randomUUID())
        .sign(new TextEncoder().encode(JWT_SECRET));
    },
    stopListening,
    async close() {
      await stopListening();
      await queue.destroy();
      if (fresh) await fresh.drop();
      else await database.close();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

async function call(url: string, method: string, at: string, options: CallOptions = {}): Promise<Called> {
  const { key, token, headers = {}, body } = options;
  const response = await fetch(url + at, {
    method,
    headers: {
      ...(key && { 'X-API-Key': key }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}
