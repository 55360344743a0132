/** Whoever is killed in whatever phase of an edit: the film is the old one or the new one, whole. More: `npm run chaos -- --edits`. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../database/port.ts';
import { chaosOfEdits } from '../testing/chaos-edits.ts';

test('server, worker and Postgres are killed in turn in the phases of an edit, and every edit is made', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-chaos-edits-'));
  try {
    const report = await chaosOfEdits({ rounds: 3, dir, port: await freePort(), seed: 3, film_ms: 1800 });
    expect(report.faults).toEqual([]);
    expect(report.rounds.map(({ victim, status }) => [victim, status])).toEqual([
      ['server', 'complete'],
      ['worker', 'complete'],
      ['postgres', 'complete'],
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}, 400_000);
