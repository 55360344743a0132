/**
 * What an edit costs: `npm run bench:edit -- [--json] [--note dns] [--scene 3]`. A film of 60 s is made from nothing, then
 * one of its scenes is changed; both with cold caches for what is new. The bar: the edit takes at most 0.35 of the time.
 * Says as well whether the packets of all other scenes stayed the same.
 */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chunksOf } from '../packages/engine/src/frames/chunk.ts';
import {
  createRenderPool,
  packetHashes,
  parseBrief,
  remakeFilm,
  steps,
  understandEdit,
} from '../packages/engine/src/index.ts';
import { FPS } from '../packages/engine/src/scene/scene.ts';

const BAR = 0.35;
const SECONDS = 60;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    note: { type: 'string', default: 'dns' },
    scene: { type: 'string', default: '3' },
    threads: { type: 'string', default: String(os.availableParallelism()) },
  },
});
const number = Number(values.scene);
const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-bench-edit-'));
const pool = createRenderPool(Number(values.threads));
try {
  const result = await measure();
  console.log(values.json ? JSON.stringify(result, null, 2) : table(result));
  process.exitCode = result.ratio <= BAR && result.others_same ? 0 : 1;
} finally {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
}

type Result = Awaited<ReturnType<typeof measure>>;

async function measure() {
  // Threads, fonts and the voice are warm in both, as they are on a server.
  await makeFilm('warm');
  const full = await makeFilm('film');
  const { film } = full;
  const request = `Change the first sentence of scene ${number} to "${changed(film.script.sections[number - 1]!.sentences[0]!.text)}"`;
  // Where the edited film goes, the film before it lies.
  await cp(path.join(folder, 'film'), path.join(folder, 'edited'), { recursive: true });
  const cpu = process.cpuUsage();
  const started = performance.now();
  const operations = await understandEdit(request, film);
  const edited = await remakeFilm(film, operations, {
    outDir: path.join(folder, 'edited'),
    workDir: path.join(folder, 'edit'),
    audioDir: path.join(folder, 'film-work'),
    cacheDir: path.join(folder, 'film-cache'),
    pool,
  });
  const seconds = since(started);
  const edit_cpu = cpuSince(cpu);
  const before = await packetHashes(path.join(folder, 'film', 'video.mp4'));
  const after = await packetHashes(path.join(folder, 'edited', 'video.mp4'));
  const others = film.storyboard.scenes.flatMap((was, index) => {
    const is = edited.storyboard.scenes[index]!;
    if (edited.changes.modified_scenes.includes(index + 1)) return [];
    const opening = edited.changes.modified_scenes.includes(index)
      ? chunksOf(edited.scenes[index]!)[0]!.to
      : 0;
    const part = (packets: string[], { start, end }: typeof was) =>
      packets.slice(Math.round(start * FPS) + opening, Math.round(end * FPS)).join();
    return [part(before, was) === part(after, is)];
  });
  return {
    note: values.note,
    threads: Number(values.threads),
    scenes: film.storyboard.scenes.length,
    film_seconds: film.narration.duration,
    scene_seconds: edited.storyboard.scenes[number - 1]!.end - edited.storyboard.scenes[number - 1]!.start,
    full: full.seconds,
    edit: seconds,
    ratio: seconds / full.seconds,
    // Of all threads: what a busy machine distorts less.
    full_cpu: full.cpu,
    edit_cpu,
    bar: BAR,
    stages: {
      full: full.stages,
      edit: Object.fromEntries(edited.report.stages.map((one) => [one.name, one.seconds])),
    },
    changes: edited.changes,
    others_same: others.every(Boolean),
  };
}

/** The same sentence with something to say before it. */
function changed(sentence: string): string {
  return `Look closely now. ${sentence}`.replace(
    /\. (\p{Lu})/u,
    (_, letter: string) => `, ${letter.toLowerCase()}`,
  );
}

async function makeFilm(name: string) {
  const dir = path.join(folder, `${name}-work`);
  const cacheDir = path.join(folder, `${name}-cache`);
  await mkdir(dir, { recursive: true });
  const file = `${values.note}.md`;
  const text = await readFile(fileURLToPath(new URL(`../knowledge/${file}`, import.meta.url)), 'utf8');
  const stages: Record<string, number> = {};
  const stage = async <T>(label: string, run: () => T | Promise<T>): Promise<T> => {
    const from = performance.now();
    const made = await run();
    stages[label] = since(from);
    return made;
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  const brief = parseBrief({ task: values.note, video_duration_seconds: SECONDS });
  const script = await stage('script', () => steps.scriptFor(brief, { note: { text, file } }));
  const narration = await stage('narration', () => steps.narrationFor(brief, script, { dir }));
  const storyboard = await stage('storyboard', () => steps.storyboardFor(brief, script, narration));
  const scenes = await stage('scenes', () => steps.scenesFor(storyboard, narration));
  const documents = { script, narration, storyboard, scenes };
  const gates = await stage('checks', () => steps.planGates(documents));
  const clips = await stage('frames', () => pool.render(scenes, { cacheDir }));
  const making = {
    documents,
    assets: steps.assetsFor(scenes),
    gates,
    clips,
    audioDir: dir,
    stages: [],
    seconds: () => since(started),
  };
  await stage('film', () => steps.finishFilm(brief, making, path.join(folder, name)));
  return {
    film: { brief, script, narration, storyboard },
    seconds: since(started),
    cpu: cpuSince(cpu),
    stages,
  };
}

function since(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}

/** Seconds of processor time. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000) / 1000;
}

function table(result: Result): string {
  const times = (stages: Record<string, number>) =>
    Object.entries(stages)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(1)}`)
      .join(', ');
  return [
    `${result.note}: ${result.film_seconds.toFixed(0)} s, ${result.scenes} scenes; scene ${number} (${result.scene_seconds.toFixed(1)} s) changed; ${result.threads} threads`,
    `all of it   ${result.full.toFixed(1)} s  (${times(result.stages.full)})`,
    `the edit    ${result.edit.toFixed(1)} s  (${times(result.stages.edit)})`,
    `ratio       ${result.ratio.toFixed(3)}  (bar ${result.bar})`,
    `processor   ${result.edit_cpu.toFixed(1)} s of ${result.full_cpu.toFixed(1)} s: ${(result.edit_cpu / result.full_cpu).toFixed(3)}`,
    `other scenes packet for packet the same: ${result.others_same ? 'yes' : 'no'}`,
  ].join('\n');
}
