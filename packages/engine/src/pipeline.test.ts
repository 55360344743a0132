import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ASPECT_RATIOS, parseBrief, VIDEO_TYPES } from './brief/brief.ts';
import { checkPlan } from './check/index.ts';
import { engineFingerprint } from './fingerprint.ts';
import { makeFilm } from './index.ts';
import { schemas } from './scene/components/registry.ts';
import { composeScenes } from './scene/compose.ts';
import { parseNote, readNoteFile, SHIPPED_KNOWLEDGE, writeScript } from './script/index.ts';
import { narrationFor, scenesFor, scriptFor, storyboardFor } from './steps.ts';
import { planStoryboard } from './storyboard/index.ts';
import { estimateFilmSeconds, narrate } from './voice/index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'chalktalk-pipeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sample turns with the engine's sources: each change meets other notes, and the same sources the same ones. */
const turn = Number.parseInt(engineFingerprint().slice(0, 8), 16);
const notes = readdirSync(SHIPPED_KNOWLEDGE).filter((file) => file.endsWith('.md'));
const sample = [30, 60, 120, 60].map((seconds, index) => ({
  note: notes[(turn + index * 17) % notes.length]!,
  seconds,
  aspect_ratio: ASPECT_RATIOS[(turn + index) % 2]!,
}));

test('sixty notes and more are shipped', () => {
  expect(notes.length).toBeGreaterThanOrEqual(60);
});

test.each(sample)('$note at $seconds s in $aspect_ratio passes every gate on its plan', async (one) => {
  const brief = parseBrief({
    task: one.note,
    video_duration_seconds: one.seconds,
    aspect_ratio: one.aspect_ratio,
  });
  const note = { text: await readNoteFile(path.join(SHIPPED_KNOWLEDGE, one.note)), file: one.note };
  const script = await writeScript(brief, { schemas, estimate: estimateFilmSeconds, note });
  const narration = await narrate(script, brief, { dir: folder });
  const storyboard = await planStoryboard(brief, script, narration);
  const scenes = await composeScenes(storyboard);
  const gates = await checkPlan({ script, narration, storyboard, scenes });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});

/** In the looks that are not the usual one a note is found by its title, as users find it, and its pictures may give way. */
const looks = VIDEO_TYPES.filter((video_type) => video_type !== 'explainer').map((video_type, index) => ({
  note: notes[(turn + 29 + (index % 2) * 23) % notes.length]!,
  video_type,
  aspect_ratio: ASPECT_RATIOS[((turn >>> 1) + index) % 2]!,
}));

test.each(looks)(
  '$note found for $video_type in $aspect_ratio passes every gate on its plan',
  async (one) => {
    const { note, ...look } = one;
    const { title } = parseNote(await readNoteFile(path.join(SHIPPED_KNOWLEDGE, note)), note);
    const brief = parseBrief({ task: `Explain ${title}`, video_duration_seconds: 60, ...look });
    const script = await scriptFor(brief);
    expect(script.title).toBe(title);
    const narration = await narrationFor(brief, script, { dir: folder });
    const storyboard = await storyboardFor(brief, script, narration);
    const scenes = await scenesFor(storyboard, narration);
    const gates = await checkPlan({ script, narration, storyboard, scenes });
    expect(gates.filter((gate) => !gate.passed)).toEqual([]);
  },
);

test('pasted facts become a film that passes every gate, and names the task as its source', async () => {
  const task = `In 30 seconds: A heat pump moves heat instead of making it. A fluid boils in cold air outside and takes in heat.
A compressor squeezes the vapour, and it grows hot. Indoors it condenses and gives its heat to the house.
For 1 unit of electricity it delivers about 3 units of heat. A gas boiler delivers less than 1.
In winter it works harder, but down to minus 15 degrees it still beats burning gas.`;
  const film = await makeFilm(parseBrief({ task }), {
    outDir: path.join(folder, 'film'),
    cacheDir: path.join(folder, 'cache'),
  });
  expect(film.report.planner).toBe('facts');
  expect(film.report.gates.filter((gate) => !gate.passed)).toEqual([]);
  expect(film.report.sentences.every((sentence) => sentence.sources.length > 0)).toBe(true);
});
