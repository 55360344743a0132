/** What an element really covers at a moment: its lines of text, its stroke, its body, as boxes in frame px. */

import type { ElementState, Matrix } from '../scene/motion/evaluate.ts';
import { measurePath } from '../scene/motion/path.ts';
import type { Box, TextElement } from '../scene/scene.ts';

/** Parts of a font's size above and below the baseline where ink stands. */
const ABOVE = 0.74;
const BELOW = 0.2;

/** Boxes of the ink of each line of text. */
export function inkOf(state: ElementState): Box[] {
  const element = state.element as TextElement;
  return element.lines.map((line) => {
    const { size } = line.runs[0]?.font ?? element.font;
    return transformed(
      { x: line.x, y: line.baseline - size * ABOVE, width: line.width, height: size * (ABOVE + BELOW) },
      state.matrix,
    );
  });
}

/** Boxes that together cover what an element draws. */
export function coverOf(state: ElementState): Box[] {
  const { element, matrix } = state;
  if (element.kind === 'text') return inkOf(state);
  if (element.kind === 'path' && !state.fill) return strokeOf(state);
  if (element.kind === 'ellipse') return ellipseOf(element.box).map((box) => transformed(box, matrix));
  if (element.kind === 'icon') {
    // Pictures leave some air within their square.
    const air = 0.06;
    const { x, y, width, height } = element.box;
    return [
      transformed(
        {
          x: x + width * air,
          y: y + height * air,
          width: width * (1 - 2 * air),
          height: height * (1 - 2 * air),
        },
        matrix,
      ),
    ];
  }
  return [transformed(element.box, matrix)];
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Three boxes that follow a round shape more closely than its square. */
function ellipseOf({ x, y, width, height }: Box): Box[] {
  return [
    { x: x + width * 0.15, y: y + height * 0.15, width: width * 0.7, height: height * 0.7 },
    { x: x + width * 0.3, y, width: width * 0.4, height },
    { x, y: y + height * 0.3, width, height: height * 0.4 },
  ];
}

/** Small boxes along the drawn part of a line. */
function strokeOf(state: ElementState): Box[] {
  if (state.element.kind !== 'path') return [];
  const { d, stroke_width = 1, cap } = state.element;
  const way = measurePath(d);
  const drawn = way.length * state.draw;
  const round = cap !== 'flat';
  // Flat ends do not reach beyond the line.
  const half = Math.max(1, round ? stroke_width / 2 : Math.min(stroke_width, drawn) / 2);
  const from = round ? 0 : Math.min(half, drawn / 2);
  const covered = drawn - 2 * from;
  const count = Math.max(1, Math.ceil(covered / 12));
  return Array.from({ length: count + 1 }, (_, index) => {
    const point = way.pointAt((from + (index / count) * covered) / Math.max(1, way.length));
    return transformed(
      { x: point.x - half, y: point.y - half, width: 2 * half, height: 2 * half },
      state.matrix,
    );
  });
}

function transformed(box: Box, matrix: Matrix): Box {
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x, box.y + box.height],
    [box.x + box.width, box.y + box.height],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
