/** A drawing thread: takes chunks of scenes one at a time, and writes each as a clip. */
import { parentPort } from 'node:worker_threads';
import { registerFonts } from '../assets/fonts.ts';
import { ChalktalkError, type ErrorKind } from '../errors.ts';
import type { SceneDocument } from '../scene/scene.ts';
import { renderChunk, type Span } from './chunk.ts';
import { writeClip } from './clip.ts';

export interface Task {
  id: number;
  scene: SceneDocument;
  span: Span;
  file: string;
}

export type Reply =
  | { id: number; kind: 'frames'; count: number }
  | { id: number; kind: 'done' }
  /** `theirs` is the kind of an error that the user can mend. */
  | { id: number; kind: 'failed'; message: string; stack?: string; theirs?: ErrorKind };

/** Progress is told in handfuls, not for every frame. */
const HANDFUL = 15;

const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread');
registerFonts();

port.on('message', (task: Task) => {
  void work(task);
});

async function work({ id, scene, span, file }: Task): Promise<void> {
  const reply = (message: Reply) => port!.postMessage(message);
  try {
    let count = 0;
    const chunk = await renderChunk(scene, span, () => {
      count += 1;
      if (count % HANDFUL === 0) reply({ id, kind: 'frames', count: HANDFUL });
      return true;
    });
    if (chunk) await writeClip(file, chunk);
    reply({ id, kind: 'frames', count: count % HANDFUL });
    reply({ id, kind: 'done' });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const theirs = error instanceof ChalktalkError && error.isTheirs ? error.kind : undefined;
    reply({ id, kind: 'failed', message, ...(stack ? { stack } : {}), ...(theirs ? { theirs } : {}) });
  }
}
