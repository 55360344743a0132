/** A whole server: Postgres, tables, the HTTP service, its workers. Started in that order, stopped in the other. */
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { openDatabase } from './database/database.ts';
import { startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { Fault } from './errors.ts';
import { createApp } from './http/app.ts';
import { createHttpServer } from './http/listener.ts';
import { createIdentity, ensureFirstUser } from './identity/index.ts';
import { createAdmission } from './jobs/admission.ts';
import { openQueue } from './jobs/queue.ts';
import { startWorkerProcesses } from './jobs/worker-processes.ts';
import { createLog } from './operation/logs.ts';
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

/** @throws Fault `unavailable` when the port, the folder or the database cannot be used, in a sentence that names the fix */
export async function startServer(given: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLog(given);
  /** What has been started, to be stopped in the other order. */
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const embedded = given.database_url ? undefined : await startEmbedded(given.data_dir, log);
    if (embedded) started.push(() => embedded.stop());
    const config: Config = { ...given, database_url: given.database_url ?? embedded!.url };
    const database = openDatabase(config.database_url!);
    started.push(() => database.close());
    await migrate(database);
    const queue = await openQueue(database, log);
    started.push(() => queue.destroy());
    const storage = await createStorage(config);
    const identity = await createIdentity({ config, database, log });
    const admission = createAdmission(database, queue, config);
    const services: Services = { config, database, identity, storage, admission, log };

    const http = createHttpServer(createApp(services));
    const port = await listen(http, config);
    started.push(() => closeGently(http));
    const stopSweeper = startSweeper(services);
    started.push(stopSweeper);
    const workers = startWorkerProcesses(config, log, options.workerEntry);
    started.push(() => workers.stop());
    const { api_key, sign_in } = await ensureFirstUser(services);
    log.info({ url: config.public_url, port }, 'server ready');
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

type Http = ReturnType<typeof createHttpServer>;

function listen(http: Http, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} is taken; choose another with --port, or stop what listens there.`
          : cause.code === 'EACCES'
            ? `Port ${port} may not be used by this user; choose one above 1023 with --port.`
            : `${host} is no address of this machine; choose another with --host.`;
      reject(new Fault('unavailable', sentence, { cause }));
    });
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

/** Requests under way are answered; connections that only wait are closed. */
function closeGently(http: Http): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
    setTimeout(() => http.closeAllConnections(), 5_000).unref();
  });
}
