/**
 * When each sentence is spoken: the film's pauses, and the bounds of its scenes on frame boundaries.
 */

/** Seconds before the first word. */
export const BEFORE_FIRST_WORD = 0.5;
/** Seconds after the last word. */
export const AFTER_LAST_WORD = 1.2;
/** The boundary lies this long (s) before its section's first word, so that a headline has time to enter. */
export const BOUNDARY_BEFORE_WORD = 0.45;
export const FRAMES_PER_SECOND = 30;

/** Silence (s) after a sentence that another follows in its section, and before a new section. */
export interface Pauses {
  sentence: number;
  section: number;
}

export const PAUSES: Readonly<Pauses> = { sentence: 0.55, section: 0.85 };
export const SHORTEST_PAUSES: Readonly<Pauses> = { sentence: 0.35, section: 0.7 };
export const LONGEST_PAUSES: Readonly<Pauses> = { sentence: 0.7, section: 1.1 };

export interface Schedule {
  /** Seconds at which each sentence's first word begins, section by section. */
  starts: number[][];
  /** Seconds; the first begins at 0, each of the others where the one before it ends. */
  sections: { start: number; end: number }[];
  /** Seconds: a whole number of frames. */
  duration: number;
}

/** @param lengths seconds from first to last sound of every sentence, section by section */
export function schedule(lengths: readonly (readonly number[])[], pauses: Pauses): Schedule {
  const starts: number[][] = [];
  const bounds: number[] = [];
  let end = 0;
  for (const section of lengths) {
    const own: number[] = [];
    for (const length of section) {
      const isFirst = own.length === 0;
      const pause =
        starts.length === 0 && isFirst ? BEFORE_FIRST_WORD : isFirst ? pauses.section : pauses.sentence;
      own.push(end + pause);
      end += pause + length;
    }
    bounds.push(starts.length === 0 ? 0 : toFrame(own[0]! - BOUNDARY_BEFORE_WORD));
    starts.push(own);
  }
  const duration = Math.ceil((end + AFTER_LAST_WORD) * FRAMES_PER_SECOND - 1e-6) / FRAMES_PER_SECOND;
  const sections = bounds.map((start, index) => ({ start, end: bounds[index + 1] ?? duration }));
  return { starts, sections, duration };
}

/** Seconds a film lasts whose sentences take `speech` seconds in all. */
export function filmSeconds(speech: number, sentences: number, sections: number, pauses: Pauses): number {
  const within = Math.max(0, sentences - sections) * pauses.sentence;
  const between = Math.max(0, sections - 1) * pauses.section;
  return BEFORE_FIRST_WORD + speech + within + between + AFTER_LAST_WORD;
}

function toFrame(seconds: number): number {
  return Math.round(seconds * FRAMES_PER_SECOND) / FRAMES_PER_SECOND;
}
