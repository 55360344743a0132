/** An edit on this machine, from the operations to the finished film. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createRenderPool, publishFilm, type RenderPool } from '../frames/index.ts';
import type { StageTime } from '../job.ts';
import type { OnProgress } from '../progress.ts';
import type { Report } from '../report.ts';
import { finishFilm } from '../steps.ts';
import type { EditableFilm, PlannedEdit } from './film.ts';
import type { EditOperation } from './operations.ts';
import { planEdit } from './plan.ts';

export interface RemakeOptions {
  /** Where the old film lies and the new one goes; its old files are replaced only when the new one is whole and has passed every gate. */
  outDir: string;
  /** Holds the clips of the old film, and gets the new ones. */
  cacheDir: string;
  /** For the new narration while the film is made, and after. */
  workDir: string;
  /** Where the old film's `narration.audio` lies. */
  audioDir: string;
  /** Threads that draw; without it, a pool of its own. */
  pool?: RenderPool;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** @throws ChalktalkError of any kind; the old film stays as it is then */
export async function remakeFilm(
  film: EditableFilm,
  operations: readonly EditOperation[],
  options: RemakeOptions,
): Promise<PlannedEdit & { report: Report }> {
  const pool = options.pool ?? createRenderPool();
  try {
    return await remade(film, operations, options, pool);
  } finally {
    if (!options.pool) await pool.close();
  }
}

async function remade(
  film: EditableFilm,
  operations: readonly EditOperation[],
  { outDir, cacheDir, workDir, audioDir, signal, onProgress }: RemakeOptions,
  pool: RenderPool,
): Promise<PlannedEdit & { report: Report }> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const stages: StageTime[] = [];
  const stage = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const from = seconds();
    const result = await run();
    stages.push({ name, seconds: Math.round((seconds() - from) * 1000) / 1000 });
    return result;
  };
  await mkdir(workDir, { recursive: true });
  const planned = await stage('plan', () =>
    planEdit(film, operations, {
      dir: workDir,
      audioDir,
      ...(signal ? { signal } : {}),
      onSentence: (done, total) => onProgress?.({ stage: 'voiceover', unit: 'sentences', done, total }),
    }),
  );
  const { script, narration, storyboard, scenes, assets, gates } = planned;
  const clips = await stage('frames', () =>
    pool.render(scenes, {
      cacheDir,
      ...(signal ? { signal } : {}),
      onProgress: (frames, done) =>
        onProgress?.({ stage: 'generating_frames', unit: 'frames', ...frames, scenes: done }),
    }),
  );
  const finished = path.join(workDir, 'film');
  await rm(finished, { recursive: true, force: true });
  const documents = { script, narration, storyboard, scenes };
  const old = path.join(outDir, 'video.mp4');
  const report = await finishFilm(
    planned.brief,
    {
      documents,
      assets,
      gates,
      clips,
      audioDir: workDir,
      ...(existsSync(old) ? { before: old } : {}),
      stages,
      seconds,
    },
    finished,
  );
  await publishFilm(finished, outDir);
  return { ...planned, report };
}
