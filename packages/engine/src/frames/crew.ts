/**
 * The drawing threads and the line of pieces before them. Whoever renders puts pieces in and is told of each; the
 * threads take them in turn, so that several renders share them without waiting for one another's last piece.
 */
import type { Worker } from 'node:worker_threads';
import { ChalktalkError } from '../errors.ts';
import type { SceneDocument } from '../scene/scene.ts';
import { startThread } from '../thread.ts';
import type { Span } from './chunk.ts';
import { forgetUnfinished } from './clip.ts';
import type { Reply, Task } from './worker.ts';

/** A chunk of a scene to be drawn into a file. */
export interface Piece {
  scene: SceneDocument;
  span: Span;
  file: string;
  onFrames(count: number): void;
  onDone(): void;
  /** Nothing more is told of a piece after this. */
  onFault(fault: ChalktalkError): void;
}

export class Crew {
  #threads: Worker[];
  #waiting: Piece[] = [];
  /** What each thread works on, with the number it was given out under. */
  #busy = new Map<Worker, { id: number; piece: Piece }>();
  #given = 0;
  #closed = false;

  constructor(size: number) {
    this.#threads = Array.from({ length: size }, () => this.#start());
  }

  add(pieces: readonly Piece[]): void {
    this.#waiting.push(...pieces);
    for (const thread of this.#threads) this.#give(thread);
  }

  /** Takes pieces back that no thread has begun; of one under way the owner no longer hears. */
  withdraw(pieces: readonly Piece[]): void {
    const given = new Set(pieces);
    this.#waiting = this.#waiting.filter((piece) => !given.has(piece));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const unfinished = [...this.#busy.values()];
    this.#waiting = [];
    this.#busy.clear();
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
    await Promise.all(unfinished.map(({ piece }) => forgetUnfinished(piece.file)));
  }

  #start(): Worker {
    const thread = startThread(new URL('worker.ts', import.meta.url));
    thread.on('message', (reply: Reply) => this.#hear(thread, reply));
    thread.on('error', (cause) => this.#lose(thread, cause));
    thread.on('exit', () => this.#lose(thread, new Error('the thread ended before its work did')));
    // A thread without work keeps no process alive.
    thread.unref();
    return thread;
  }

  #give(thread: Worker): void {
    if (this.#busy.has(thread)) return;
    const piece = this.#waiting.shift();
    if (!piece) {
      thread.unref();
      return;
    }
    thread.ref();
    this.#given += 1;
    this.#busy.set(thread, { id: this.#given, piece });
    const { scene, span, file } = piece;
    thread.postMessage({ id: this.#given, scene, span, file } satisfies Task);
  }

  #hear(thread: Worker, reply: Reply): void {
    const work = this.#busy.get(thread);
    if (work?.id !== reply.id) return;
    if (reply.kind === 'frames') {
      work.piece.onFrames(reply.count);
      return;
    }
    this.#busy.delete(thread);
    if (reply.kind === 'done') work.piece.onDone();
    else work.piece.onFault(faultOf(reply, work.piece.scene));
    this.#give(thread);
  }

  /** A thread that broke takes its piece with it and is replaced; the other pieces go on. */
  #lose(thread: Worker, cause: Error): void {
    if (this.#closed || !this.#threads.includes(thread)) return;
    const work = this.#busy.get(thread);
    this.#busy.delete(thread);
    this.#threads = this.#threads.map((one) => (one === thread ? this.#start() : one));
    work?.piece.onFault(new ChalktalkError('internal', 'A drawing thread broke.', { cause }));
    for (const one of this.#threads) this.#give(one);
  }
}

/** What the user can mend (a full disk) is told as it is; anything else is a fault of ours. */
function faultOf(reply: Reply & { kind: 'failed' }, scene: SceneDocument): ChalktalkError {
  if (reply.theirs) return new ChalktalkError(reply.theirs, reply.message);
  const cause = new Error(reply.message);
  if (reply.stack) cause.stack = reply.stack;
  return new ChalktalkError('internal', `Drawing scene ${scene.id} failed.`, { cause });
}
