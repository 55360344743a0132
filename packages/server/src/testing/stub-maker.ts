/** A maker of films that draws nothing and takes the time it is told: for tests of what happens around films. */
import { setTimeout as wait } from 'node:timers/promises';
import { ChalktalkError } from '@chalktalk/engine';
import type { Desk } from '../jobs/desk.ts';
import type { FilmResult } from '../jobs/film.ts';
import type { Maker } from '../jobs/maker.ts';
import type { Storage } from '../storage/storage.ts';

/** Keeps its whole process busy: `block 4000 ms at voiceover`. */
const BUSY = /block (\d+) ms at voiceover/;

/** Faults that a task may ask for: `fail at highlevel: <sentence>`. */
const FAULT = /fail at (voiceover|highlevel|lowlevel|scan_assets|plan|scene|finish): (.+)/;

export interface StubOptions {
  storage: Storage;
  /** How long a whole film takes, ms; each stage a part of it. */
  film_ms: number;
  scenes?: number;
  /** Told as each stage begins. */
  onStage?: (uuid: string, stage: string) => void;
}

export function createStubMaker({ storage, film_ms, scenes = 4, onStage }: StubOptions): Maker {
  const pause = film_ms / (5 + scenes);
  const tasks = new Map<string, string>();
  async function stage(desk: Desk, name: string, signal?: AbortSignal): Promise<void> {
    const id = desk.edit ?? desk.uuid;
    onStage?.(id, name);
    await wait(pause, undefined, signal ? { signal } : {});
    const fault = FAULT.exec(tasks.get(id) ?? '');
    if (fault && name.startsWith(fault[1]!)) throw new ChalktalkError('gate_failed', fault[2]!);
  }
  return {
    async voiceover(brief, desk, { signal, onSentence }) {
      tasks.set(desk.uuid, brief.task);
      await stage(desk, 'voiceover', signal);
      const until = Date.now() + Number(BUSY.exec(brief.task)?.[1] ?? 0);
      while (Date.now() < until);
      onSentence?.(1, 1);
      await desk.keep('script', { task: brief.task });
    },
    async highlevel(brief, desk) {
      tasks.set(desk.uuid, brief.task);
      await stage(desk, 'highlevel');
      return { version: 1, title: brief.task, scenes: sceneIds(scenes) } as never;
    },
    async lowlevel(desk) {
      await stage(desk, 'lowlevel');
      return scenes;
    },
    scan_assets: (desk) => stage(desk, 'scan_assets'),
    async scene(desk, index, { signal }) {
      await stage(desk, `scene ${index + 1}`, signal);
      return [{ name: `${index + 1}.clip`, frames: 1 }];
    },
    /** Rewrites the second of four scenes; a request of `undo` is one. */
    async planEdit({ request }, brief, _from, to) {
      tasks.set(to.edit!, request);
      await stage(to, 'plan');
      if (request === 'undo') return { undo: true };
      await to.keep('brief', { ...brief, task: `${brief.task}, edited: ${request}` });
      return {
        storyboard: { version: 1, title: request, scenes: sceneIds(scenes) } as never,
        changes: { modified_scenes: [2], added_scenes: [], removed_scenes: [] },
        seconds: 7.5,
        clips: Array.from({ length: scenes }, (_, index) =>
          index === 1 ? null : [{ name: `${index + 1}.clip`, frames: 1 }],
        ),
      };
    },
    async finish(brief, desk, clips): Promise<FilmResult> {
      await stage(desk, 'finish');
      // The same film gives the same bytes, whoever makes it.
      const bytes = Buffer.from(`${brief.task} ${clips.map(({ name }) => name).join(' ')}`);
      const key = (name: string) => desk.filmKey(name);
      const files = {
        video: key('video.mp4'),
        vtt: key('captions.vtt'),
        srt: key('captions.srt'),
        thumbnail: key('thumbnail.png'),
        transcript: key('transcript.txt'),
        report: key('report.json'),
      };
      for (const file of Object.values(files)) await storage.put(file, { bytes });
      return {
        ...(desk.edit === undefined ? {} : { version: desk.edit }),
        files,
        duration_seconds: brief.video_duration_seconds,
        scenes: clips.map((_, index) => ({
          index: index + 1,
          title: `Scene ${index + 1}`,
          start: index,
          end: index + 1,
        })),
        planner: 'stub',
        sources: [],
      };
    },
    close: async () => undefined,
  };
}

function sceneIds(count: number): { id: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `s${index + 1}` }));
}
