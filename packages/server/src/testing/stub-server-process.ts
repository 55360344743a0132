/** A whole server in a process of its own, whose films are stubs: its configuration comes in the file it is told. */
import { readFileSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { startServer } from '../server.ts';

const config = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Config;
const server = await startServer(config, {
  ...(process.env.STUB_FILM_MS ? { workerEntry: new URL('stub-worker-process.ts', import.meta.url) } : {}),
});
const { url, api_key, pids } = server;
const tell = () => process.send?.({ url, api_key, workers: pids.workers(), postgres: pids.postgres() });
tell();
// Whoever kills them asks for their ids as they are now.
process.on('message', tell);
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.once('disconnect', () => process.exit(0));
