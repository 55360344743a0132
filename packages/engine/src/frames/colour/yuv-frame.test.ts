import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../scene/scene.ts';
import { type Planes, YuvFrame } from './yuv-frame.ts';

function planes(width: number, height: number): Planes {
  return {
    y: new Uint8Array(width * height),
    u: new Uint8Array((width * height) / 4),
    v: new Uint8Array((width * height) / 4),
    strides: { y: width, u: width / 2, v: width / 2 },
  };
}

function filled(width: number, height: number, [r, g, b]: readonly [number, number, number]): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, at) => [r, g, b, 255][at % 4]!);
}

test.each([
  ['black', [0, 0, 0], [16, 128, 128]],
  ['white', [255, 255, 255], [235, 128, 128]],
  ['red', [255, 0, 0], [63, 102, 240]],
  ['green', [0, 255, 0], [173, 42, 26]],
  ['blue', [0, 0, 255], [32, 240, 118]],
] as const)('%s is what BT.709 says, within a level', (_, rgb, yuv) => {
  const to = planes(16, 2);
  const frame = new YuvFrame(16, 2);
  frame.write(filled(16, 2, rgb), { x: 0, y: 0, width: 16, height: 2 });
  frame.takeChanges(to);
  for (const [got, wanted] of [
    [to.y[5], yuv[0]],
    [to.u[3], yuv[1]],
    [to.v[3], yuv[2]],
  ] as const) {
    expect(Math.abs(got! - wanted)).toBeLessThanOrEqual(1);
  }
});

/** Odd sizes on purpose: 9:16 frames are 67.5 blocks wide, 16:9 frames as many high. */
const WIDTH = 104;
const HEIGHT = 88;

const area = fc
  .record({
    left: fc.nat(6),
    top: fc.nat(5),
    across: fc.integer({ min: 1, max: 7 }),
    down: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ left, top, across, down }) => ({
    x: left * 16,
    y: top * 16,
    width: Math.min(WIDTH, (left + across) * 16) - left * 16,
    height: Math.min(HEIGHT, (top + down) * 16) - top * 16,
  }));

function isInside(at: number, box: Box): boolean {
  const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

test('any box lands in its place and touches nothing else', () => {
  fc.assert(
    fc.property(area, (box) => {
      const to = planes(WIDTH, HEIGHT);
      const frame = new YuvFrame(WIDTH, HEIGHT);
      frame.takeChanges(to);
      frame.write(filled(box.width, box.height, [255, 255, 255]), box);
      frame.takeChanges(to);
      expect(to.y.findIndex((level, at) => level !== (isInside(at, box) ? 235 : 0))).toBe(-1);
    }),
    { numRuns: 25 },
  );
});

test('exactly the blocks that changed are told, once', () => {
  fc.assert(
    fc.property(area, area, (first, second) => {
      const frame = new YuvFrame(WIDTH, HEIGHT);
      const to = planes(WIDTH, HEIGHT);
      const whole = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
      frame.write(filled(WIDTH, HEIGHT, [0, 0, 0]), whole);
      expect(pixelsOf(frame.takeChanges(to))).toBe(WIDTH * HEIGHT);
      frame.write(filled(first.width, first.height, [200, 10, 90]), first);
      const changed = frame.takeChanges(to);
      expect(pixelsOf(changed)).toBe(first.width * first.height);
      expect(changed.every((box) => isInside(box.y * WIDTH + box.x, first))).toBe(true);
      // The same pixels again change nothing, wherever they are written.
      frame.write(filled(first.width, first.height, [200, 10, 90]), first);
      expect(frame.takeChanges(to)).toEqual([]);
      frame.write(filled(second.width, second.height, [0, 0, 0]), second);
      expect(pixelsOf(frame.takeChanges(to))).toBe(common(first, second));
    }),
    { numRuns: 40 },
  );
});

function pixelsOf(boxes: { width: number; height: number }[]): number {
  return boxes.reduce((sum, { width, height }) => sum + width * height, 0);
}

function common(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

test('the committed kernel is what its source compiles to', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chalktalk-kernel-'));
  try {
    const built = path.join(folder, 'kernel.wasm');
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../../../../../scripts/build-colour.mjs', import.meta.url)),
      built,
    ]);
    const committed = readFileSync(fileURLToPath(new URL('kernel.wasm', import.meta.url)));
    expect(Buffer.compare(readFileSync(built), committed)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
