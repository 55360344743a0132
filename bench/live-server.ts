/**
 * The server of the live bench, in a process of its own on a real Postgres: `live-server.ts <folder>`. It tells its parent
 * where it listens, says on demand how much memory it holds, and ends when its parent does.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { openDatabase } from '../packages/server/src/database/database.ts';
import { startEmbedded } from '../packages/server/src/database/embedded.ts';
import { issueKey } from '../packages/server/src/identity/keys.ts';
import { createUser } from '../packages/server/src/identity/users.ts';
import { startServer } from '../packages/server/src/server.ts';
import { testConfig } from '../packages/server/src/testing/config.ts';

export interface LiveStarted {
  url: string;
  database_url: string;
  /** Two people: whose films are followed, and who is to be told nothing. */
  users: { user_id: string; key: string }[];
}

/** What is left once garbage is collected: memory that a process keeps for later says nothing of who needs it. */
export interface Memory {
  /** Bytes of objects and of the buffers they hold; without what the system keeps for sockets. */
  held: number;
}

const folder = process.argv[2]!;
const log = pino({ level: 'error' }, pino.destination(2));
const postgres = await startEmbedded(folder, log);
const server = await startServer(
  testConfig({ database_url: postgres.url, data_dir: folder, public_url: 'http://127.0.0.1:0' }),
  { log },
);
const database = openDatabase(postgres.url, 1);
const users: LiveStarted['users'] = [];
for (const name of ['ada', 'mallory']) {
  const { id: user_id } = await createUser(database, { email: `${name}@example.com`, name });
  users.push({ user_id, key: (await issueKey(database, { user_id, org_id: null })).key });
}
process.on('message', async () => {
  // What the first round lets go of closes, and is garbage itself.
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc!();
    await wait(100);
  }
  globalThis.gc!();
  // External memory includes that of buffers.
  const { heapUsed, external } = process.memoryUsage();
  process.send!({ held: heapUsed + external } satisfies Memory);
});
process.on('disconnect', async () => {
  await server.stop();
  await database.close();
  await postgres.stop();
  process.exit();
});
process.send!({ url: server.url, database_url: postgres.url, users } satisfies LiveStarted);
