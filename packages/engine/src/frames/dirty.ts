/**
 * What changed since the frame before: boxes on the encoder's grid of 16 px, merged where they touch, so that only
 * they are drawn, read back, converted and coded again.
 */
import type { ElementState } from '../scene/motion/evaluate.ts';
import type { Box } from '../scene/scene.ts';

const GRAIN = 16;
/** Two boxes become one when drawing their union costs little more than both, px². */
const JOIN_SLACK = 48 * 48;

export class ChangeTracker {
  #width: number;
  #height: number;
  #before: { signature: string; bounds: Box; visible: boolean }[] | undefined;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Boxes that differ from the states of the call before; the whole frame the first time. */
  changed(states: readonly ElementState[]): Box[] {
    const boxes: Box[] = [];
    if (!this.#before) {
      this.#before = states.map(remember);
      return [{ x: 0, y: 0, width: this.#width, height: this.#height }];
    }
    states.forEach((state, index) => {
      const old = this.#before![index]!;
      const visible = state.opacity >= 0.004 && state.element.kind !== 'group';
      if (old.signature !== state.signature && (visible || old.visible)) {
        if (old.visible) this.#add(boxes, old.bounds);
        if (visible) this.#add(boxes, state.bounds);
      }
      old.signature = state.signature;
      old.visible = visible;
      old.bounds.x = state.bounds.x;
      old.bounds.y = state.bounds.y;
      old.bounds.width = state.bounds.width;
      old.bounds.height = state.bounds.height;
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

function remember(state: ElementState) {
  return {
    signature: state.signature,
    bounds: { ...state.bounds },
    visible: state.opacity >= 0.004 && state.element.kind !== 'group',
  };
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

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
