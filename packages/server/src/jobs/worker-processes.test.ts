/** The processes beside a server, with an entry that ends at once. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../operation/logs.ts';
import { testConfig } from '../testing/config.ts';
import { startWorkerProcesses } from './worker-processes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-workers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('one that ends is told in the log with its own process id beside that of the server', async () => {
  const entry = path.join(folder, 'ends.mjs');
  await writeFile(entry, 'process.exit(3);');
  const config = testConfig({ database_url: 'postgres://127.0.0.1:1/none', data_dir: folder });
  const lines = new PassThrough();
  const log = createLog({ log_level: 'info' }, lines);
  const workers = startWorkerProcesses(
    { ...config, work: { ...config.work, workers: 1 } },
    log,
    pathToFileURL(entry),
  );
  const [pid] = workers.pids();
  const [chunk] = await once(lines, 'data');
  await workers.stop();
  const line = String(chunk).split('\n')[0]!;
  expect(line.match(/"pid":/g)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ pid: process.pid, process: pid, code: 3 });
});
