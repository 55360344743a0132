/**
 * What changed since the frame before: boxes on the encoder's grid of 16 px, merged where they touch, so that only
 * they are drawn, read back, converted and coded again.
 */
import { overlap } from '../scene/layout/box.ts';
import type { ElementState, Matrix } from '../scene/motion/evaluate.ts';
import { measurePath } from '../scene/motion/path.ts';
import type { Box } from '../scene/scene.ts';

const GRAIN = 16;
/** Two boxes become one when drawing their union costs little more than both, px². */
const JOIN_SLACK = 48 * 48;

/** Less opacity than this draws nothing. */
export const INVISIBLE = 0.004;
/** A line is drawn as a whole, not up to a point, from this share on. */
export const WHOLE = 0.9995;

interface Remembered {
  signature: string;
  look: string;
  draw: number;
  visible: boolean;
  bounds: Box;
}

export class ChangeTracker {
  #width: number;
  #height: number;
  #before: Remembered[] | undefined;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Boxes that differ from the states of the call before; the whole frame the first time. */
  changed(states: readonly ElementState[]): Box[] {
    const boxes: Box[] = [];
    if (!this.#before) {
      this.#before = states.map((state) => remember(state, { bounds: {} } as Remembered));
      return [{ x: 0, y: 0, width: this.#width, height: this.#height }];
    }
    states.forEach((state, index) => {
      const old = this.#before![index]!;
      if (old.signature === state.signature) return;
      const growth = growthOf(state, old);
      if (growth) {
        if (old.visible) this.#add(boxes, growth);
      } else {
        if (old.visible) this.#add(boxes, old.bounds);
        if (isVisible(state)) this.#add(boxes, state.bounds);
      }
      remember(state, old);
    });
    return merged(boxes);
  }

  #add(boxes: Box[], { x, y, width, height }: Box): void {
    const left = Math.max(0, Math.floor(x / GRAIN) * GRAIN);
    const top = Math.max(0, Math.floor(y / GRAIN) * GRAIN);
    const right = Math.min(this.#width, Math.ceil((x + width) / GRAIN) * GRAIN);
    const bottom = Math.min(this.#height, Math.ceil((y + height) / GRAIN) * GRAIN);
    if (right > left && bottom > top)
      boxes.push({ x: left, y: top, width: right - left, height: bottom - top });
  }
}

function isVisible({ opacity, element }: ElementState): boolean {
  return opacity >= INVISIBLE && element.kind !== 'group';
}

function remember(state: ElementState, into: Remembered): Remembered {
  into.signature = state.signature;
  into.look = state.look;
  into.draw = state.draw;
  into.visible = isVisible(state);
  into.bounds.x = state.bounds.x;
  into.bounds.y = state.bounds.y;
  into.bounds.width = state.bounds.width;
  into.bounds.height = state.bounds.height;
  return into;
}

/** Where a line that only grew or shrank differs: around its end, then and now. */
function growthOf(state: ElementState, old: Remembered): Box | undefined {
  const { element, matrix, draw } = state;
  if (element.kind !== 'path' || element.fill || state.look !== old.look) return undefined;
  if (draw >= WHOLE || old.draw >= WHOLE) return undefined;
  const way = measurePath(element.d);
  const thick = (element.stroke_width ?? 0) + 2;
  const head = element.head?.size ?? 0;
  const from = Math.min(draw, old.draw) - (head + thick + (element.dash?.[0] ?? 0)) / Math.max(1, way.length);
  const line = way.boundsOf(Math.max(0, from), Math.max(draw, old.draw));
  const reach = thick + head;
  return moved(
    { x: line.x - reach, y: line.y - reach, width: line.width + 2 * reach, height: line.height + 2 * reach },
    matrix,
  );
}

function moved({ x, y, width, height }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const xs = [a * x + e, a * (x + width) + e].flatMap((at) => [at + c * y, at + c * (y + height)]);
  const ys = [b * x + f, b * (x + width) + f].flatMap((at) => [at + d * y, at + d * (y + height)]);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Joins boxes that overlap or nearly do, until none does. */
function merged(boxes: Box[]): Box[] {
  for (let again = true; again; ) {
    again = false;
    for (let a = 0; a < boxes.length && !again; a += 1) {
      for (let b = a + 1; b < boxes.length; b += 1) {
        const both = unite(boxes[a]!, boxes[b]!);
        if (
          both.width * both.height <= area(boxes[a]!) + area(boxes[b]!) + JOIN_SLACK ||
          overlap(boxes[a]!, boxes[b]!)
        ) {
          boxes[a] = both;
          boxes.splice(b, 1);
          again = true;
          break;
        }
      }
    }
  }
  return boxes;
}

function area(box: Box): number {
  return box.width * box.height;
}

function unite(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
