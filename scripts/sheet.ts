/**
 * A finished film as a contact sheet of decoded frames, spread evenly over it:
 * `node --import tsx scripts/sheet.ts videos/x/video.mp4 sheet.png [count]`.
 */
import { writeFile } from 'node:fs/promises';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Planes } from '../packages/engine/src/frames/colour/yuv-frame.ts';
import { readFilm } from '../packages/engine/src/frames/decode.ts';

const [file = 'video.mp4', out = 'sheet.png', wanted = '12'] = process.argv.slice(2);
const count = Number(wanted);
const { frames, width, height } = await readFilm(file);
const picks = new Map(
  Array.from({ length: count }, (_, index) => [Math.floor(((index + 0.8) / count) * frames), index]),
);
const wide = width > height;
const columns = wide ? 3 : 6;
const cell = { width: wide ? 640 : 320, height: Math.round(((wide ? 640 : 320) * height) / width) };
const sheet = createCanvas(columns * cell.width, Math.ceil(count / columns) * cell.height);
const pen = sheet.getContext('2d');
pen.imageSmoothingQuality = 'high';
await readFilm(file, (frame, planes) => {
  const index = picks.get(frame);
  if (index === undefined) return;
  const x = (index % columns) * cell.width;
  const y = Math.floor(index / columns) * cell.height;
  pen.drawImage(pictureOf(planes), x, y, cell.width, cell.height);
});
await writeFile(out, await sheet.encode('png'));
console.log(out);

/** BT.709, limited range, as players show it. */
function pictureOf({ y, u, v, strides }: Planes): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const luma = (y[row * strides.y + column]! - 16) * 1.1644;
      const half = (row >> 1) * strides.u + (column >> 1);
      const cb = u[half]! - 128;
      const cr = v[half]! - 128;
      const at = (row * width + column) * 4;
      image.data[at] = luma + 1.7927 * cr;
      image.data[at + 1] = luma - 0.2132 * cb - 0.5329 * cr;
      image.data[at + 2] = luma + 2.1124 * cb;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
