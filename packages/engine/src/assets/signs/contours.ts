/** Turns SVG path data into the contours of a TrueType glyph: straight lines and quadratic curves, y up. */

export interface ContourPoint {
  x: number;
  y: number;
  /** False for the control point of a curve. */
  on: boolean;
}

export type Contour = ContourPoint[];

interface Point {
  x: number;
  y: number;
}

/** A cubic becomes this many quadratics, which follow it to less than a thousandth of an em. */
const PIECES = 4;

/** The closed contours of absolute path data in M, L, H, V, Q, C and Z. */
export function contoursOf(d: string): Contour[] {
  const contours: Contour[] = [];
  let contour: Contour = [];
  let pen: Point = { x: 0, y: 0 };
  const put = (point: Point, on: boolean) =>
    contour.push({ x: Math.round(point.x), y: 0 - Math.round(point.y), on });
  const finish = () => {
    const [first, last] = [contour[0], contour.at(-1)];
    if (contour.length > 1 && first!.x === last!.x && first!.y === last!.y) contour.pop();
    if (contour.length > 2) contours.push(contour);
    contour = [];
  };
  for (const [, command, list] of d.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/g)) {
    const numbers = [...list!.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
    if (command === 'H') numbers.splice(1, 0, pen.y);
    if (command === 'V') numbers.splice(0, 0, pen.x);
    const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1]! }] : []));
    if (command === 'M' || command === 'Z') finish();
    const isCurve = command === 'Q' || command === 'C';
    const path = command === 'C' ? quadratics(pen, points) : points;
    for (const [index, point] of path.entries()) put(point, !isCurve || index % 2 === 1);
    pen = points.at(-1) ?? pen;
  }
  finish();
  return contours;
}

/** Control and end points of the quadratics that stand for a cubic. */
function quadratics(start: Point, [a, b, end]: Point[]): Point[] {
  const at = (t: number): Point => {
    const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    return {
      x: p * start.x + q * a!.x + r * b!.x + s * end!.x,
      y: p * start.y + q * a!.y + r * b!.y + s * end!.y,
    };
  };
  return Array.from({ length: PIECES }, (_, index) => {
    const [from, middle, to] = [at(index / PIECES), at((index + 0.5) / PIECES), at((index + 1) / PIECES)];
    // The quadratic that passes through the middle of the piece.
    const control = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
    return [control, to];
  }).flat();
}
