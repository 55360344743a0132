/**
 * From a brief to a film on this machine: every step in order, each document stored as it is made.
 * Gates on the documents run before frames are drawn, gates on the film after; a broken gate is a failed job.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Brief } from './brief/brief.ts';
import { hashOf } from './fingerprint.ts';
import {
  createRenderPool,
  filmSheet,
  pruneClips,
  publishFilm,
  type RenderPool,
  SHEET_FILE,
} from './frames/index.ts';
import { Job } from './job.ts';
import type { OnProgress } from './progress.ts';
import type { Report } from './report.ts';
import { materialOf } from './script/index.ts';
import {
  assetsFor,
  finishFilm,
  type Material,
  narrationFor,
  planGates,
  scenesFor,
  scriptFor,
  storyboardFor,
} from './steps.ts';

export interface FilmOptions extends Material {
  /** Where the finished film goes; made when missing. Nothing appears there before the film is whole. */
  outDir: string;
  /** Where unfinished jobs and clips wait. */
  cacheDir: string;
  /** Worker threads that draw; default: one per core. */
  workers?: number;
  /** Also make a contact sheet of the film, `sheet.png`. */
  sheet?: boolean;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

export interface Film {
  /** The folder, and the MP4 in it. */
  folder: string;
  video: string;
  report: Report;
}

/**
 * Makes a film. Called again with the same brief after a stop, it goes on from the last finished stage.
 * @throws ChalktalkError of any kind; nothing is left in `outDir` then that was not there before
 */
export async function makeFilm(brief: Brief, options: FilmOptions): Promise<Film> {
  const started = performance.now();
  const name = hashOf([brief, options.note, options.knowledgeDirs, options.outDir]).slice(0, 24);
  const job = await Job.open(path.join(options.cacheDir, 'jobs', name), options.signal);
  // The drawing threads warm up while the script is written and spoken.
  const pool = createRenderPool(options.workers);
  try {
    return await run(brief, options, job, pool, started);
  } finally {
    await pool.close();
  }
}

async function run(
  brief: Brief,
  options: FilmOptions,
  job: Job,
  pool: RenderPool,
  started: number,
): Promise<Film> {
  const tell: OnProgress = (progress) => options.onProgress?.(progress);
  const { signal } = options;

  const script = await job.stage('script', [brief, await materialOf(options)], () => {
    tell({ stage: 'voiceover', unit: 'sentences', done: 0, total: 0 });
    return scriptFor(brief, options);
  });
  const narration = await job.stage('narration', [brief, script], () =>
    narrationFor(brief, script, {
      dir: job.folder,
      ...(signal ? { signal } : {}),
      onSentence: (done, total) => tell({ stage: 'voiceover', unit: 'sentences', done, total }),
    }),
  );
  const count = script.sections.length;
  const storyboard = await job.stage('storyboard', [brief, script, narration], () => {
    tell({ stage: 'highlevel', unit: 'scenes', done: 0, total: count });
    return storyboardFor(brief, script, narration);
  });
  const scenes = await job.stage('scenes', [storyboard, narration], () => {
    tell({ stage: 'lowlevel', unit: 'scenes', done: 0, total: count });
    return scenesFor(storyboard, narration);
  });
  const documents = { script, narration, storyboard, scenes };
  const assets = await job.stage('assets', scenes, () => {
    tell({ stage: 'scan_assets', unit: 'scenes', done: 0, total: count });
    return assetsFor(scenes);
  });
  const gates = await job.stage('checks', [storyboard, scenes], () => planGates(documents));

  const clips = await job.timed('frames', () =>
    pool.render(scenes, {
      cacheDir: options.cacheDir,
      ...(signal ? { signal } : {}),
      onProgress: (frames, done) =>
        tell({ stage: 'generating_frames', unit: 'frames', ...frames, scenes: done }),
    }),
  );
  const finished = path.join(job.folder, 'film');
  await rm(finished, { recursive: true, force: true });
  const report = await finishFilm(
    brief,
    {
      documents,
      assets,
      gates,
      clips,
      audioDir: job.folder,
      stages: job.times,
      seconds: () => (performance.now() - started) / 1000,
    },
    finished,
  );
  if (options.sheet) await writeFile(path.join(finished, SHEET_FILE), await filmSheet(scenes));
  job.stopIfAsked();
  await publishFilm(finished, options.outDir);
  await job.close();
  await pruneClips(options.cacheDir);
  return { folder: options.outDir, video: path.join(options.outDir, 'video.mp4'), report };
}
