/** A composition as one SVG: each part's shapes, moved and scaled into its place. */
import { ChalktalkError } from '../../errors.ts';
import { ALL_SETS, drawingOf } from '../icon-search/sets.ts';
import { type Composition, type PlacedPart, placedParts } from './composition.ts';

const SIDE = 128;

/**
 * A whole SVG document at a height in px; line icons in it are drawn in `color`.
 * @throws ChalktalkError `missing_asset` when no installed set has one of its icons.
 */
export function compositionSvg(composition: Composition, height: number, color: string): string {
  const body = placedParts(composition).map(drawn).join('').replaceAll('currentColor', color);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${height}" ` +
    `height="${height}" viewBox="0 0 ${SIDE} ${SIDE}">${body}</svg>`
  );
}

function drawn({ icon, x, y, size }: PlacedPart, index: number): string {
  const [prefix, name] = icon.split(':');
  const set = ALL_SETS.find((candidate) => candidate.name === prefix);
  const drawing = set && drawingOf(set, name!);
  if (!drawing) {
    throw new ChalktalkError(
      'missing_asset',
      `There is no icon "${icon}" to compose a picture of; name another.`,
    );
  }
  const scale = (size * SIDE) / Math.max(drawing.width, drawing.height);
  const left = x * SIDE - (drawing.width * scale) / 2 - drawing.left * scale;
  const top = y * SIDE - (drawing.height * scale) / 2 - drawing.top * scale;
  const body = withOwnIds(drawing.body, `part${index}-`);
  return `<g transform="translate(${round(left)} ${round(top)}) scale(${round(scale)})">${body}</g>`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Ids of gradients and masks made the part's own: two parts may call theirs the same. */
function withOwnIds(body: string, prefix: string): string {
  return body
    .replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
}
