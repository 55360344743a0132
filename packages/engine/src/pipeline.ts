/**
 * From a brief to a film: every stage in order, each a pure step from one stored document to the next.
 * Gates on the documents run before frames are drawn, gates on the film after; a broken gate is a failed job.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectAssets } from './assets/index.ts';
import type { Brief } from './brief/brief.ts';
import { checkFilm, checkPlan, enforce, type Gate } from './check/index.ts';
import { hashOf } from './fingerprint.ts';
import { assembleFilm, createRenderPool, frameCount, publishFilm, type RenderPool } from './frames/index.ts';
import { Job } from './job.ts';
import type { OnProgress } from './progress.ts';
import type { Report } from './report.ts';
import { schemas } from './scene/components/registry.ts';
import { composeScenes } from './scene/compose.ts';
import { FPS, type SceneDocument } from './scene/scene.ts';
import { materialOf, writeScript } from './script/index.ts';
import type { Script } from './script/script.ts';
import { planStoryboard } from './storyboard/index.ts';
import type { Storyboard } from './storyboard/storyboard.ts';
import { chooseVoice, estimateFilmSeconds, type Narration, narrate } from './voice/index.ts';

export interface FilmOptions {
  /** Where the finished film goes; made when missing. Nothing appears there before the film is whole. */
  outDir: string;
  /** Where unfinished jobs and clips wait. */
  cacheDir: string;
  /** Folders of the user's own notes. */
  knowledgeDirs?: string[];
  /** Film this note instead of the task. */
  note?: { text: string; file: string };
  /** Worker threads that draw; default: one per core. */
  workers?: number;
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

  const voice = chooseVoice(brief.voice_description, brief.video_type);
  const script = await job.stage<Script>('script', [brief, await materialOf(options)], () => {
    tell({ stage: 'voiceover', unit: 'sentences', done: 0, total: 0 });
    return writeScript(brief, {
      schemas,
      estimate: (sections) => estimateFilmSeconds(sections, voice.tempo),
      ...(options.knowledgeDirs ? { knowledgeDirs: options.knowledgeDirs } : {}),
      ...(options.note ? { note: options.note } : {}),
    });
  });
  const narration = await job.stage<Narration>('narration', [brief, script], () =>
    narrate(script, brief, {
      dir: job.folder,
      ...(options.signal ? { signal: options.signal } : {}),
      onSentence: (done, total) => tell({ stage: 'voiceover', unit: 'sentences', done, total }),
    }),
  );
  const count = script.sections.length;
  const storyboard = await job.stage<Storyboard>('storyboard', [brief, script, narration], () => {
    tell({ stage: 'highlevel', unit: 'scenes', done: 0, total: count });
    return planStoryboard(brief, script, narration);
  });
  const scenes = await job.stage<SceneDocument[]>('scenes', storyboard, () => {
    tell({ stage: 'lowlevel', unit: 'scenes', done: 0, total: count });
    return composeScenes(storyboard);
  });
  const assets = await job.stage('assets', scenes, () => {
    tell({ stage: 'scan_assets', unit: 'scenes', done: 0, total: count });
    return collectAssets(scenes);
  });
  const documents = { script, narration, storyboard, scenes };
  const planned = await job.stage<Gate[]>('checks', [storyboard, scenes], () => checkPlan(documents));
  enforce(planned);

  const clips = await job.timed('frames', () =>
    pool.render(scenes, {
      cacheDir: options.cacheDir,
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (frames, done) =>
        tell({ stage: 'generating_frames', unit: 'frames', ...frames, scenes: done }),
    }),
  );
  const finished = path.join(job.folder, 'film');
  await rm(finished, { recursive: true, force: true });
  await job.timed('film', () => assembleFilm({ ...documents, audioDir: job.folder, clips }, finished));
  const gates = [...planned, ...(await job.timed('film_checks', () => checkFilm(finished, documents)))];
  enforce(gates);
  job.stopIfAsked();

  const seconds = (performance.now() - started) / 1000;
  const report = reportOf(brief, documents, {
    gates,
    assets,
    stages: job.times,
    seconds,
    remarks: voice.remarks,
  });
  await writeFile(path.join(finished, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await publishFilm(finished, options.outDir);
  await job.close();
  return { folder: options.outDir, video: path.join(options.outDir, 'video.mp4'), report };
}

function reportOf(
  brief: Brief,
  {
    script,
    narration,
    storyboard,
    scenes,
  }: { script: Script; narration: Narration; storyboard: Storyboard; scenes: SceneDocument[] },
  made: {
    gates: Gate[];
    assets: Report['assets'];
    stages: Report['stages'];
    seconds: number;
    remarks: string[];
  },
): Report {
  const first = scenes[0]!;
  return {
    title: script.title,
    task: brief.task,
    planner: script.planner,
    voice: narration.voice,
    sources: script.sources,
    sentences: script.sections.flatMap((section) => section.sentences),
    remarks: [...script.remarks, ...made.remarks],
    film: {
      duration_seconds: narration.duration,
      frames: frameCount(scenes),
      fps: FPS,
      width: first.width,
      height: first.height,
    },
    scenes: storyboard.scenes.map((scene, index) => ({
      index: index + 1,
      title: scene.headline.replaceAll('*', ''),
      component: scene.component,
      start: scene.start,
      end: scene.end,
    })),
    stages: made.stages,
    speed: { times_realtime: Math.round((narration.duration / made.seconds) * 100) / 100 },
    gates: made.gates,
    assets: made.assets,
  };
}
