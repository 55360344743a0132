/**
 * How fast films are made, and how fast they could be: `npm run bench -- [--json] [--film typical]`. Each film is made in
 * a process of its own; beside it x264 alone encodes the same frames from memory, the ceiling of any renderer, and once
 * more told what changed.
 */
import { execFile } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Ceiling } from './ceiling.ts';
import type { FilmTimes } from './film.ts';
import { FILMS, type FilmName } from './films.ts';

interface Result extends FilmTimes {
  film: FilmName;
  shows: string;
  /** Frames a second, and films' seconds a second, from storyboard to complete MP4 with sound. */
  fps: number;
  times_realtime: number;
  /** Frames a second of x264 alone on all threads: the ceiling of a renderer, and the share of it reached. */
  ceiling_fps: number;
  of_ceiling: number;
  /** The same where x264 is told what changed, which only a renderer that knows it can do. */
  hinted_ceiling_fps: number;
  of_hinted_ceiling: number;
}

const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    film: { type: 'string', multiple: true, default: Object.keys(FILMS) },
    threads: { type: 'string', default: String(os.availableParallelism()) },
  },
});
const unknown = values.film.find((name) => !(name in FILMS));
if (unknown) {
  console.error(`There is no film "${unknown}"; use ${Object.keys(FILMS).join(', ')}.`);
  process.exit(2);
}

const results: Result[] = [];
for (const film of values.film as FilmName[]) {
  if (!values.json) console.error(`${film} …`);
  results.push(await measure(film, Number(values.threads)));
}
console.log(
  values.json ? JSON.stringify({ threads: Number(values.threads), results }, null, 2) : table(results),
);

async function measure(film: FilmName, threads: number): Promise<Result> {
  const times = await script<FilmTimes>('film.ts', [film, `${threads}`]);
  const ceiling_fps = await ceilingOf(film, threads, 'plain');
  const hinted_ceiling_fps = await ceilingOf(film, threads, 'hinted');
  const { layout, frames, film: joining } = times.stages;
  const fps = times.frames / (layout + frames + joining);
  return {
    film,
    shows: FILMS[film].shows,
    ...times,
    fps,
    times_realtime: times.seconds / (layout + frames + joining),
    ceiling_fps,
    of_ceiling: fps / ceiling_fps,
    hinted_ceiling_fps,
    of_hinted_ceiling: fps / hinted_ceiling_fps,
  };
}

async function ceilingOf(film: FilmName, threads: number, hints: 'plain' | 'hinted'): Promise<number> {
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, part) =>
      script<Ceiling>('ceiling.ts', [film, `${part}`, `${threads}`, hints]),
    ),
  );
  return parts.reduce((sum, part) => sum + part.frames / part.seconds, 0);
}

async function script<Output>(name: string, args: string[]): Promise<Output> {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, ...args]);
  return JSON.parse(stdout) as Output;
}

function table(rows: Result[]): string {
  const head = [
    'film',
    'length',
    'layout',
    'frames',
    'film',
    'reading',
    'frames/s',
    '× real time',
    'x264 alone',
    'of it',
    'told changes',
    'of it',
    'memory',
  ];
  const body = rows.map((row) => [
    row.film,
    `${row.seconds.toFixed(0)} s`,
    ...(['layout', 'frames', 'film', 'reading'] as const).map((stage) => `${row.stages[stage].toFixed(1)} s`),
    row.fps.toFixed(0),
    row.times_realtime.toFixed(1),
    `${row.ceiling_fps.toFixed(0)} /s`,
    row.of_ceiling.toFixed(2),
    `${row.hinted_ceiling_fps.toFixed(0)} /s`,
    row.of_hinted_ceiling.toFixed(2),
    `${row.peak_memory.toFixed(0)} MB`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[title, ...body.map((row) => row[column]!)].map((text) => text.length)),
  );
  const written = [head, ...body].map((row) =>
    row.map((text, column) => text.padStart(widths[column]!)).join('  '),
  );
  const notes = rows.map(({ film, shows }) => `${film}: ${shows}`);
  return [...written, '', ...notes].join('\n');
}
