/**
 * Does a long line slow anybody down? `npm run bench:parked`: submits, ends (which lets the next one in) and polls a film
 * of a caller with 100 films in line, and of one with 10,000, in turn, on a real Postgres; prints medians and their ratio.
 */
import { randomUUID } from 'node:crypto';
import { parseBrief } from '@chalktalk/engine';
import { createReader } from '../packages/server/src/http/videos/reader.ts';
import { createAdmission } from '../packages/server/src/jobs/admission.ts';
import { openQueue } from '../packages/server/src/jobs/queue.ts';
import { testConfig } from '../packages/server/src/testing/config.ts';
import { freshDatabase, removeTestPostgres } from '../packages/server/src/testing/postgres.ts';

const LINES = [100, 10_000] as const;
const TIMES = 200;
/** The most a line of 10,000 may cost against one of 100. */
const BAR = 2;
const STEPS = ['submit', 'promote', 'poll'] as const;
type Step = (typeof STEPS)[number];

const brief = parseBrief({ task: 'How do tides work?', video_duration_seconds: 30 });

async function openLine(length: number) {
  const base = await freshDatabase();
  const config = testConfig({ database_url: base.url, data_dir: '/nowhere' });
  const limits = { ...config.limits, videos: 1_000_000 };
  const queue = await openQueue(base.database);
  const admission = createAdmission(base.database, queue, { ...config, limits });
  const reader = createReader(base.database, limits);
  const user_id = randomUUID();
  const submit = (films: number) =>
    admission.submit(
      { user_id, org_id: null, email: null, briefs: Array.from({ length: films }, () => brief) },
      (taken) => taken.map(({ uuid }) => uuid!),
    );
  const line: string[] = [];
  while (line.length < length + limits.active)
    line.push(...(await submit(Math.min(50, length + limits.active))));
  // What Postgres' own housekeeping does within a minute.
  await base.database.query('vacuum analyze');
  const result = {
    files: { video: 'v', vtt: 'v', srt: 's', thumbnail: 't', transcript: 't', report: 'r' },
    duration_seconds: 30,
    scenes: [],
    planner: 'note',
    sources: [],
  };
  let first = 0;
  const times: Record<Step, number[]> = { submit: [], promote: [], poll: [] };
  const timed = async (step: Step, run: () => Promise<unknown>) => {
    const started = performance.now();
    await run();
    times[step].push(performance.now() - started);
  };
  return {
    times,
    async once(turn: number) {
      await timed('submit', async () => line.push(...(await submit(1))));
      await timed('promote', () => admission.complete(line[first]!, result));
      first += 1;
      await timed('poll', () => reader.read({ user_id }, line[first + ((turn * 37) % length)]!));
    },
    async close() {
      await queue.destroy();
      await base.drop();
    },
  };
}

try {
  const lines = [];
  for (const length of LINES) lines.push(await openLine(length));
  // In turn, so that whatever else the machine does meets both alike.
  for (let turn = 0; turn < TIMES; turn += 1) for (const line of lines) await line.once(turn);
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  let worst = 0;
  for (const step of STEPS) {
    const [short, long] = lines.map((line) => median(line.times[step])) as [number, number];
    worst = Math.max(worst, long / short);
    console.log(
      `${step.padEnd(8)} ${short.toFixed(2)} ms with ${LINES[0]} in line, ${long.toFixed(2)} ms with ${LINES[1]}: ${(long / short).toFixed(2)} ×`,
    );
  }
  for (const line of lines) await line.close();
  if (worst > BAR) {
    console.log(`The bar is ${BAR} ×.`);
    process.exitCode = 1;
  }
} finally {
  await removeTestPostgres();
}
