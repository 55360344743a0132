/** Makes a short film and throws it away: what speaks, finds fonts, draws and encodes works, or says why not. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ChalktalkError, makeFilm, parseBrief, type Stage } from '@chalktalk/engine';
import type { Check } from './doctor.ts';

/** What is known to work once a stage has passed. */
const PROVES: [Stage, string][] = [
  ['voiceover', 'voice'],
  ['lowlevel', 'layout'],
  ['scan_assets', 'fonts and icons'],
  ['generating_frames', 'drawing and encoding'],
];

/** @returns a check for each thing a film needs; what comes after a failure is not known */
export async function tryFilm(knowledgeDirs: string[]): Promise<Check[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-doctor-'));
  const begun: Stage[] = [];
  const at = performance.now();
  try {
    const brief = parseBrief({ task: 'Why is the sky blue?', video_duration_seconds: 30 });
    await makeFilm(brief, {
      outDir: path.join(folder, 'film'),
      cacheDir: path.join(folder, 'cache'),
      knowledgeDirs,
      onProgress: ({ stage }) => {
        if (begun.at(-1) !== stage) begun.push(stage);
      },
    });
    const told = `a film of 30 s was made in ${Math.round((performance.now() - at) / 1000)} s`;
    return PROVES.map(([stage, name]) => ({
      name,
      state: 'ok',
      told: stage === 'generating_frames' ? told : 'works',
    }));
  } catch (error) {
    const last = begun.at(-1);
    const broken = Math.max(
      0,
      PROVES.findIndex(([stage]) => stage === last),
    );
    return PROVES.map(([, name], index) => {
      if (index < broken) return { name, state: 'ok', told: 'works' };
      if (index > broken) return { name, state: 'skipped', told: 'not known' };
      return { name, state: 'failed', told: sentenceOf(error) };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sentenceOf(error: unknown): string {
  const { message } = error as Error;
  if (error instanceof ChalktalkError) return message;
  return `It fails (${message.split('\n')[0]}); run "npm ci" again in the folder of Chalktalk.`;
}
