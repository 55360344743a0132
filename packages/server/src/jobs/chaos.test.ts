/** Whoever is killed, at whatever moment: nothing promised is lost, done twice, or goes back. More rounds: `npm run chaos`. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../database/port.ts';
import { chaos } from '../testing/chaos.ts';
import { VICTIMS } from '../testing/victims.ts';

test('server, worker and Postgres are killed in turn, and every accepted film is made once', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-chaos-'));
  try {
    const report = await chaos({ rounds: 6, dir, port: await freePort(), seed: 7, film_ms: 1800 });
    expect(report.faults).toEqual([]);
    expect(report.rounds.map(({ victim }) => victim)).toEqual([...VICTIMS, ...VICTIMS]);
    expect([report.accepted, report.complete]).toEqual([6, 6]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 400_000);
