/** Frames drawn in parts are the frames drawn whole, and every kind of element is drawn. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { FPS } from '../scene/scene.ts';
import { everythingScene } from './example.ts';
import { createPainter } from './painter.ts';

const scene = everythingScene();

function pixels(pen: SKRSContext2D): Uint8ClampedArray {
  return pen.getImageData(0, 0, scene.width, scene.height).data;
}

/** The largest difference of a channel, and the share of pixels that differ by more than two levels. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): { largest: number; share: number } {
  let largest = 0;
  let many = 0;
  for (let at = 0; at < a.length; at += 4) {
    let here = 0;
    for (let channel = 0; channel < 3; channel += 1) {
      here = Math.max(here, Math.abs(a[at + channel]! - b[at + channel]!));
    }
    largest = Math.max(largest, here);
    if (here > 2) many += 1;
  }
  return { largest, share: many / (a.length / 4) };
}

/** Skia smooths an edge otherwise where a box cuts its curve: single pixels of edges differ by a shade, no others. */
function expectSame(a: Uint8ClampedArray, b: Uint8ClampedArray, where: string): void {
  const { largest, share } = difference(a, b);
  expect(largest, where).toBeLessThanOrEqual(64);
  expect(share, where).toBeLessThan(0.001);
}

test('patches laid over the frame before give the frame drawn whole', async () => {
  const whole = await createPainter(scene);
  const parts = await createPainter(scene);
  const laid = createCanvas(scene.width, scene.height).getContext('2d');
  for (let frame = 0; frame < scene.duration * FPS; frame += 1) {
    for (const { box, rgba } of parts.patches(frame)) {
      const image = laid.createImageData(box.width, box.height);
      image.data.set(rgba);
      laid.putImageData(image, box.x, box.y);
    }
    expectSame(pixels(laid), pixels(whole.paint(frame).getContext('2d')), `frame ${frame}`);
  }
});

test('a scene may be entered at any frame', async () => {
  const fresh = await createPainter(scene);
  const [first, ...others] = fresh.patches(40);
  expect(others).toEqual([]);
  const whole = await createPainter(scene);
  expect(difference(first!.rgba, pixels(whole.paint(40).getContext('2d'))).largest).toBeLessThanOrEqual(2);
});

test('patches lie on the grid of 16 px within the frame, and do not overlap', async () => {
  const painter = await createPainter(scene);
  for (let frame = 0; frame < 60; frame += 1) {
    const boxes = painter.patches(frame).map(({ box }) => box);
    boxes.forEach((box, index) => {
      expect([box.x % 16, box.y % 16]).toEqual([0, 0]);
      expect(box.x + box.width).toBeLessThanOrEqual(scene.width);
      expect(box.y + box.height).toBeLessThanOrEqual(scene.height);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          other.x >= box.x + box.width ||
          box.x >= other.x + other.width ||
          other.y >= box.y + box.height ||
          box.y >= other.y + other.height;
        expect(apart).toBe(true);
      }
    });
  }
});

test('nothing is drawn again while nothing moves', async () => {
  const painter = await createPainter(scene);
  painter.patches(80);
  expect(painter.patches(81)).toEqual([]);
});

test('every element of the scene shows', async () => {
  const end = scene.duration * FPS - 1;
  const all = pixels((await createPainter(scene)).paint(end).getContext('2d')).slice();
  for (const { id, kind } of scene.elements) {
    if (kind === 'group') continue;
    const without = { ...scene, elements: scene.elements.filter((element) => element.id !== id) };
    const rest = pixels((await createPainter(without)).paint(end).getContext('2d'));
    expect(difference(all, rest).largest, id).toBeGreaterThan(20);
  }
});
