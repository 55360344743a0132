/** Figures made smaller, words and all, as far as the words can still be read. */
import type { Setting } from '../setting.ts';
import { type Cast, type Figure, wordsOn } from './cast.ts';
import { scaledText } from './words.ts';

/** Changes the figure itself: from then on this is its size. */
export function rescale(figure: Figure, by: number): void {
  figure.width *= by;
  figure.height *= by;
  figure.portrait *= by;
  const { body } = figure;
  if ('text' in body && body.text) figure.body = { ...body, text: scaledText(body.text, by) };
  else if ('tag' in body && body.tag) figure.body = { ...body, tag: scaledText(body.tag, by) };
  for (const [cue, block] of figure.rewritten) figure.rewritten.set(cue, scaledText(block, by));
}

/** The smallest factor at which a figure's words can still be read. */
export function leastScale(figure: Figure, setting: Setting): number {
  const { body } = figure;
  const text = wordsOn(body) ?? (body.kind === 'round' ? body.initial : undefined);
  return text ? Math.min(1, setting.type.least / text.font.size) : 0;
}

/** On a path nobody should be smaller than this, px: better that those at its ends are. */
const SMALLEST = 62;

/**
 * Those on a path are small enough that the path is seen between them. False when that makes them tiny.
 * @param length of the path, px
 */
export function fitStanders(ids: string[], length: number, cast: Cast, setting: Setting): boolean {
  const spacing = length / (ids.length + 1);
  const most = spacing * 0.7;
  let isTiny = false;
  for (const id of ids) {
    const figure = cast.figures.get(id)!;
    const size = Math.max(figure.width, figure.height);
    const { body } = figure;
    const text = wordsOn(body) ?? (body.kind === 'round' ? body.initial : undefined);
    if (size > most && !text) {
      rescale(figure, Math.max(most, 56) / size);
      isTiny ||= most < SMALLEST;
    }
    if (text && figure.width > spacing) {
      const blocks = [text, ...figure.rewritten.values()];
      const width = Math.max(...blocks.map((block) => block.width));
      const least = body.kind === 'ball' ? Math.hypot(width, text.height) + 12 : width + 28;
      figure.width = Math.max(least, spacing - 16);
      if (body.kind === 'ball') figure.height = figure.width;
      if (figure.width > spacing) {
        rescale(figure, Math.max(leastScale(figure, setting), spacing / figure.width));
        isTiny ||= figure.width > spacing;
      }
    }
  }
  return !isTiny;
}
