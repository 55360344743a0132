/** An edit on this machine, from the operations to the finished film. */
import type { RenderPool } from '../frames/index.ts';
import type { OnProgress } from '../progress.ts';
import type { Report } from '../report.ts';
import type { EditableFilm, PlannedEdit } from './film.ts';
import type { EditOperation } from './operations.ts';

export interface RemakeOptions {
  /** Where the new film goes; its old files are replaced only when the new one is whole and has passed every gate. */
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
  _film: EditableFilm,
  _operations: readonly EditOperation[],
  _options: RemakeOptions,
): Promise<PlannedEdit & { report: Report }> {
  throw new Error('not yet');
}
