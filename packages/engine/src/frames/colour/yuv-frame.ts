/** A frame in YUV 4:2:0 (BT.709, limited range) that is painted over box by box and knows which blocks changed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Box } from '../../scene/scene.ts';

export interface Planes {
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
  /** Bytes from one row to the next. */
  strides: { y: number; u: number; v: number };
}

/** The encoder's macroblock, px. */
const BLOCK = 16;
const PAGE = 65_536;
/** AssemblyScript keeps its own few bytes at the bottom of memory. */
const BASE = PAGE;

/** The conversion itself runs in WebAssembly SIMD, with the planes in its memory: `assembly/kernel.ts`. */
type Convert = (
  rgba: number,
  width: number,
  height: number,
  y: number,
  u: number,
  v: number,
  wide: number,
  changes: number,
) => void;

let compiled: WebAssembly.Module | undefined;

export class YuvFrame {
  readonly width: number;
  readonly height: number;
  /** Luma's row, px: the width in whole blocks. */
  #wide: number;
  #memory: Buffer;
  #convert: Convert;
  /** Addresses in memory: planes, one byte a block for what changed, and the pixels coming in. */
  #at: { y: number; u: number; v: number; changes: number; rgba: number };
  /** Rows of blocks that may have changed. */
  #touched = new Set<number>();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#wide = blocks(width) * BLOCK;
    const pixels = this.#wide * blocks(height) * BLOCK;
    const [y, u, v, changes] = [BASE, BASE + pixels, BASE + pixels * 1.25, BASE + pixels * 1.5];
    const rgba = changes + Math.ceil(pixels / BLOCK ** 2 / BLOCK) * BLOCK;
    this.#at = { y, u, v, changes, rgba };
    const memory = new WebAssembly.Memory({ initial: Math.ceil((rgba + pixels * 4) / PAGE) });
    compiled ??= new WebAssembly.Module(readFileSync(fileURLToPath(new URL('kernel.wasm', import.meta.url))));
    const instance = new WebAssembly.Instance(compiled, { env: { memory } });
    this.#memory = Buffer.from(memory.buffer);
    this.#convert = instance.exports.convert as Convert;
    this.reset();
  }

  /** Forgets what was painted: the next picture is new in every block. */
  reset(): void {
    this.#memory.fill(0, this.#at.y, this.#at.rgba);
    this.#memory.fill(1, this.#at.changes, this.#at.changes + blocks(this.width) * blocks(this.height));
    this.#touch(0, this.height);
  }

  /** Paints tightly packed RGBA pixels over a box that lies on the grid of 16 px (or ends at the frame's edge). */
  write(rgba: Uint8Array | Uint8ClampedArray, { x, y, width, height }: Box): void {
    const at = this.#at;
    const wide = blocks(width) * BLOCK;
    if (wide === width) {
      this.#memory.set(rgba, at.rgba);
    } else {
      // What lies beyond the edge is always black, or it would count as changed.
      for (let row = 0; row < height; row += 1) {
        const start = at.rgba + row * wide * 4;
        this.#memory.set(rgba.subarray(row * width * 4, (row + 1) * width * 4), start);
        this.#memory.fill(0, start + width * 4, start + wide * 4);
      }
    }
    const luma = y * this.#wide + x;
    const chroma = (y * this.#wide) / 4 + x / 2;
    const block = ((y / BLOCK) * this.#wide + x) / BLOCK;
    this.#convert(
      at.rgba,
      wide,
      height,
      at.y + luma,
      at.u + chroma,
      at.v + chroma,
      this.#wide,
      at.changes + block,
    );
    this.#touch(y, y + height);
  }

  /**
   * Brings the planes up to this frame, and returns the boxes (px, runs of blocks) that differ from when it was last
   * asked. The planes must be those of the time before, or any after a reset.
   */
  takeChanges(planes: Planes): Box[] {
    const changed: Box[] = [];
    const across = this.#wide / BLOCK;
    for (const row of [...this.#touched].sort((a, b) => a - b)) {
      const flags = this.#memory.subarray(
        this.#at.changes + row * across,
        this.#at.changes + (row + 1) * across,
      );
      const first = flags.indexOf(1);
      if (first < 0) continue;
      const last = flags.lastIndexOf(1);
      this.#copyRow(row, first, last, planes);
      for (let from = first; from >= 0 && from <= last; from = flags.indexOf(1, from)) {
        const end = flags.indexOf(0, from);
        const to = end < 0 ? across : end;
        changed.push(this.#boxOf(row, from, to));
        from = to;
      }
      flags.fill(0);
    }
    this.#touched.clear();
    return changed;
  }

  #touch(from: number, to: number): void {
    for (let row = Math.floor(from / BLOCK); row * BLOCK < to; row += 1) this.#touched.add(row);
  }

  #boxOf(row: number, from: number, to: number): Box {
    const [x, y] = [from * BLOCK, row * BLOCK];
    return {
      x,
      y,
      width: Math.min(to * BLOCK, this.width) - x,
      height: Math.min(BLOCK, this.height - y),
    };
  }

  #copyRow(row: number, first: number, last: number, planes: Planes): void {
    const { x, y, width, height } = this.#boxOf(row, first, last + 1);
    this.#copy(this.#at.y, this.#wide, x, y, width, height, planes.y, planes.strides.y);
    for (const plane of ['u', 'v'] as const) {
      const [half, rows] = [this.#wide / 2, height / 2];
      this.#copy(this.#at[plane], half, x / 2, y / 2, width / 2, rows, planes[plane], planes.strides[plane]);
    }
  }

  #copy(
    plane: number,
    step: number,
    x: number,
    y: number,
    width: number,
    rows: number,
    to: Uint8Array,
    stride: number,
  ): void {
    for (let row = y; row < y + rows; row += 1) {
      const from = plane + row * step + x;
      this.#memory.copy(to, row * stride + x, from, from + width);
    }
  }
}

function blocks(length: number): number {
  return Math.ceil(length / BLOCK);
}
