/**
 * Which outlines of one line are the same terms as which of the next: the longest equal stretches first, so that a
 * term that changes sides goes there whole.
 */
import type { FormulaGlyph } from '../../../assets/index.ts';

/** For each glyph of `to` the index of the glyph of `from` it comes from; −1 for what is new. */
export function matchGlyphs(from: readonly FormulaGlyph[], to: readonly FormulaGlyph[]): number[] {
  const was = from.map(shapeOf);
  const is = to.map(shapeOf);
  const source = is.map(() => -1);
  const free = was.map(() => true);
  for (;;) {
    const best = longest(was, is, free, source);
    if (best.length === 0) return source;
    for (let step = 0; step < best.length; step += 1) {
      source[best.to + step] = best.from + step;
      free[best.from + step] = false;
    }
  }
}

/** The longest stretch equal in both and not yet taken; of equally long ones the one that moves least in order. */
function longest(
  was: readonly string[],
  is: readonly string[],
  free: readonly boolean[],
  source: readonly number[],
): { from: number; to: number; length: number } {
  let best = { from: 0, to: 0, length: 0 };
  let bestMove = Number.POSITIVE_INFINITY;
  for (let to = 0; to < is.length; to += 1) {
    for (let from = 0; from < was.length; from += 1) {
      let length = 0;
      while (
        to + length < is.length &&
        from + length < was.length &&
        is[to + length] === was[from + length] &&
        source[to + length] === -1 &&
        free[from + length]
      )
        length += 1;
      const move = Math.abs(to / is.length - from / was.length);
      if (length > best.length || (length > 0 && length === best.length && move < bestMove)) {
        best = { from, to, length };
        bestMove = move;
      }
    }
  }
  return best;
}

/** The same for the same sign in any place and size: the kinds of its strokes and how wide it is for its height. */
export function shapeOf({ d, box }: FormulaGlyph): string {
  const strokes = d.replace(/[^A-Za-z]/g, '');
  return `${strokes} ${Math.round((box.width / Math.max(box.height, 1e-3)) * 50)}`;
}
