/**
 * The steps from a brief to a film, each from documents to documents. `makeFilm` runs them one after another on one
 * machine; a service runs the same steps as checkpoints, on as many machines as it has.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AssetManifest, collectAssets } from './assets/index.ts';
import type { Brief } from './brief/brief.ts';
import { checkFilm, checkPlan, type Documents, enforce, type Gate } from './check/index.ts';
import { assembleFilm, type Clip, frameCount } from './frames/index.ts';
import type { StageTime } from './job.ts';
import type { Report } from './report.ts';
import { schemas } from './scene/components/registry.ts';
import { composeScenes } from './scene/compose.ts';
import { FPS, type SceneDocument } from './scene/scene.ts';
import { writeScript } from './script/index.ts';
import type { Script } from './script/script.ts';
import { type KeptScenes, planStoryboard } from './storyboard/index.ts';
import type { Storyboard } from './storyboard/storyboard.ts';
import { understandStyle } from './storyboard/style/index.ts';
import { chooseVoice, type Earlier, estimateFilmSeconds, type Narration, narrate } from './voice/index.ts';

/** What a film may draw on beside the task. */
export interface Material {
  /** Folders of the user's own notes. */
  knowledgeDirs?: string[];
  /** Film this note instead of the task. */
  note?: { text: string; file: string };
}

export interface SpeakOptions {
  /** The narration's samples are written here, as the file `narration.audio`. */
  dir: string;
  signal?: AbortSignal;
  onSentence?: (done: number, total: number) => void;
  /** A film of the same voice that this is an edit of: what is said as before sounds and lasts as before. */
  like?: Earlier;
}

/** @throws ChalktalkError `no_material`, `bad_note` */
export function scriptFor(brief: Brief, material: Material = {}): Promise<Script> {
  const voice = chooseVoice(brief.voice_description, brief.video_type);
  return writeScript(brief, {
    schemas,
    estimate: (sections) => estimateFilmSeconds(sections, voice.tempo),
    ...(material.knowledgeDirs ? { knowledgeDirs: material.knowledgeDirs } : {}),
    ...(material.note ? { note: material.note } : {}),
  });
}

/** @throws ChalktalkError `unspeakable`, `output`, `cancelled` */
export function narrationFor(brief: Brief, script: Script, options: SpeakOptions): Promise<Narration> {
  return narrate(script, brief, options);
}

/**
 * @param kept scenes of an earlier film that stand as they are
 * @throws ChalktalkError `does_not_fit`
 */
export function storyboardFor(
  brief: Brief,
  script: Script,
  narration: Narration,
  kept?: KeptScenes,
): Promise<Storyboard> {
  return planStoryboard(brief, script, narration, kept);
}

/** @throws ChalktalkError `does_not_fit` */
export function scenesFor(storyboard: Storyboard, narration: Narration): Promise<SceneDocument[]> {
  return composeScenes(storyboard, narration);
}

/** @throws ChalktalkError `missing_asset` */
export function assetsFor(scenes: SceneDocument[]): AssetManifest {
  return collectAssets(scenes);
}

/**
 * The gates that can be known before frames are drawn.
 * @param passed scenes whose very documents passed in another film
 * @throws ChalktalkError `gate_failed`
 */
export async function planGates(documents: Documents, passed?: ReadonlySet<SceneDocument>): Promise<Gate[]> {
  const gates = await checkPlan(documents, passed);
  enforce(gates);
  return gates;
}

/** What is known of a film besides its documents, for its report. */
export interface Making {
  documents: Documents;
  assets: AssetManifest;
  /** Those of the plan. */
  gates: Gate[];
  /** One for each chunk of each scene, in order. */
  clips: Clip[];
  /** Where `narration.audio` lies. */
  audioDir: string;
  /** The MP4 of the film that this is an edit of, where it lies here: what is the same in both is not checked again. */
  before?: string;
  stages: StageTime[];
  /** Seconds spent so far, from the request on. */
  seconds: () => number;
}

/** Joins clips and voice into a film in `folder`, with all that lies beside it. @throws ChalktalkError `gate_failed`, `output` */
export async function finishFilm(brief: Brief, making: Making, folder: string): Promise<Report> {
  const { documents, clips, audioDir, stages } = making;
  await timed(stages, 'film', () => assembleFilm({ ...documents, audioDir, clips }, folder));
  const read = await timed(stages, 'film_checks', () => checkFilm(folder, documents, making.before));
  const gates = [...making.gates, ...read];
  enforce(gates);
  const report = reportOf(brief, { ...making, gates });
  await writeFile(path.join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

async function timed<T>(stages: StageTime[], name: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await run();
  stages.push({ name, seconds: Math.round(performance.now() - started) / 1000 });
  return result;
}

function reportOf(brief: Brief, { documents, gates, assets, stages, seconds }: Making): Report {
  const { script, narration, storyboard, scenes } = documents;
  const first = scenes[0]!;
  const voice = chooseVoice(brief.voice_description, brief.video_type);
  const { understood, not_understood } = understandStyle(brief.global_style_prompt, brief.color_palette);
  return {
    title: script.title,
    task: brief.task,
    planner: script.planner,
    voice: narration.voice,
    sources: script.sources,
    sentences: script.sections.flatMap((section) => section.sentences),
    remarks: [...script.remarks, ...(storyboard.remarks ?? []), ...voice.remarks],
    style: { theme: storyboard.theme, understood, not_understood },
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
    stages,
    speed: { times_realtime: Math.round((narration.duration / seconds()) * 100) / 100 },
    gates,
    assets,
  };
}
