/** Draws scenes on worker threads, chunk by chunk, longest first; what the cache holds is not drawn again. */
import os from 'node:os';
import { registerFonts } from '../assets/fonts.ts';
import { ChalktalkError } from '../errors.ts';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { chunksOf, type Span } from './chunk.ts';
import { type Clip, clipFile, clipKey, hasClip } from './clip.ts';
import { Crew, type Piece } from './crew.ts';

export interface RenderOptions {
  /** Clips are kept below this folder. */
  cacheDir: string;
  signal?: AbortSignal;
  onProgress?: (frames: { done: number; total: number }, scenes: { done: number; total: number }) => void;
}

export interface RenderPool {
  /**
   * The clips of all scenes, in order. May be called again while a call is under way: calls share the threads.
   * @throws ChalktalkError `cancelled` when the signal fires, `output`, `internal`
   */
  render(scenes: SceneDocument[], options: RenderOptions): Promise<Clip[]>;
  close(): Promise<void>;
}

/** Starts the threads, so that they are warm when the first scene comes. */
export function createRenderPool(size = Math.max(1, os.availableParallelism())): RenderPool {
  // The canvas shares its fonts between threads: registered before any thread draws, they are the same for all.
  registerFonts();
  const crew = new Crew(size);
  return {
    render: (scenes, options) => render(crew, scenes, options),
    close: () => crew.close(),
  };
}

/** A chunk of a film and its clip. */
interface Part {
  /** Place among the film's scenes. */
  scene: number;
  span: Span;
  clip: Clip;
}

/** The clips of a scene, in order, whether they are there or not: by them another machine's can be fetched. */
export function clipsOf(scene: SceneDocument, cacheDir: string): Clip[] {
  return chunksOf(scene).map((span) => clipOf(scene, span, cacheDir));
}

function clipOf(scene: SceneDocument, span: Span, cacheDir: string): Clip {
  return { file: clipFile(cacheDir, clipKey(scene, span)), frames: span.to - span.from };
}

async function render(crew: Crew, scenes: SceneDocument[], options: RenderOptions): Promise<Clip[]> {
  const chunks = scenes.map(chunksOf);
  const parts: Part[] = scenes.flatMap((scene, index) =>
    chunks[index]!.map((span) => ({ scene: index, span, clip: clipOf(scene, span, options.cacheDir) })),
  );
  const total = parts.reduce((sum, part) => sum + part.clip.frames, 0);
  const left = chunks.map((spans) => spans.length);
  let frames = 0;
  const tell = () =>
    options.onProgress?.(
      { done: frames, total },
      { done: left.filter((count) => count === 0).length, total: scenes.length },
    );
  const settled = (part: Part) => {
    left[part.scene]! -= 1;
    tell();
  };

  const missing: Part[] = [];
  for (const part of parts) {
    if (await hasClip(part.clip.file)) {
      frames += part.clip.frames;
      settled(part);
    } else {
      missing.push(part);
    }
  }
  missing.sort((a, b) => b.clip.frames - a.clip.frames);
  await draw(crew, missing, scenes, options.signal, {
    onFrames: (count) => {
      frames += count;
      tell();
    },
    onDone: settled,
  });
  return parts.map((part) => part.clip);
}

/** Has all parts drawn. On a fault or a stop those that no thread has begun are taken back. */
function draw(
  crew: Crew,
  parts: Part[],
  scenes: SceneDocument[],
  signal: AbortSignal | undefined,
  on: { onFrames: (count: number) => void; onDone: (part: Part) => void },
): Promise<void> {
  if (parts.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    let unfinished = parts.length;
    let over = false;
    const finish = (fault?: Error) => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', onAbort);
      crew.withdraw(pieces);
      if (fault) reject(fault);
      else resolve();
    };
    const onAbort = () =>
      finish(new ChalktalkError('cancelled', 'Stopped; the same command goes on from here.'));
    const pieces = parts.map(
      (part): Piece => ({
        scene: scenes[part.scene]!,
        span: part.span,
        file: part.clip.file,
        onFrames: (count) => {
          if (!over) on.onFrames(count);
        },
        onDone: () => {
          if (over) return;
          on.onDone(part);
          unfinished -= 1;
          if (unfinished === 0) finish();
        },
        onFault: finish,
      }),
    );
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    crew.add(pieces);
  });
}

/** Frames of a film. */
export function frameCount(scenes: SceneDocument[]): number {
  return scenes.reduce((sum, scene) => sum + Math.round(scene.duration * FPS), 0);
}
