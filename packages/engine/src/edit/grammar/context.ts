/** What a rule sees of one instruction, and what it answers: operations, or nothing when it speaks of something else. */
import type { EditableFilm } from '../film.ts';
import type { EditOperation } from '../operations.ts';
import type { Seen } from './find.ts';
import type { Mentions } from './scenes.ts';

export interface Context {
  film: EditableFilm;
  scenes: readonly Seen[];
  mentions: Mentions;
  /** The instruction, scenes and quotations as marks. */
  text: string;
  /** The scenes it is said to be in, and the instruction without them. */
  where: number[] | undefined;
  rest: string;
  /** Words as they were written. */
  plain(marked: string): string;
}

export type Rule = (context: Context) => EditOperation[] | undefined;

/** The scenes an instruction looks at: those it names, else all. */
export function scopeOf({ scenes, where }: Context): Seen[] {
  return scenes.filter(({ number }) => !where || where.includes(number));
}

/** Matches all of a text, whatever its case. */
export function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'iu');
}
