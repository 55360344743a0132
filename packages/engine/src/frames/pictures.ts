/** Icons ready to be drawn: simple ones as they are, sharp at any size; elaborate ones as bitmaps of the size they need. */
import { createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { iconSvg } from '../assets/icons.ts';
import type { IconElement } from '../scene/scene.ts';

/** Characters of SVG up to which drawing its shapes costs no more than scaling a bitmap (0.1–0.2 ms at 200 px). */
const SIMPLE = 6000;
/** What Skia draws slowly however short it is written. */
const SLOW = /<filter|<mask/;
/** Bitmaps are made larger than their element by what emphasis may grow it. */
const HEADROOM = 1.2;

export class Pictures {
  #images = new Map<string, Image>();

  /** Loads the picture of an icon element, so that drawing it later needs no waiting. */
  async load(element: IconElement): Promise<void> {
    const id = idOf(element);
    if (this.#images.has(id)) return;
    const { svg } = iconSvg(element.icon, {
      height: 512,
      ...(element.color ? { color: element.color } : {}),
      ...(element.weight ? { weight: element.weight } : {}),
    });
    const image = await loadImage(Buffer.from(svg));
    const simple = svg.length <= SIMPLE && !SLOW.test(svg);
    const drawn = element.rim ? await stickerOf(image, element.box, element.rim) : undefined;
    this.#images.set(id, drawn ?? (simple ? image : await bitmapOf(image, element)));
  }

  /** Draws the element's picture, as large as fits, in the middle of its box. */
  draw(pen: SKRSContext2D, element: IconElement): void {
    const image = this.#images.get(idOf(element));
    if (!image) throw new Error(`${element.icon} was not loaded`);
    const { x, y } = element.box;
    const { width, height } = fitted(image, element.box);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(
      image,
      x + (element.box.width - width) / 2,
      y + (element.box.height - height) / 2,
      width,
      height,
    );
  }
}

async function bitmapOf(image: Image, { box }: IconElement): Promise<Image> {
  const { width, height } = fitted(image, { width: box.width * HEADROOM, height: box.height * HEADROOM });
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return loadImage(await canvas.encode('png'));
}

/** How many copies of the picture, each pushed out its own way, make a rim without gaps. */
const COPIES = 32;

/** The rim lies on the ground like paper: a shadow tells it from a ground as light as it is. Shares of the rim's width. */
const SHADOW = { color: '#00000073', blur: 0.8, down: 0.3, room: 0.6 };

/** The picture, smaller by rim and shadow on every side, on copies of itself in the rim's colour. */
async function stickerOf(
  image: Image,
  box: IconElement['box'],
  rim: NonNullable<IconElement['rim']>,
): Promise<Image> {
  const width = Math.ceil(box.width * HEADROOM);
  const height = Math.ceil(box.height * HEADROOM);
  const edge = rim.width * HEADROOM;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  const margin = edge * (1 + SHADOW.room);
  const inner = fitted(image, { width: width - 2 * margin, height: height - 2 * margin });
  const [x, y] = [(width - inner.width) / 2, (height - inner.height) / 2];
  for (let copy = 0; copy < COPIES; copy += 1) {
    const turn = (copy / COPIES) * Math.PI * 2;
    pen.drawImage(
      image,
      x + Math.cos(turn) * edge * 0.94,
      y + Math.sin(turn) * edge * 0.94,
      inner.width,
      inner.height,
    );
  }
  pen.globalCompositeOperation = 'source-in';
  pen.fillStyle = rim.color;
  pen.fillRect(0, 0, width, height);
  pen.globalCompositeOperation = 'source-over';
  pen.drawImage(image, x, y, inner.width, inner.height);
  const sticker = createCanvas(width, height);
  const paper = sticker.getContext('2d');
  paper.shadowColor = SHADOW.color;
  paper.shadowBlur = edge * SHADOW.blur;
  paper.shadowOffsetY = edge * SHADOW.down;
  paper.drawImage(canvas, 0, 0);
  return loadImage(await sticker.encode('png'));
}

/** The largest size of an image that fits into a space, px. */
function fitted(image: Image, space: { width: number; height: number }): { width: number; height: number } {
  const ratio = Math.min(space.width / image.width, space.height / image.height);
  return { width: image.width * ratio, height: image.height * ratio };
}

/** The same drawing at the same size is loaded once. */
function idOf({ icon, color, weight, rim, box }: IconElement): string {
  return `${icon} ${color ?? ''} ${weight ?? ''} ${rim ? rim.color + rim.width : ''} ${Math.ceil(box.width)} ${Math.ceil(box.height)}`;
}
