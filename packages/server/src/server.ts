/** A whole server: its port, Postgres, tables, the HTTP service, its workers. Started in that order; stopped by `stop`. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { openDatabase } from './database/database.ts';
import { startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { reachDatabase } from './database/reach.ts';
import { createEditing } from './edits/editing.ts';
import { Fault } from './errors.ts';
import { createApp } from './http/app.ts';
import { createHttpServer } from './http/listener.ts';
import { createIdentity, ensureFirstUser, sweepIdentity } from './identity/index.ts';
import { createAdmission } from './jobs/admission.ts';
import { openQueue } from './jobs/queue.ts';
import { startWorkerProcesses } from './jobs/worker-processes.ts';
import { createLive } from './live/live.ts';
import { createReadiness } from './operation/health.ts';
import { createLog } from './operation/logs.ts';
import { createMetrics, type Fetch } from './operation/metrics.ts';
import { mountOperation } from './operation/routes.ts';
import { createOutside } from './outside/outside.ts';
import type { Services } from './services.ts';
import { startSweeper } from './storage/index.ts';
import { createStorage } from './storage/storage.ts';

export interface RunningServer {
  /** Where clients reach it. */
  url: string;
  /** Only at the first start: no key can be told twice. */
  api_key: string | null;
  /** Signs the first user in, once. */
  sign_in: string;
  /** Process ids of its workers, and of the Postgres it keeps. */
  pids: { workers(): number[]; postgres(): number | undefined };
  /** Ends requests under way, lets workers hand over, and stops Postgres. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  log?: Logger;
  /** What is forked for each worker; default: the worker that makes films with the engine. */
  workerEntry?: URL;
}

const HOUR = 3_600_000;

/** @throws Fault when the port, the folder or the database cannot be used, in a sentence that names the fix */
export async function startServer(given: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLog(given);
  /** What has been started, to be stopped in the other order; each entry at once with its fellows. */
  const started: (() => Promise<unknown>)[] = [];
  let stopping = false;
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopping = true;
    stopped ??= (async () => {
      for (const end of started.reverse()) await end();
    })();
    return stopped;
  };
  try {
    // First, since it fails fast, and since links begin with the address.
    let app: Fetch = STARTING;
    const http = createHttpServer({ fetch: (request, env) => app.fetch(request, env) });
    const port = await listen(http, given);
    started.push(() => closeGently(http, given.work.grace_seconds));

    const embedded = given.database_url ? undefined : await startEmbedded(given.data_dir, log);
    if (embedded) started.push(() => embedded.stop());
    const config: Config = {
      ...given,
      port,
      public_url: given.public_url.replace(/:0$/, `:${port}`),
      database_url: given.database_url ?? embedded!.url,
    };
    const database = openDatabase(config.database_url!);
    started.push(() => database.close());
    await reachDatabase(database);
    await migrate(database);
    const queue = await openQueue(database, log);
    started.push(() => queue.destroy());
    const storage = await createStorage(config);
    const identity = createIdentity({ config, database, log });
    const admission = createAdmission(database, queue, config);
    const live = createLive({ config, database, identity, log });
    const services: Services = {
      config,
      database,
      identity,
      storage,
      admission,
      editing: createEditing(database, queue, config),
      outside: createOutside(),
      live,
      log,
    };
    const { api_key, sign_in } = await ensureFirstUser(services);

    started.push(startSweeper(services), sweepHourly(services));
    const metrics = createMetrics(services);
    const routes = createApp(services);
    mountOperation(routes, {
      readiness: createReadiness(services),
      metrics,
      isStopping: () => stopping,
    });
    app = metrics.measured(routes);
    live.attach(http);
    started.push(() => live.close());
    await live.listening();
    const workers = startWorkerProcesses(config, log, options.workerEntry);
    // Requests under way end while the workers hand over; those who follow live are sent away first.
    const closing = started.shift()!;
    const leaving = started.pop()!;
    started.push(() => Promise.all([leaving().then(closing), workers.stop()]));
    log.info({ url: config.public_url, port, workers: config.work.workers }, 'server ready');
    return {
      url: config.public_url,
      api_key,
      sign_in,
      pids: { workers: () => workers.pids(), postgres: () => embedded?.pid },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is answered until there is more to answer with. */
const STARTING: Fetch = {
  fetch(request) {
    if (new URL(request.url).pathname === '/healthz') return Response.json({ status: 'ok' });
    return Response.json(
      { detail: 'The server is starting; try again in a few seconds.' },
      { status: 503, headers: { 'Retry-After': '2' } },
    );
  },
};

function sweepHourly({ database, log }: Services): () => Promise<void> {
  const timer = setInterval(() => {
    sweepIdentity(database).catch((error) => log.error({ err: error }, 'sweeping sessions failed'));
  }, HOUR);
  timer.unref();
  return async () => clearInterval(timer);
}

function listen(http: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new Fault('unavailable', sentenceOf(cause.code, host, port), { cause }));
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

function sentenceOf(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use; choose another with --port, or stop what listens there.`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user; choose one above 1023 with --port.`;
  return `${host} is no address of this machine; choose another with --host.`;
}

/** Requests under way are answered, within the grace; connections that only wait are closed. */
function closeGently(http: Server, graceSeconds: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => http.closeAllConnections(), graceSeconds * 1000);
    // One that has been answered meanwhile would wait for a next request.
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    http.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
    http.closeIdleConnections();
  });
}
