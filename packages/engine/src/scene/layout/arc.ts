/** Arcs of circles as lines to be drawn along, px. Angles are turns (1 is the whole circle), clockwise from the top. */
import type { Point } from '../scene.ts';

export function onCircle(centre: Point, radius: number, turn: number): Point {
  const angle = turn * Math.PI * 2 - Math.PI / 2;
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}

/** SVG path data from one turn to a later one. */
export function arcPath(centre: Point, radius: number, from: number, to: number): string {
  // Half circles at most: the ends of a whole one would coincide, and SVG then draws nothing.
  const pieces = Math.max(1, Math.ceil((to - from) * 2 - 1e-9));
  const start = onCircle(centre, radius, from);
  let d = `M${fixed(start.x)} ${fixed(start.y)}`;
  for (let piece = 1; piece <= pieces; piece += 1) {
    const end = onCircle(centre, radius, from + ((to - from) * piece) / pieces);
    d += `A${fixed(radius)} ${fixed(radius)} 0 0 1 ${fixed(end.x)} ${fixed(end.y)}`;
  }
  return d;
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
