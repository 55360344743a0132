/** Icons as bitmaps: parsed once, rasterised at the largest size a scene needs. */
import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { iconSvg } from '../assets/icons.ts';
import type { IconElement } from '../scene/scene.ts';

const HEADROOM = 1.2;

export class Pictures {
  #images = new Map<string, Image>();
  #bitmaps = new Map<string, Canvas>();

  /** Loads the picture of an icon element, so that drawing it later needs no waiting. */
  async load(element: IconElement): Promise<void> {
    const id = idOf(element);
    if (this.#images.has(id)) return;
    const { svg } = iconSvg(element.icon, {
      height: 512,
      ...(element.color ? { color: element.color } : {}),
    });
    this.#images.set(id, await loadImage(Buffer.from(svg)));
  }

  /** The picture at its size with a little headroom for emphasis; the canvas is shared, do not draw on it. */
  bitmap(element: IconElement): Canvas {
    const size = Math.ceil(Math.max(element.box.width, element.box.height) * HEADROOM);
    const id = `${idOf(element)} ${size}`;
    let bitmap = this.#bitmaps.get(id);
    if (!bitmap) {
      const image = this.#images.get(idOf(element));
      if (!image) throw new Error(`${element.icon} was not loaded`);
      const ratio = Math.min(size / image.width, size / image.height);
      const [width, height] = [image.width * ratio, image.height * ratio];
      bitmap = createCanvas(size, size);
      const pen = bitmap.getContext('2d');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, (size - width) / 2, (size - height) / 2, width, height);
      this.#bitmaps.set(id, bitmap);
    }
    return bitmap;
  }
}

function idOf(element: IconElement): string {
  return `${element.icon} ${element.color ?? ''}`;
}
