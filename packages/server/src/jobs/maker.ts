/** Makes films with the engine: each stage reads the documents of those before it from the desk, and leaves its own. */
import path from 'node:path';
import {
  type AssetManifest,
  type Brief,
  type Clip,
  clipsOf,
  createRenderPool,
  FILM_FILES,
  type Gate,
  type Narration,
  type Report,
  type SceneDocument,
  type Script,
  type Storyboard,
  steps,
} from '@chalktalk/engine';
import { createEditMaker, type EditMaker } from '../edits/maker.ts';
import type { Storage } from '../storage/storage.ts';
import type { Desk } from './desk.ts';
import type { FilmResult } from './film.ts';

export interface Watch {
  signal: AbortSignal;
  /** Sentences spoken so far, and in all. */
  onSentence?: (done: number, total: number) => void;
}

/** A clip of a scene: its file's name below the film's `clips`, and how many frames it has. */
export interface ClipName {
  name: string;
  frames: number;
}

/** What the workflow has done, stage by stage. Each may be run again after a crash, with the same outcome. */
export interface FilmMaker {
  voiceover(brief: Brief, desk: Desk, watch: Watch): Promise<void>;
  /** @returns the storyboard, for the film's row */
  highlevel(brief: Brief, desk: Desk): Promise<Storyboard>;
  /** @returns how many scenes there are */
  lowlevel(desk: Desk): Promise<number>;
  scan_assets(desk: Desk): Promise<void>;
  scene(desk: Desk, index: number, watch: Watch): Promise<ClipName[]>;
  finish(brief: Brief, desk: Desk, clips: ClipName[]): Promise<FilmResult>;
  close(): Promise<void>;
}

/** Makes films, and edits them. */
export type Maker = FilmMaker & EditMaker;

export interface MakerOptions {
  storage: Storage;
  /** Clips are kept here, and found again when a scene is drawn a second time. */
  cacheDir: string;
  knowledgeDirs: string[];
  /** Drawing threads; default: one a core. */
  threads?: number;
}

export function createMaker({ storage, cacheDir, knowledgeDirs, threads }: MakerOptions): Maker {
  const pool = createRenderPool(threads);

  async function documents(desk: Desk) {
    const [script, narration, storyboard, scenes] = await Promise.all([
      desk.read<Script>('script'),
      desk.read<Narration>('narration'),
      desk.read<Storyboard>('storyboard'),
      desk.read<SceneDocument[]>('scenes'),
    ]);
    return { script, narration, storyboard, scenes };
  }

  return {
    ...createEditMaker(),

    async voiceover(brief, desk, { signal, onSentence }) {
      const script = await steps.scriptFor(brief, { knowledgeDirs });
      const dir = await desk.clean('voice');
      const narration = await steps.narrationFor(brief, script, {
        dir,
        signal,
        ...(onSentence ? { onSentence } : {}),
      });
      await desk.keepFile(`voice/${narration.audio}`, path.join(dir, narration.audio));
      await desk.keep('script', script);
      await desk.keep('narration', narration);
    },

    async highlevel(brief, desk) {
      const [script, narration] = await Promise.all([
        desk.read<Script>('script'),
        desk.read<Narration>('narration'),
      ]);
      const storyboard = await steps.storyboardFor(brief, script, narration);
      await desk.keep('storyboard', storyboard);
      return storyboard;
    },

    async lowlevel(desk) {
      const [storyboard, narration] = await Promise.all([
        desk.read<Storyboard>('storyboard'),
        desk.read<Narration>('narration'),
      ]);
      const scenes = await steps.scenesFor(storyboard, narration);
      await desk.keep('scenes', scenes);
      return scenes.length;
    },

    async scan_assets(desk) {
      const all = await documents(desk);
      await desk.keep('assets', steps.assetsFor(all.scenes));
      await desk.keep('checks', await steps.planGates(all));
    },

    async scene(desk, index, { signal }) {
      const scene = (await desk.read<SceneDocument[]>('scenes'))[index]!;
      // Those of an earlier version, or of a worker that was interrupted, are not drawn again.
      for (const { file } of clipsOf(scene, cacheDir)) await desk.bring(`clips/${path.basename(file)}`, file);
      const clips = await pool.render([scene], { cacheDir, signal });
      const names = clips.map(({ file, frames }) => ({ name: path.basename(file), frames }));
      for (const [place, { name }] of names.entries())
        await desk.keepFile(`clips/${name}`, clips[place]!.file);
      return names;
    },

    async finish(brief, desk, names) {
      const started = performance.now();
      const all = await documents(desk);
      const [assets, gates] = await Promise.all([
        desk.read<AssetManifest>('assets'),
        desk.read<Gate[]>('checks'),
      ]);
      await desk.file(`voice/${all.narration.audio}`);
      const clips: Clip[] = [];
      for (const { name, frames } of names) clips.push({ file: await desk.file(`clips/${name}`), frames });
      const folder = await desk.clean('film');
      const report = await steps.finishFilm(
        brief,
        {
          documents: all,
          assets,
          gates,
          clips,
          audioDir: path.join(desk.folder, 'voice'),
          stages: [],
          seconds: () => (performance.now() - started) / 1000,
        },
        folder,
      );
      // The video goes last: where it is, all that belongs to it is there too.
      for (const name of ['report.json', ...FILM_FILES.filter((file) => file !== 'video.mp4'), 'video.mp4'])
        await storage.put(desk.filmKey(name), { file: path.join(folder, name), sealed: true });
      return resultOf(desk, report);
    },

    close: () => pool.close(),
  };
}

function resultOf(desk: Desk, report: Report): FilmResult {
  return {
    ...(desk.edit === undefined ? {} : { version: desk.edit }),
    files: {
      video: desk.filmKey('video.mp4'),
      vtt: desk.filmKey('captions.vtt'),
      srt: desk.filmKey('captions.srt'),
      thumbnail: desk.filmKey('thumbnail.png'),
      transcript: desk.filmKey('transcript.txt'),
      report: desk.filmKey('report.json'),
    },
    duration_seconds: report.film.duration_seconds,
    scenes: report.scenes.map(({ index, title, start, end }) => ({
      index,
      title,
      start: toMilliseconds(start),
      end: toMilliseconds(end),
    })),
    planner: report.planner,
    sources: report.sources.map(({ title, url, licence }) => ({
      title,
      url: url ?? null,
      licence: licence ?? null,
    })),
  };
}

/** Seconds with three digits: what lies behind them nobody can see. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
