/** Works out where everything of a construction lies, in its own coordinates: y points up, angles in degrees. */
import { ChalktalkError } from '../../../errors.ts';
import type { Point } from '../../scene.ts';
import type { GeometryStep } from './schema.ts';

export type Figure =
  | { kind: 'point'; at: Point }
  | { kind: 'segment' | 'line'; a: Point; b: Point }
  | { kind: 'circle'; centre: Point; radius: number }
  | { kind: 'polygon'; corners: Point[] }
  | { kind: 'angle'; a: Point; vertex: Point; b: Point }
  | { kind: 'arm'; pivot: Point; from: number; to: number; length: number; tail: number };

/**
 * One figure for each step.
 * @throws ChalktalkError `bad_note` naming the step that refers to what is not there or cannot be.
 */
export function construct(steps: readonly GeometryStep[]): Figure[] {
  const known = new Map<string, Figure>();
  const wrong = (message: string): never => {
    throw new ChalktalkError('bad_note', message);
  };
  const pointOf = (id: string): Point => {
    const figure = known.get(id);
    if (figure?.kind === 'point') return figure.at;
    return wrong(`there is no point "${id}" before it is used; add it as an earlier step`);
  };
  const apart = (a: Point, b: Point): [Point, Point] =>
    distance(a, b) > 1e-9 ? [a, b] : wrong('two points of one line lie on the same spot; move one of them');

  return steps.map((step) => {
    const figure = figureOf(step);
    if (step.id !== undefined) {
      if (known.has(step.id)) wrong(`"${step.id}" names two steps; give each its own id`);
      known.set(step.id, figure);
    }
    return figure;
  });

  function figureOf(step: GeometryStep): Figure {
    switch (step.kind) {
      case 'point':
        return { kind: 'point', at: { x: step.x, y: step.y } };
      case 'midpoint':
        return { kind: 'point', at: between(pointOf(step.of[0]), pointOf(step.of[1]), 0.5) };
      case 'on_circle': {
        const circle = known.get(step.circle);
        if (circle?.kind !== 'circle')
          return wrong(`there is no circle "${step.circle}"; give one that id first`);
        return { kind: 'point', at: polar(circle.centre, circle.radius, step.angle) };
      }
      case 'foot': {
        const from = pointOf(step.from);
        const [a, b] = apart(pointOf(step.to[0]), pointOf(step.to[1]));
        const along = ((from.x - a.x) * (b.x - a.x) + (from.y - a.y) * (b.y - a.y)) / distance(a, b) ** 2;
        return { kind: 'point', at: between(a, b, along) };
      }
      case 'intersection': {
        const [one, other] = step.of.map((id) => known.get(id));
        if (!one || !other)
          return wrong(`"${step.of.join('" and "')}" cannot meet; give both as earlier steps`);
        const met = meet(one, other).sort((p, q) => p.x - q.x || q.y - p.y);
        const at = met[step.which] ?? met[0];
        return at
          ? { kind: 'point', at }
          : wrong(`"${step.of.join('" and "')}" do not meet; move one of them`);
      }
      case 'segment':
      case 'line': {
        const [a, b] = apart(pointOf(step.points[0]), pointOf(step.points[1]));
        return { kind: step.kind, a, b };
      }
      case 'circle': {
        const centre = pointOf(step.centre);
        const radius = step.through === undefined ? step.radius : distance(centre, pointOf(step.through));
        return radius
          ? { kind: 'circle', centre, radius }
          : wrong('a circle needs a radius or a point it goes through');
      }
      case 'polygon':
        return { kind: 'polygon', corners: step.points.map(pointOf) };
      case 'angle': {
        const [a, vertex] = apart(pointOf(step.points[0]), pointOf(step.points[1]));
        return { kind: 'angle', a, vertex, b: apart(pointOf(step.points[2]), vertex)[0] };
      }
      case 'arm':
        return {
          kind: 'arm',
          pivot: pointOf(step.pivot),
          from: step.from,
          to: step.to,
          length: step.length,
          tail: step.tail,
        };
    }
  }
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function polar(centre: Point, radius: number, degrees: number): Point {
  const turn = (degrees * Math.PI) / 180;
  return { x: centre.x + radius * Math.cos(turn), y: centre.y + radius * Math.sin(turn) };
}

/** The degrees of an angle, 0–180. */
export function degreesOf(a: Point, vertex: Point, b: Point): number {
  const one = Math.atan2(a.y - vertex.y, a.x - vertex.x);
  const other = Math.atan2(b.y - vertex.y, b.x - vertex.x);
  const turn = Math.abs(((one - other) * 180) / Math.PI) % 360;
  return turn > 180 ? 360 - turn : turn;
}

function meet(one: Figure, other: Figure): Point[] {
  const straight = (figure: Figure) => figure.kind === 'segment' || figure.kind === 'line';
  if (straight(one) && straight(other)) return meetLines(one as Straight, other as Straight);
  if (one.kind === 'circle' && other.kind === 'circle') return meetCircles(one, other);
  if (one.kind === 'circle' && straight(other)) return meetCircleLine(one, other as Straight);
  if (other.kind === 'circle' && straight(one)) return meetCircleLine(other, one as Straight);
  return [];
}

type Straight = Extract<Figure, { a: Point; b: Point; kind: 'segment' | 'line' }>;
type Circle = Extract<Figure, { kind: 'circle' }>;

function meetLines(one: Straight, other: Straight): Point[] {
  const [p, q] = [one.a, other.a];
  const r = { x: one.b.x - p.x, y: one.b.y - p.y };
  const s = { x: other.b.x - q.x, y: other.b.y - q.y };
  const cross = r.x * s.y - r.y * s.x;
  if (Math.abs(cross) < 1e-9) return [];
  return [between(one.a, one.b, ((q.x - p.x) * s.y - (q.y - p.y) * s.x) / cross)];
}

function meetCircleLine({ centre, radius }: Circle, { a, b }: Straight): Point[] {
  const d = { x: b.x - a.x, y: b.y - a.y };
  const f = { x: a.x - centre.x, y: a.y - centre.y };
  const square = d.x ** 2 + d.y ** 2;
  const half = f.x * d.x + f.y * d.y;
  const root = half ** 2 - square * (f.x ** 2 + f.y ** 2 - radius ** 2);
  if (root < -1e-9) return [];
  return [-1, 1].map((sign) => between(a, b, (-half + sign * Math.sqrt(Math.max(0, root))) / square));
}

function meetCircles(one: Circle, other: Circle): Point[] {
  const apart = distance(one.centre, other.centre);
  if (apart < 1e-9 || apart > one.radius + other.radius + 1e-9) return [];
  if (apart < Math.abs(one.radius - other.radius) - 1e-9) return [];
  const along = (one.radius ** 2 - other.radius ** 2 + apart ** 2) / (2 * apart);
  const off = Math.sqrt(Math.max(0, one.radius ** 2 - along ** 2));
  const middle = between(one.centre, other.centre, along / apart);
  const u = { x: (other.centre.x - one.centre.x) / apart, y: (other.centre.y - one.centre.y) / apart };
  return [1, -1].map((sign) => ({ x: middle.x - sign * off * u.y, y: middle.y + sign * off * u.x }));
}
