/**
 * What films are made of: for each note at 60 s, the components of its scenes, how much of the picture is text, and how
 * long something other than text is on screen. `npm run bench:pictures -- [notes] [--aspect 9:16] [--json]`.
 */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type AspectRatio, parseBrief } from '../packages/engine/src/brief/brief.ts';
import { coverOf, inkOf } from '../packages/engine/src/check/geometry.ts';
import { steps } from '../packages/engine/src/index.ts';
import { createEvaluator, type ElementState } from '../packages/engine/src/scene/motion/evaluate.ts';
import type { Box, SceneDocument } from '../packages/engine/src/scene/scene.ts';
import { readNoteFile, SHIPPED_KNOWLEDGE } from '../packages/engine/src/script/index.ts';

/** The bars of what is measured here. */
const LEAST_COMPONENTS = 5;
const MOST_TEXT = 0.25;
const LEAST_PICTURE = 0.7;
/** Fainter than this, or smaller than this share of the frame, something is not "on screen". */
const VISIBLE = 0.3;
const SPECK = 0.0015;
const STEP = 0.25;

interface Measure {
  note: string;
  components: string[];
  different: number;
  repeated: string[];
  text: number;
  picture: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    aspect: { type: 'string', default: '16:9' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const notes = readdirSync(SHIPPED_KNOWLEDGE)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => positionals.length === 0 || positionals.includes(name));
const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-pictures-'));
const measures: Measure[] = [];
for (const note of notes) {
  const one = await measure(note);
  measures.push(one);
  if (!values.json) console.log(lineOf(one));
}
await rm(folder, { recursive: true, force: true });
const mean = (pick: (one: Measure) => number) =>
  measures.reduce((sum, one) => sum + pick(one), 0) / measures.length;
const summary = {
  notes: measures.length,
  varied: measures.filter((one) => one.different >= LEAST_COMPONENTS && one.repeated.length === 0).length,
  mean_text: mean((one) => one.text),
  mean_picture: mean((one) => one.picture),
  least_picture: Math.min(...measures.map((one) => one.picture)),
};
if (values.json) console.log(JSON.stringify({ measures, summary }, null, 2));
else {
  console.log(
    `${summary.varied} of ${summary.notes} notes are varied (≥ ${LEAST_COMPONENTS} components, none twice in a row); ` +
      `text covers ${percent(summary.mean_text)} of middle frames (limit ${percent(MOST_TEXT)}); ` +
      `pictures are on screen ${percent(summary.mean_picture)} of the time, ${percent(summary.least_picture)} at least (limit ${percent(LEAST_PICTURE)})`,
  );
}

async function measure(name: string): Promise<Measure> {
  const brief = parseBrief({
    task: name,
    video_duration_seconds: Number(values.seconds),
    aspect_ratio: values.aspect as AspectRatio,
  });
  const text = await readNoteFile(path.join(SHIPPED_KNOWLEDGE, `${name}.md`));
  const script = await steps.scriptFor(brief, { note: { text, file: `${name}.md` } });
  const narration = await steps.narrationFor(brief, script, { dir: folder });
  const storyboard = await steps.storyboardFor(brief, script, narration);
  const scenes = await steps.scenesFor(storyboard, narration);
  const components = storyboard.scenes.map((scene) => scene.component);
  const shares = scenes.map((scene) => textShare(scene));
  const seconds = scenes.reduce((sum, scene) => sum + scene.duration, 0);
  return {
    note: name,
    components,
    different: new Set(components).size,
    // A scene that was divided in two keeps its section's name and goes on with the same component.
    repeated: components.filter(
      (component, index) =>
        component === components[index - 1] &&
        storyboard.scenes[index]!.headline !== storyboard.scenes[index - 1]!.headline,
    ),
    text: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    picture: scenes.reduce((sum, scene) => sum + pictureSeconds(scene), 0) / seconds,
  };
}

/** The part of the middle frame that lines of text cover. */
function textShare(scene: SceneDocument): number {
  const texts = shownAt(scene, scene.duration / 2).filter((state) => state.element.kind === 'text');
  return area(texts.flatMap(inkOf)) / (scene.width * scene.height);
}

/** Seconds in which something other than text is on screen. */
function pictureSeconds(scene: SceneDocument): number {
  let seconds = 0;
  for (let at = STEP / 2; at < scene.duration; at += STEP) {
    const shown = shownAt(scene, at).filter((state) => state.element.kind !== 'text');
    if (area(shown.flatMap(coverOf)) > SPECK * scene.width * scene.height) seconds += STEP;
  }
  return Math.min(seconds, scene.duration);
}

function shownAt(scene: SceneDocument, at: number): ElementState[] {
  return createEvaluator(scene)
    .at(at)
    .filter(
      ({ opacity, reveal, draw, element }) =>
        opacity > VISIBLE && reveal > 0.05 && draw > 0.05 && element.kind !== 'group',
    );
}

function area(boxes: Box[]): number {
  return boxes.reduce((sum, box) => sum + box.width * box.height, 0);
}

function lineOf({ note, components, different, repeated, text, picture }: Measure): string {
  const faults = [
    different < LEAST_COMPONENTS ? `only ${different} components` : '',
    repeated.length > 0 ? `${repeated.join(', ')} twice in a row` : '',
    text > MOST_TEXT ? 'too much text' : '',
    picture < LEAST_PICTURE ? 'too little picture' : '',
  ].filter(Boolean);
  return `${note}: ${components.join(' ')} · text ${percent(text)}, picture ${percent(picture)}${faults.length > 0 ? ` · ${faults.join('; ')}` : ''}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
