/** Every promise about a film, checked on its documents before frames are drawn and on the film after. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChalktalkError } from '../errors.ts';
import { readFilm, runHashes } from '../frames/index.ts';
import type { SceneDocument } from '../scene/scene.ts';
import type { Script } from '../script/script.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';
import { checkCaptions } from './captions.ts';
import { checkContrast } from './contrast.ts';
import { checkCues } from './cues.ts';
import { checkFile, checkStillness } from './film.ts';
import type { Gate } from './gate.ts';
import { checkClippedText, checkOffFrame } from './inside.ts';
import { checkLength } from './length.ts';
import { checkLoudness } from './loudness.ts';
import { checkOverlap } from './overlap.ts';
import { checkTextSize } from './text-size.ts';

export type { Gate } from './gate.ts';

export interface Documents {
  script: Script;
  narration: Narration;
  storyboard: Storyboard;
  scenes: SceneDocument[];
}

/**
 * Gates on what was planned and placed, scene by scene. Contrast is measured on painted frames.
 * @param passed scenes whose very documents passed in another film: they are not painted again
 */
export async function checkScenePlan(
  { narration, storyboard, scenes }: Omit<Documents, 'script'>,
  passed: ReadonlySet<SceneDocument> = new Set(),
): Promise<Gate[]> {
  return [
    checkOverlap(scenes),
    checkOffFrame(scenes),
    checkClippedText(scenes),
    checkTextSize(scenes),
    await checkContrast(scenes.filter((scene) => !passed.has(scene))),
    checkCues(storyboard, scenes, narration),
  ];
}

/** All gates that can be known before frames are drawn. */
export async function checkPlan(documents: Documents, passed?: ReadonlySet<SceneDocument>): Promise<Gate[]> {
  return [...(await checkScenePlan(documents, passed)), checkLength(documents.script, documents.narration)];
}

/**
 * Gates on the files of a finished film, read back from its folder.
 * @param before the MP4 of a film that passed them: pictures that lie in both byte for byte are not decoded again
 */
export async function checkFilm(
  folder: string,
  { narration, scenes }: Documents,
  before?: string,
): Promise<Gate[]> {
  const known = before === undefined ? undefined : await runHashes(before);
  const reading = await readFilm(path.join(folder, 'video.mp4'), undefined, known);
  const vtt = await readFile(path.join(folder, 'captions.vtt'), 'utf8');
  return [
    ...checkFile(reading, scenes),
    checkStillness(reading.changes, narration),
    ...checkLoudness(reading.samples, reading.sample_rate, narration),
    ...checkCaptions(vtt, narration),
  ];
}

/** @throws ChalktalkError `gate_failed` naming every gate that did not pass, with what was measured. */
export function enforce(gates: Gate[]): void {
  const broken = gates.filter((gate) => !gate.passed);
  if (broken.length === 0) return;
  const list = broken.map(
    ({ name, value, limit, detail }) => `${name} is ${value}, limit ${limit}${detail ? ` (${detail})` : ''}`,
  );
  throw new ChalktalkError(
    'gate_failed',
    `The film broke ${broken.length === 1 ? 'a gate' : 'gates'} and was not kept: ${list.join('; ')}.`,
  );
}
