/**
 * Golden frames: a component's example at rest in every theme and both shapes, small, in one picture beside its code.
 * A change that is seen fails the test until somebody has looked: `npm run golden -- <name>` makes it anew.
 */
import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import { ASPECT_RATIOS } from '../../brief/brief.ts';
import { createPainter } from '../../frames/painter.ts';
import type { Component } from '../components/component.ts';
import { composeScenes } from '../compose.ts';
import { exampleStoryboard } from '../example.ts';
import { FPS } from '../scene.ts';
import { themes } from '../themes/index.ts';

/** Sizes of the small frames, px. */
const WIDE = { width: 192, height: 108 };
const TALL = { width: 108, height: 192 };
/** Everything has come by then, s before the end. */
const BEFORE_END = 0.7;
/** Colours further apart than this (pixelmatch's measure, 0–1) differ. */
const VISIBLE = 0.12;
/** Share of a small frame's pixels that may differ: more is seen. */
const UNSEEN = 0.006;

const COLUMNS = Object.keys(themes).length;

/** Where file `golden.webp` lies beside a component's code. */
export function goldenFile(name: string): URL {
  return new URL(`../components/${name}/golden.webp`, import.meta.url);
}

/** The mosaic: a column per theme, the wide frames over the tall ones. */
export async function goldenOf<Data>(component: Component<Data>): Promise<Canvas> {
  const mosaic = createCanvas(COLUMNS * WIDE.width, WIDE.height + TALL.height);
  const pen = mosaic.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  for (const [column, theme] of Object.keys(themes).entries()) {
    for (const aspect_ratio of ASPECT_RATIOS) {
      const [scene] = await composeScenes(exampleStoryboard(component, { theme, aspect_ratio }));
      const painter = await createPainter(scene!);
      const picture = painter.paint(Math.round((scene!.duration - BEFORE_END) * FPS));
      place(pen, picture, cellOf(column, aspect_ratio === '16:9'));
    }
  }
  return mosaic;
}

function cellOf(column: number, wide: boolean) {
  const x = column * WIDE.width;
  return wide ? { x, y: 0, ...WIDE } : { x, y: WIDE.height, ...TALL };
}

/** Halved step by step, so that no detail is left out. */
function place(pen: SKRSContext2D, picture: Canvas, cell: ReturnType<typeof cellOf>): void {
  let source = picture;
  while (source.width >= cell.width * 2.5) {
    const half = createCanvas(Math.round(source.width / 2), Math.round(source.height / 2));
    half.getContext('2d').drawImage(source, 0, 0, half.width, half.height);
    source = half;
  }
  pen.drawImage(source, cell.x, cell.y, cell.width, cell.height);
}

/** The small frames that look different now from what was kept: `theme shape`, with the share of pixels that differ. */
export async function seenDifferences(kept: Buffer, now: Canvas): Promise<string[]> {
  const image = await loadImage(kept);
  if (image.width !== now.width || image.height !== now.height) return ['the number of themes or their size'];
  const before = createCanvas(image.width, image.height).getContext('2d');
  before.drawImage(image, 0, 0);
  // What was kept went through the encoder; what is compared with it must too.
  const after = createCanvas(now.width, now.height).getContext('2d');
  after.drawImage(await loadImage(await now.encode('webp', QUALITY)), 0, 0);
  return Object.keys(themes).flatMap((theme, column) =>
    [true, false].flatMap((wide) => {
      const { x, y, width, height } = cellOf(column, wide);
      const [a, b] = [before, after].map((pen) => pen.getImageData(x, y, width, height).data);
      const share = pixelmatch(a!, b!, undefined, width, height, { threshold: VISIBLE }) / (width * height);
      return share > UNSEEN
        ? [`${theme} ${wide ? '16:9' : '9:16'}: ${(share * 100).toFixed(1)} % of the picture`]
        : [];
    }),
  );
}

/** Of the WebP files. */
export const QUALITY = 88;
