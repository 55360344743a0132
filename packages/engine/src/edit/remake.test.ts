/** A real film of three scenes, edited: what was not touched is not made again, and what was can be taken back. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseBrief } from '../brief/brief.ts';
import { createRenderPool, packetHashes, type RenderPool } from '../frames/index.ts';
import { FPS } from '../scene/scene.ts';
import { CLEARED } from '../scene/transition.ts';
import {
  assetsFor,
  finishFilm,
  narrationFor,
  planGates,
  scenesFor,
  scriptFor,
  storyboardFor,
} from '../steps.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import { SAMPLE_RATE } from '../voice/index.ts';
import { readSamples } from '../voice/samples-file.ts';
import { EXAMPLE_NOTE } from './example.ts';
import type { EditableFilm, PlannedEdit } from './film.ts';
import { understandEdit } from './grammar/index.ts';
import { planEdit } from './plan.ts';
import { remakeFilm } from './remake.ts';

let folder: string;
let pool: RenderPool;
let film: EditableFilm;
let edited: PlannedEdit;
const at = (name: string) => path.join(folder, name);
/** Frames that show what leaves from the scene before. */
const OPENING = Math.ceil(CLEARED * FPS);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-edit-'));
  pool = createRenderPool();
  await mkdir(at('voice'));
  const note = { text: EXAMPLE_NOTE.split('\n# Glass')[0]!, file: 'example.md' };
  const brief = parseBrief({ task: 'How a message travels', video_duration_seconds: 30 });
  const script = await scriptFor(brief, { note });
  const narration = await narrationFor(brief, script, { dir: at('voice') });
  const storyboard = await storyboardFor(brief, script, narration);
  film = { brief, script, narration, storyboard };
  await makeOf(film, at('voice'), at('original'));
  await cp(at('original'), at('film'), { recursive: true });
  const operations = await understandEdit(
    'Change the first sentence of scene 2 to "Three small machines help it on its long way."',
    film,
  );
  edited = await remakeFilm(film, operations, { ...places('film'), workDir: at('work') });
}, 240_000);

afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

function places(out: string) {
  return { outDir: at(out), cacheDir: at('cache'), audioDir: at('voice'), pool };
}

async function makeOf({ brief, script, narration, storyboard }: EditableFilm, audioDir: string, out: string) {
  const scenes = await scenesFor(storyboard, narration);
  const documents = { script, narration, storyboard, scenes };
  const gates = await planGates(documents);
  const clips = await pool.render(scenes, { cacheDir: at('cache') });
  await finishFilm(
    brief,
    { documents, assets: assetsFor(scenes), gates, clips, audioDir, stages: [], seconds: () => 1 },
    out,
  );
}

async function packetsByScene(name: string, { scenes }: Storyboard): Promise<string[][]> {
  const packets = await packetHashes(path.join(at(name), 'video.mp4'));
  return scenes.map(({ start, end }) => packets.slice(Math.round(start * FPS), Math.round(end * FPS)));
}

const hashOfFile = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

test('only the scene that was changed is made again; the others are packet for packet as before', async () => {
  expect(edited.changes).toEqual({ modified_scenes: [2], added_scenes: [], removed_scenes: [] });
  const before = await packetsByScene('original', film.storyboard);
  const after = await packetsByScene('film', edited.storyboard);
  expect(after).toHaveLength(3);
  expect(after[0]).toEqual(before[0]);
  expect(after[1]).not.toEqual(before[1]);
  expect(after[2]!.slice(OPENING)).toEqual(before[2]!.slice(OPENING));
  expect(edited.storyboard.scenes[2]!.start).toBeGreaterThan(film.storyboard.scenes[2]!.start);
});

test('what is said as before sounds as before, sample for sample, at the same moments of its scene', async () => {
  const [was, is] = await Promise.all([
    readSamples(at('voice'), 'narration.f32'),
    readSamples(at('work'), 'narration.f32'),
  ]);
  const span = (samples: Float32Array, { narration }: EditableFilm, index: number) => {
    const { start, end } = narration.sections[index]!;
    return samples.subarray(Math.round(start * SAMPLE_RATE), Math.round(end * SAMPLE_RATE));
  };
  for (const index of [0, 2])
    expect(Buffer.from(span(is, edited, index)).equals(Buffer.from(span(was, film, index)))).toBe(true);
  expect(edited.narration.voice).toEqual(film.narration.voice);
});

test('captions and transcript follow, and every gate of the edited film has passed', async () => {
  for (const name of ['captions.vtt', 'captions.srt', 'transcript.txt']) {
    const text = (await readFile(path.join(at('film'), name), 'utf8')).replace(/\s+/g, ' ');
    expect(text).toContain('Three small machines help');
    expect(text).not.toContain('Three machines help it');
  }
  const report = JSON.parse(await readFile(path.join(at('film'), 'report.json'), 'utf8'));
  expect(report.gates.filter((gate: { passed: boolean }) => !gate.passed)).toEqual([]);
  expect(report.gates.length).toBeGreaterThan(10);
});

test('the documents of the film before give its very bytes again', async () => {
  await makeOf(film, at('voice'), at('restored'));
  for (const name of ['video.mp4', 'captions.vtt', 'thumbnail.png', 'transcript.txt'])
    expect(await hashOfFile(path.join(at('restored'), name))).toBe(
      await hashOfFile(path.join(at('original'), name)),
    );
});

test('an edit that would break a promise leaves the old film as it was', async () => {
  await cp(at('original'), at('kept'), { recursive: true });
  const before = await hashOfFile(path.join(at('kept'), 'video.mp4'));
  const tooLong = { op: 'set_text', scene: 2, field: 'headline', text: 'Word '.repeat(20).trim() } as const;
  await expect(
    remakeFilm(film, [tooLong], { ...places('kept'), workDir: at('failed') }),
  ).rejects.toMatchObject({ name: 'ChalktalkError', kind: 'bad_edit' });
  expect(await hashOfFile(path.join(at('kept'), 'video.mp4'))).toBe(before);
  expect(await readdir(at('kept'))).toEqual(await readdir(at('original')));
});

test('an edit of the edited film goes on from it: a scene moved, and the thumbnail shows the new opening', async () => {
  const next = await planEdit(edited, await understandEdit('Move scene 3 to the beginning', edited), {
    dir: at('failed'),
    audioDir: at('work'),
  });
  expect(next.changes).toMatchObject({ added_scenes: [], removed_scenes: [] });
  expect(next.storyboard.scenes.map(({ headline }) => headline)).toEqual(
    [2, 0, 1].map((index) => edited.storyboard.scenes[index]!.headline),
  );
  expect(next.storyboard.scenes.map(({ component }) => component)).toEqual(
    [2, 0, 1].map((index) => edited.storyboard.scenes[index]!.component),
  );
});

test('another shape is planned from the same pictures', async () => {
  const next = await planEdit(film, await understandEdit('Make it vertical', film), {
    dir: at('failed'),
    audioDir: at('voice'),
  });
  expect(next.scenes.every(({ width, height }) => width === 1080 && height === 1920)).toBe(true);
  expect(next.storyboard.scenes.map(({ component }) => component)).toEqual(
    film.storyboard.scenes.map(({ component }) => component),
  );
  expect(next.narration.words).toEqual(film.narration.words);
});
