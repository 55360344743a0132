/** The mark that says "this": a line below words. It is placed here and drawn by `draw`. */
import type { PathElement, TextElement } from '../scene.ts';
import type { Setting } from './setting.ts';

/** How far below the baseline a line passes the descenders by, as a share of the type's size. */
const BELOW = 0.27;

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
