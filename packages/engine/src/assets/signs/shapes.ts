/**
 * Outlines to draw signs from: strokes, plain shapes, and ways to move and join them.
 * Thousandths of an em, y down; `axis` is the height that mathematical signs are centred on.
 */
import { Path2D, PathOp } from '@napi-rs/canvas';

export function union(a: Path2D, b: Path2D): Path2D {
  const both = new Path2D(a);
  return both.op(b, PathOp.Union);
}

export function moved(path: Path2D, x: number, y: number): Path2D {
  return new Path2D(path).transform({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });
}

/** Turned clockwise about its centre, which comes to lie on the axis. */
export function turned(path: Path2D, degrees: number, axis: number): Path2D {
  const [left, top, right, bottom] = path.computeTightBounds();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return new Path2D(path).transform({
    a: c,
    b: s,
    c: -s,
    d: c,
    e: x - c * x + s * y,
    f: axis - s * x - c * y,
  });
}

export function middleOf(path: Path2D): number {
  const [, top, , bottom] = path.computeTightBounds();
  return (top + bottom) / 2;
}

/** An arrow joined with its mirror image, both heads kept. */
export function bothWays(arrow: Path2D): Path2D {
  const [left, , right] = arrow.computeTightBounds();
  const mirrored = new Path2D(arrow).transform({ a: -1, b: 0, c: 0, d: 1, e: left + right, f: 0 });
  return union(moved(arrow, 330, 0), mirrored);
}

export function doubleArrow(stroke: number, axis: number): Path2D {
  const [reach, half] = [stroke * 1.05, 290];
  const tip = 760;
  const head = line(stroke, [tip - half, axis - half], [tip, axis], [tip - half, axis + half]);
  const shaft = (y: number) => line(stroke, [0, y], [tip - reach, y]);
  return union(union(shaft(axis - reach), shaft(axis + reach)), head);
}

export function infinity(stroke: number, axis: number): Path2D {
  const [width, height] = [400, 190];
  const path = new Path2D();
  path.moveTo(0, axis);
  path.bezierCurveTo(width * 0.4, axis - height * 1.32, width, axis - height * 1.32, width, axis);
  path.bezierCurveTo(width, axis + height * 1.32, width * 0.4, axis + height * 1.32, 0, axis);
  path.bezierCurveTo(-width * 0.4, axis - height * 1.32, -width, axis - height * 1.32, -width, axis);
  path.bezierCurveTo(-width, axis + height * 1.32, -width * 0.4, axis + height * 1.32, 0, axis);
  path.closePath();
  return outlined(path, stroke);
}

export function line(width: number, ...points: [number, number][]): Path2D {
  const path = new Path2D();
  path.moveTo(...points[0]!);
  for (const point of points.slice(1)) path.lineTo(...point);
  return outlined(path, width);
}

export function outlined(path: Path2D, width: number): Path2D {
  return new Path2D(path).stroke({ width }).simplify().asWinding();
}

export function polygon(...points: [number, number][]): Path2D {
  const path = new Path2D();
  path.moveTo(...points[0]!);
  for (const point of points.slice(1)) path.lineTo(...point);
  path.closePath();
  return path;
}

export function rectangle(left: number, top: number, right: number, bottom: number): Path2D {
  return polygon([left, top], [right, top], [right, bottom], [left, bottom]);
}

export function star(axis: number): Path2D {
  return polygon(
    ...Array.from({ length: 10 }, (_, index): [number, number] => {
      const [radius, angle] = [index % 2 === 0 ? 400 : 165, (index * Math.PI) / 5];
      return [radius * Math.sin(angle), axis - radius * Math.cos(angle)];
    }),
  );
}

export function disc(radius: number, axis: number): Path2D {
  const path = new Path2D();
  path.arc(radius, axis, radius, 0, 2 * Math.PI);
  return path;
}

export function ring(stroke: number, radius: number, axis: number): Path2D {
  return outlined(disc(radius, axis), stroke);
}
