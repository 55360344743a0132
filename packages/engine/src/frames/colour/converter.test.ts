import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColourConverter, type Planes } from './converter.ts';

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
  new ColourConverter(16, 2).write(filled(16, 2, rgb), { x: 0, y: 0, width: 16, height: 2 }, to);
  for (const [got, wanted] of [
    [to.y[5], yuv[0]],
    [to.u[3], yuv[1]],
    [to.v[3], yuv[2]],
  ] as const) {
    expect(Math.abs(got! - wanted)).toBeLessThanOrEqual(1);
  }
});

test('any block lands in its place and touches nothing else', () => {
  const box = fc.record({
    x: fc.nat(20),
    y: fc.nat(20),
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(box, (half) => {
      const area = { x: half.x * 2, y: half.y * 2, width: half.width * 2, height: half.height * 2 };
      const to = planes(96, 96);
      new ColourConverter(96, 96).write(filled(area.width, area.height, [255, 255, 255]), area, to);
      const wrong = to.y.findIndex((level, at) => {
        const [x, y] = [at % 96, Math.floor(at / 96)];
        const inside = x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
        return level !== (inside ? 235 : 0);
      });
      expect(wrong).toBe(-1);
    }),
    { numRuns: 25 },
  );
});

test('the committed kernel is what its source compiles to', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chalktalk-kernel-'));
  try {
    const built = path.join(folder, 'convert.wasm');
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../../../../../scripts/build-colour.mjs', import.meta.url)),
      built,
    ]);
    const committed = readFileSync(fileURLToPath(new URL('convert.wasm', import.meta.url)));
    expect(Buffer.compare(readFileSync(built), committed)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
