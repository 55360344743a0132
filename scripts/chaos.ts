/**
 * Kills servers, workers and Postgres at random moments and says what became of the films: `npm run chaos`.
 * `-- --rounds 60 --film-ms 3000 --seed 1`; `--real` makes real films; `--edits` kills them in the phases of edits.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chaos } from '../packages/server/src/testing/chaos.ts';
import { chaosOfEdits } from '../packages/server/src/testing/chaos-edits.ts';
import { VICTIMS } from '../packages/server/src/testing/victims.ts';

/** A film goes on within this after its server, worker or database was killed, ms. */
const BAR = 10_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    'film-ms': { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '18787' },
    real: { type: 'boolean', default: false },
    edits: { type: 'boolean', default: false },
  },
});
const dir = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-chaos-'));
try {
  if (values.edits) await killEdits();
  else await killFilms();
} finally {
  if (process.exitCode === 0) await rm(dir, { recursive: true, force: true });
  else console.log(`Everything is left in ${dir}; the server’s log is ${path.join(dir, 'server.log')}.`);
}

async function killFilms(): Promise<void> {
  const report = await chaos({
    rounds: Number(values.rounds),
    dir,
    port: Number(values.port),
    seed: Number(values.seed),
    ...(values.real
      ? { task: 'Explain how HTTPS works in 30 seconds' }
      : { film_ms: Number(values['film-ms']) }),
    onRound: (line) => console.log(line),
  });
  for (const victim of VICTIMS) {
    const times = report.rounds.filter((round) => round.victim === victim).map((round) => round.resumed_ms);
    times.sort((a, b) => a - b);
    if (times.length > 0)
      console.log(
        `${victim}: ${times.length} kills; moved again after ${times[Math.floor(times.length / 2)]} ms (median), ${times.at(-1)} ms (longest)`,
      );
  }
  const slow = report.rounds.filter((round) => round.resumed_ms > BAR);
  console.log(
    `${report.accepted} films accepted, ${report.complete} complete; ${report.faults.length} faults; ${slow.length} slower than ${BAR / 1000} s`,
  );
  for (const fault of report.faults) console.log(fault);
  process.exitCode = report.faults.length > 0 || slow.length > 0 || report.complete < report.accepted ? 1 : 0;
}

async function killEdits(): Promise<void> {
  const report = await chaosOfEdits({
    rounds: Number(values.rounds),
    dir,
    port: Number(values.port),
    seed: Number(values.seed),
    ...(values.real
      ? { request: (round) => `Change the title to Round ${round + 1}` }
      : { film_ms: Number(values['film-ms']) }),
    onRound: (line) => console.log(line),
  });
  const made = report.rounds.filter(({ status }) => status === 'complete').length;
  console.log(
    `${report.rounds.length} edits, ${made} complete, all reverted; ${report.faults.length} faults`,
  );
  for (const fault of report.faults) console.log(fault);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
