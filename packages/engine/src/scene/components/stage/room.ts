/**
 * What room there is: who stands where at a moment, and what it would cost to put something in a place.
 * A cost of `CONFLICT` or more means that it must not stand there: over a text, or outside the area.
 */
import { around, centreOf } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import { type Figure, tagIn, wordsOn } from './cast.ts';

export const CONFLICT = 100_000;
/** Between a text and what does not belong to it, px. */
const CLEAR = 14;

export class Room {
  #texts: { box: Box; owner: string }[] = [];
  #bodies: { box: Box; owner: string }[] = [];
  #reaches: { box: Box; owner: string }[] = [];
  #lines: { points: Point[]; owner: string }[] = [];

  constructor(readonly area: Box) {}

  addText(box: Box, owner: string): void {
    this.#texts.push({ box, owner });
  }

  /** A figure: its body, and the words upon it, which nothing may cover. */
  addFigure(figure: Figure, box: Box): void {
    this.addBody(box, figure.id);
    const words = wordsOf(figure, box);
    if (words) this.addText(words, `words:${figure.id}`);
  }

  addBody(box: Box, owner: string): void {
    this.#bodies.push({ box, owner });
  }

  /** Room that a body will take when it grows or is lit: only texts keep clear of it. */
  addReach(box: Box, owner: string): void {
    this.#reaches.push({ box, owner });
  }

  addLine(points: Point[], owner: string): void {
    this.#lines.push({ points, owner });
  }

  /** A text keeps clear of everything. `without` names owners that do not count. */
  costOfText(box: Box, without: ReadonlySet<string> = new Set()): number {
    const wide = swell(box, CLEAR);
    let cost = this.#costOutside(box);
    for (const text of this.#texts)
      if (!without.has(text.owner)) cost += overlap(wide, text.box) > 0 ? CONFLICT : 0;
    for (const body of this.#bodies)
      if (!without.has(body.owner)) cost += overlap(wide, body.box) > 0 ? CONFLICT : 0;
    for (const reach of this.#reaches)
      if (!without.has(reach.owner) && overlap(box, reach.box) > 0) cost += CONFLICT;
    for (const line of this.#lines) {
      if (!without.has(line.owner) && line.points.some((point) => holds(wide, point))) cost += CONFLICT;
    }
    return cost;
  }

  /** What a body that grows or is lit would come to lie on. */
  costOfReach(box: Box, without: ReadonlySet<string>): number {
    return this.#texts.some((text) => !without.has(text.owner) && overlap(box, text.box) > 0) ? CONFLICT : 0;
  }

  /** A body keeps off texts and rather avoids other bodies. */
  costOfBody(box: Box, without: ReadonlySet<string> = new Set()): number {
    let cost = this.#costOutside(box);
    for (const text of this.#texts) {
      if (!without.has(text.owner)) cost += overlap(swell(box, CLEAR), text.box) > 0 ? CONFLICT : 0;
    }
    for (const body of this.#bodies) {
      if (without.has(body.owner)) continue;
      const shared = overlap(swell(box, CLEAR), body.box);
      cost +=
        shared > 0
          ? 40 + (260 * shared) / Math.min(box.width * box.height, body.box.width * body.box.height)
          : 0;
    }
    return cost;
  }

  /** A line keeps off texts and does not run through bodies. */
  costOfLine(points: Point[], without: ReadonlySet<string> = new Set()): number {
    let cost = 0;
    for (const { box, owner } of this.#texts) {
      if (!without.has(owner) && points.some((point) => holds(swell(box, 14), point))) cost += CONFLICT;
    }
    for (const { box, owner } of this.#bodies) {
      if (without.has(owner)) continue;
      const inside = points.filter((point) => holds(swell(box, 10), point)).length;
      cost += inside > 0 ? 120 + (600 * inside) / points.length : 0;
    }
    const outside = points.filter((point) => !holds(this.area, point)).length;
    return cost + (outside > 0 ? 200 + (2000 * outside) / points.length : 0);
  }

  /** What something of this size meets on its way: texts are passed over only if there is no other way. */
  costOfWay(points: Point[], width: number, height: number, without: ReadonlySet<string>): number {
    let cost = 0;
    for (const point of points) {
      const box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
      cost += this.#costOutside(box) > 0 ? 60 : 0;
      for (const text of this.#texts) if (!without.has(text.owner) && overlap(box, text.box) > 0) cost += 90;
      for (const body of this.#bodies) if (!without.has(body.owner) && overlap(box, body.box) > 0) cost += 12;
    }
    return (cost * 24) / points.length;
  }

  #costOutside(box: Box): number {
    const { area } = this;
    const beyond = Math.max(
      area.x - box.x,
      area.y - box.y,
      box.x + box.width - area.x - area.width,
      box.y + box.height - area.y - area.height,
    );
    return beyond > 0.5 ? CONFLICT + beyond : 0;
  }
}

/** Where the words upon a figure are, at their largest, when its body takes this box. */
export function wordsOf(figure: Figure, box: Box): Box | undefined {
  const { body } = figure;
  const text = wordsOn(body) ?? ('initial' in body ? body.initial : undefined);
  if (!text) return undefined;
  const scale = box.width / figure.width;
  const blocks = [text, ...figure.rewritten.values()];
  const width = Math.max(...blocks.map((block) => block.width)) * scale;
  const height = Math.max(...blocks.map((block) => block.height)) * scale;
  return around(centreOf('tag' in body && body.tag ? tagIn(figure, box) : box), width, height);
}

export function swell(box: Box, x: number, y = x): Box {
  return { x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y };
}

export function holds(box: Box, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

/** Shared area, px². */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
