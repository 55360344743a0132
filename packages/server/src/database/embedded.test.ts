/** The embedded Postgres through kills, adoptions and stops. Each test has a real one of its own, or of its group. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import { stopCluster } from './cluster.ts';
import { openDatabase } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { withLock } from './lock.ts';
import { startOf } from './processes.ts';

const silent = pino({ level: 'silent' });
const script = fileURLToPath(new URL('../testing/keep-postgres.ts', import.meta.url));
interface Kept {
  child: ChildProcess;
  url: string;
  pid: number;
  started: boolean;
}

async function keep(dataDir: string): Promise<Kept> {
  const child = fork(script, [dataDir], { execArgv: ['--import', 'tsx'] });
  const [told] = await once(child, 'message');
  return { child, ...told };
}

async function end(child: ChildProcess, how: 'orderly' | 'killed'): Promise<void> {
  const exit = once(child, 'exit');
  if (how === 'orderly') child.send('stop');
  else child.kill('SIGKILL');
  await exit;
}

describe('the embedded Postgres', () => {
  let dataDir: string;
  beforeAll(async () => {
    // Made with mode 0700, as temporary folders are: whoever Postgres runs as must get in nevertheless.
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-embedded-'));
    const embedded = await startEmbedded(dataDir, silent);
    const database = openDatabase(embedded.url, 1);
    await database.query('create table kept (n int)');
    await database.close();
    await embedded.stop();
  });
  afterAll(async () => {
    await stopCluster(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is made once when two servers start at once on an empty folder, and stops with the last of them', async () => {
    const empty = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-embedded-'));
    const both = await Promise.all([keep(empty), keep(empty)]);
    expect(both[0].pid).toBe(both[1].pid);
    expect(both.map(({ started }) => started).sort()).toEqual([false, true]);
    expect((await readdir(empty)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log']);
    await end(both[0].child, 'orderly');
    expect(await startOf(both[0].pid)).toBeDefined();
    await end(both[1].child, 'orderly');
    expect(await startOf(both[0].pid)).toBeUndefined();
    await rm(empty, { recursive: true });
  });

  it('keeps its password to itself, listens on this machine only, and is as durable as Postgres is', async () => {
    const embedded = await startEmbedded(dataDir, silent);
    const database = openDatabase(embedded.url, 1);
    const { rows } = await database.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
         current_setting('full_page_writes') as pages, current_setting('listen_addresses') as listens,
         current_setting('unix_socket_directories') as sockets, current_setting('max_connections') as most`,
    );
    expect(rows[0]).toEqual({
      fsync: 'on',
      commits: 'on',
      pages: 'on',
      listens: '127.0.0.1',
      sockets: '',
      most: '100',
    });
    await database.close();
    expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    const wrong = openDatabase(embedded.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 1);
    await expect(wrong.query('select 1')).rejects.toThrow(/password authentication failed/);
    await wrong.close();
    await embedded.stop();
  });

  it('is adopted after its server was killed, with all that was committed', async () => {
    const first = await keep(dataDir);
    const before = openDatabase(first.url, 1);
    await before.query('truncate kept');
    await before.query('insert into kept values (7)');
    await before.close();
    await end(first.child, 'killed');
    expect(await startOf(first.pid)).toBeDefined();
    const second = await startEmbedded(dataDir, silent);
    expect(second.pid).toBe(first.pid);
    expect(second.started).toBe(false);
    const after = openDatabase(second.url, 1);
    expect((await after.query('select n from kept')).rows).toEqual([{ n: 7 }]);
    await after.close();
    await second.stop();
    expect(await startOf(first.pid)).toBeUndefined();
  });

  it('comes back at the same address when it is killed, and clients reconnect by themselves', async () => {
    const embedded = await startEmbedded(dataDir, silent);
    const database = openDatabase(embedded.url, 2);
    await database.query('truncate kept');
    const { pid } = embedded;
    for (let round = 0; round < 2; round += 1) {
      const killed = embedded.pid;
      // A client may first hear of the last kill when it uses a connection that was idle then.
      await until(() =>
        database.query('insert into kept values ($1)', [100 + round]).then(
          () => true,
          () => false,
        ),
      );
      process.kill(killed, 'SIGKILL');
      await until(async () => {
        const answer = await database
          .query<{ n: number }>('select max(n) as n from kept')
          .catch(() => undefined);
        return answer?.rows[0]?.n === 100 + round && embedded.pid !== killed;
      });
    }
    expect(embedded.pid).not.toBe(pid);
    await database.close();
    await embedded.stop();
    expect(await startOf(embedded.pid)).toBeUndefined();
  });

  it('starts over a pid file whose number belongs to another program now', async () => {
    const file = path.join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${path.join(dataDir, 'postgres')}\n1\n5999\n\n127.0.0.1\n\n`);
    const embedded = await startEmbedded(dataDir, silent);
    expect(embedded.started).toBe(true);
    expect(embedded.pid).not.toBe(process.pid);
    await embedded.stop();
  });

  it('refuses a folder of another version, and one whose password is lost, with the fix', async () => {
    const version = path.join(dataDir, 'postgres', 'PG_VERSION');
    const made = await readFile(version, 'utf8');
    await writeFile(version, '99\n');
    await expect(startEmbedded(dataDir, silent)).rejects.toThrow(
      /was made by Postgres 99 and this is Postgres 18; start the version of Chalktalk that made it, or choose/,
    );
    await writeFile(version, made);
    const secret = path.join(dataDir, 'postgres.json');
    const kept = await readFile(secret, 'utf8');
    await rm(secret);
    await expect(startEmbedded(dataDir, silent)).rejects.toThrow(/restore it from a backup/);
    await writeFile(secret, kept, { mode: 0o600 });
  });

  it('says what to do when its folder cannot be made', async () => {
    const file = path.join(dataDir, 'a-file');
    await writeFile(file, '');
    await expect(startEmbedded(path.join(file, 'data'), silent)).rejects.toThrow(
      /cannot be written; choose one you may write to with --data/,
    );
  });
});

describe('the lock of a folder', () => {
  it('lets one in at a time, and passes over a holder that is dead', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-lock-'));
    const file = path.join(folder, 'lock');
    const dead = fork(script, ['--version'], { execPath: '/bin/true', execArgv: [], stdio: 'ignore' });
    await once(dead, 'exit');
    await writeFile(file, `${dead.pid} 12345 0000`);
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withLock(file, work)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
