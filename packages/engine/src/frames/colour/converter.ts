/** RGBA rectangles into the planes of a YUV 4:2:0 frame (BT.709, limited range), through WebAssembly SIMD. */
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

const PAGE = 65_536;
/** AssemblyScript keeps its own few bytes at the bottom of memory. */
const BASE = PAGE;
const GRAIN = 16;

let compiled: WebAssembly.Module | undefined;

export class ColourConverter {
  #bytes: Uint8Array;
  #convert: (rgba: number, y: number, u: number, v: number, width: number, height: number) => void;
  #at: { rgba: number; y: number; u: number; v: number };

  /** Takes blocks of up to `width` × `height` px. */
  constructor(width: number, height: number) {
    const pixels = padded(width) * (height + (height % 2));
    const at = { rgba: BASE, y: BASE + pixels * 4, u: BASE + pixels * 5, v: BASE + pixels * 5 + pixels / 4 };
    const memory = new WebAssembly.Memory({ initial: Math.ceil((at.v + pixels / 4) / PAGE) + 1 });
    compiled ??= new WebAssembly.Module(
      readFileSync(fileURLToPath(new URL('convert.wasm', import.meta.url))),
    );
    const instance = new WebAssembly.Instance(compiled, { env: { memory } });
    this.#bytes = new Uint8Array(memory.buffer);
    this.#convert = instance.exports.convert;
    this.#at = at;
  }

  /** Writes a block of tightly packed RGBA pixels to its place in the planes. Position and size are even, px. */
  write(rgba: Uint8Array | Uint8ClampedArray, box: Box, planes: Planes): void {
    const { x, y, width, height } = box;
    const wide = padded(width);
    if (wide === width) {
      this.#bytes.set(rgba, this.#at.rgba);
    } else {
      for (let row = 0; row < height; row += 1) {
        this.#bytes.set(
          rgba.subarray(row * width * 4, (row + 1) * width * 4),
          this.#at.rgba + row * wide * 4,
        );
      }
    }
    this.#convert(this.#at.rgba, this.#at.y, this.#at.u, this.#at.v, wide, height);
    this.#copy(this.#at.y, wide, width, height, planes.y, y * planes.strides.y + x, planes.strides.y);
    const [cx, cy] = [x / 2, y / 2];
    this.#copy(
      this.#at.u,
      wide / 2,
      width / 2,
      height / 2,
      planes.u,
      cy * planes.strides.u + cx,
      planes.strides.u,
    );
    this.#copy(
      this.#at.v,
      wide / 2,
      width / 2,
      height / 2,
      planes.v,
      cy * planes.strides.v + cx,
      planes.strides.v,
    );
  }

  #copy(
    from: number,
    step: number,
    width: number,
    rows: number,
    to: Uint8Array,
    at: number,
    stride: number,
  ): void {
    if (step === width && stride === width) {
      to.set(this.#bytes.subarray(from, from + width * rows), at);
      return;
    }
    for (let row = 0; row < rows; row += 1) {
      to.set(this.#bytes.subarray(from + row * step, from + row * step + width), at + row * stride);
    }
  }
}

function padded(width: number): number {
  return Math.ceil(width / GRAIN) * GRAIN;
}
