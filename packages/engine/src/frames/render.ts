/** Draws scenes on worker threads, chunk by chunk, longest first; what the cache holds is not drawn again. */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { registerFonts } from '../assets/fonts.ts';
import { ChalktalkError } from '../errors.ts';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { chunksOf, type Span } from './chunk.ts';
import { type Clip, clipFile, clipKey, forgetUnfinished, hasClip } from './clip.ts';
import type { Reply, Task } from './worker.ts';

export interface RenderOptions {
  /** Clips are kept below this folder. */
  cacheDir: string;
  signal?: AbortSignal;
  onProgress?: (frames: { done: number; total: number }, scenes: { done: number; total: number }) => void;
}

export interface RenderPool {
  /** The clips of all scenes, in order. @throws ChalktalkError `cancelled` when the signal fires. */
  render(scenes: SceneDocument[], options: RenderOptions): Promise<Clip[]>;
  close(): Promise<void>;
}

interface Crew {
  workers: Worker[];
  /** What each works on, with the number it was given out under. */
  busy: Map<Worker, { id: number; piece: Piece }>;
  given: number;
}

interface Piece {
  scene: number;
  span: Span;
  clip: Clip;
}

/** Starts the threads, so that they are warm when the first scene comes. */
export function createRenderPool(size = Math.max(1, os.availableParallelism())): RenderPool {
  // The canvas shares its fonts between threads: registered before any thread draws, they are the same for all.
  registerFonts();
  const crew: Crew = { workers: Array.from({ length: size }, startWorker), busy: new Map(), given: 0 };
  return {
    render: (scenes, options) => render(crew, scenes, options),
    async close() {
      const unfinished = [...crew.busy.values()];
      await Promise.all(crew.workers.map((worker) => worker.terminate()));
      await Promise.all(unfinished.map(({ piece }) => forgetUnfinished(piece.clip.file)));
    },
  };
}

function startWorker(): Worker {
  // The loader of TypeScript is registered in each thread; a file: URL resolves from anywhere.
  const source = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
register();
await import(${JSON.stringify(new URL('worker.ts', import.meta.url).href)});`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    // The parent's own loader flags are not for the thread.
    execArgv: [],
  });
  worker.unref();
  return worker;
}

async function render(crew: Crew, scenes: SceneDocument[], options: RenderOptions): Promise<Clip[]> {
  const pieces: Piece[] = scenes.flatMap((scene, index) =>
    chunksOf(scene).map((span) => ({
      scene: index,
      span,
      clip: { file: clipFile(options.cacheDir, clipKey(scene, span)), frames: span.to - span.from },
    })),
  );
  const total = pieces.reduce((sum, piece) => sum + piece.clip.frames, 0);
  const left = scenes.map((scene) => chunksOf(scene).length);
  let frames = 0;
  const tell = () =>
    options.onProgress?.(
      { done: frames, total },
      { done: left.filter((count) => count === 0).length, total: scenes.length },
    );
  const settled = (piece: Piece) => {
    left[piece.scene]! -= 1;
    tell();
  };

  const missing: Piece[] = [];
  for (const piece of pieces) {
    if (await hasClip(piece.clip.file)) {
      frames += piece.clip.frames;
      settled(piece);
    } else {
      missing.push(piece);
    }
  }
  missing.sort((a, b) => b.clip.frames - a.clip.frames);
  await share(crew, missing, scenes, options.signal, {
    onFrames: (count) => {
      frames += count;
      tell();
    },
    onDone: settled,
  });
  return pieces.map((piece) => piece.clip);
}

/** Hands pieces to idle workers until none is left. On a failure or a stop the rest is not begun. */
function share(
  crew: Crew,
  queue: Piece[],
  scenes: SceneDocument[],
  signal: AbortSignal | undefined,
  on: { onFrames: (count: number) => void; onDone: (piece: Piece) => void },
): Promise<void> {
  if (queue.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const { workers, busy } = crew;
    const waiting = [...queue];
    const stopListening: (() => void)[] = [];
    const finish = (error?: Error) => {
      signal?.removeEventListener('abort', onAbort);
      for (const stop of stopListening) stop();
      for (const worker of workers) worker.unref();
      if (error) reject(error);
      else resolve();
    };
    const onAbort = () =>
      finish(new ChalktalkError('cancelled', 'Stopped; the same command goes on from here.'));
    const give = (worker: Worker) => {
      busy.delete(worker);
      const piece = waiting.shift();
      if (!piece) {
        if (busy.size === 0) finish();
        return;
      }
      crew.given += 1;
      busy.set(worker, { id: crew.given, piece });
      worker.postMessage({
        id: crew.given,
        scene: scenes[piece.scene]!,
        span: piece.span,
        file: piece.clip.file,
      } satisfies Task);
    };
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    for (const worker of workers) {
      const onMessage = (reply: Reply) => {
        const work = busy.get(worker);
        // A piece that was given up before is no longer waited for.
        if (work?.id !== reply.id) return;
        if (reply.kind === 'frames') {
          on.onFrames(reply.count);
        } else if (reply.kind === 'done') {
          on.onDone(work.piece);
          give(worker);
        } else {
          busy.delete(worker);
          finish(faultOf(reply, scenes[work.piece.scene]!));
        }
      };
      const onError = (cause: Error) =>
        finish(new ChalktalkError('internal', 'A drawing thread broke.', { cause }));
      const onExit = () =>
        finish(new ChalktalkError('internal', 'A drawing thread ended before its work did.'));
      worker.ref();
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      // Node keeps listeners of its own on a worker: only ours go.
      stopListening.push(() => worker.off('message', onMessage).off('error', onError).off('exit', onExit));
    }
    for (const worker of workers) give(worker);
  });
}

/** What the user can mend (a full disk) is told as it is; anything else is a fault of ours. */
function faultOf(reply: Reply & { kind: 'failed' }, scene: SceneDocument): ChalktalkError {
  if (reply.theirs) return new ChalktalkError(reply.theirs, reply.message);
  const cause = new Error(reply.message);
  if (reply.stack) cause.stack = reply.stack;
  return new ChalktalkError('internal', `Drawing scene ${scene.id} failed.`, { cause });
}

/** Frames of a film. */
export function frameCount(scenes: SceneDocument[]): number {
  return scenes.reduce((sum, scene) => sum + Math.round(scene.duration * FPS), 0);
}
