import { expect, test } from 'vitest';
import { centresAround, Room } from './room.ts';

const bounds = { x: 0, y: 0, width: 400, height: 300 };
const size = { width: 80, height: 40 };

test('a label takes the first wished place that is free', () => {
  const room = new Room(bounds);
  room.block({ x: 100, y: 100, width: 50, height: 50 });
  const box = room.take(size, [
    { x: 120, y: 120 },
    { x: 10, y: 10 },
    { x: 300, y: 200 },
  ]);
  expect(box).toEqual({ x: 260, y: 180, ...size });
});

test('what has been taken is free no more', () => {
  const room = new Room(bounds);
  expect(room.take(size, [{ x: 200, y: 150 }])).toBeDefined();
  expect(room.take(size, [{ x: 200, y: 150 }])).toBeUndefined();
});

test('labels keep clear of lines along their whole length', () => {
  const room = new Room(bounds);
  room.blockLine(
    [
      { x: 0, y: 0 },
      { x: 400, y: 300 },
    ],
    10,
  );
  expect(room.isFree({ x: 160, y: 130, ...size })).toBe(false);
  expect(room.isFree({ x: 20, y: 200, ...size })).toBe(true);
});

test('places around a point begin on the wished side and do not cover it', () => {
  const [first, ...rest] = centresAround({ x: 200, y: 150 }, size, 10, 0);
  expect(first).toEqual({ x: 250, y: 150 });
  for (const { x, y } of rest) expect(Math.abs(x - 200) >= 40 || Math.abs(y - 150) >= 20).toBe(true);
});
