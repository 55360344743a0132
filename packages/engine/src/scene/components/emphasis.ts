/** Marks that say "this": a line below words, a ring around a thing. They are placed here and drawn by `draw`. */
import type { Box, PathElement, TextElement } from '../scene.ts';
import type { Setting } from './setting.ts';

/** How far below the baseline a line passes the descenders by, as a share of the type's size. */
const BELOW = 0.27;
const RING_GAP = 14;

/** A line below the coloured words of a text's last line; undefined where none is coloured. */
export function underlineOf(text: TextElement, { theme }: Setting): PathElement | undefined {
  const line = text.lines.at(-1);
  const run = line?.runs.find(({ color }) => color !== undefined);
  if (!line || !run) return undefined;
  const x = line.x + run.dx;
  const y = line.baseline + (run.font ?? text.font).size * BELOW;
  return {
    kind: 'path',
    id: `underline.${text.id}`,
    ...(text.part === undefined ? {} : { part: text.part }),
    ...(text.fixed ? { fixed: true } : {}),
    on: [text.id],
    box: { x, y, width: run.width, height: 1 },
    d: `M${x} ${y}L${x + run.width} ${y}`,
    stroke: run.color!,
    stroke_width: theme.stroke + 2,
  };
}

/** A ring around a box, drawn from its top on; `around` are the ids of what it may touch. */
export function ringOf(id: string, box: Box, around: string[], { theme }: Setting): PathElement {
  const rx = (box.width / 2) * Math.SQRT2 + RING_GAP;
  const ry = (box.height / 2) * Math.SQRT2 + RING_GAP;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return {
    kind: 'path',
    id,
    on: around,
    box: { x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry },
    d: `M${x} ${y - ry}A${rx} ${ry} 0 1 1 ${x - 0.1} ${y - ry}`,
    stroke: theme.colors.accent,
    stroke_width: theme.stroke + 2,
  };
}
