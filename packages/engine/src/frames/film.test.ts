/** From scenes to a file and back: what was drawn is what a decoder shows, and the same scenes give the same bytes. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import { SAMPLE_RATE } from '../voice/narration.ts';
import { readClip } from './clip.ts';
import { YuvFrame } from './colour/yuv-frame.ts';
import { readFilm } from './decode.ts';
import { runHashes } from './demux.ts';
import { everythingScene } from './example.ts';
import { muxFilm } from './mux.ts';
import { createPainter } from './painter.ts';
import { createRenderPool, frameCount } from './render.ts';

/** Six seconds: its opening, two chunks, and a long rest in the middle of the second. */
const scenes: SceneDocument[] = [
  everythingScene({ duration: 6 }),
  { ...everythingScene({ duration: 1 }), id: 'again' },
];
const size = { width: 640, height: 360 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chalktalk-film-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Silence but for one click, s. */
function click(at: number): Float32Array {
  const samples = new Float32Array((frameCount(scenes) / FPS) * SAMPLE_RATE);
  samples.fill(0.8, Math.round(at * SAMPLE_RATE), Math.round(at * SAMPLE_RATE) + 24);
  return samples;
}

async function film(name: string, workers: number): Promise<string> {
  const pool = createRenderPool(workers);
  try {
    const clips = await pool.render(scenes, { cacheDir: path.join(folder, name) });
    const out = path.join(folder, `${name}.mp4`);
    await muxFilm({ clips, ...size, samples: click(2.5), title: 'Everything', out });
    return out;
  } finally {
    await pool.close();
  }
}

test('every frame is decoded as it was drawn, also where nothing moved, and sound keeps its time', async () => {
  const out = await film('one', 1);
  const painters = await Promise.all(scenes.map(createPainter));
  const luma = new Uint8Array(size.width * size.height);
  const chroma = new Uint8Array(luma.length / 4);
  const planes = {
    y: luma,
    u: chroma,
    v: chroma,
    strides: { y: size.width, u: size.width / 2, v: size.width / 2 },
  };
  const yuv = new YuvFrame(size.width, size.height);
  const first = frameCount(scenes.slice(0, 1));
  let worst = Number.POSITIVE_INFINITY;
  const reading = await readFilm(out, (frame, decoded) => {
    if (frame % 3 !== 0 && frame % 150 > 5) return;
    const canvas = frame < first ? painters[0]!.paint(frame) : painters[1]!.paint(frame - first);
    const whole = { x: 0, y: 0, ...size };
    yuv.write(canvas.getContext('2d').getImageData(0, 0, size.width, size.height).data, whole);
    yuv.takeChanges(planes);
    worst = Math.min(worst, fidelity(luma, decoded.y, decoded.strides.y));
  });
  expect(worst).toBeGreaterThan(40);
  expect(reading).toMatchObject({ ...size, frames: 210, monotonic: true, sample_rate: SAMPLE_RATE });
  expect(reading.video_seconds).toBeCloseTo(7, 6);
  expect(Math.abs(reading.audio_seconds - 7)).toBeLessThan(0.03);
  const peak = reading.samples.reduce(
    (best, value, at) => (Math.abs(value) > Math.abs(reading.samples[best]!) ? at : best),
    0,
  );
  expect(Math.abs(peak / SAMPLE_RATE - 2.5)).toBeLessThan(0.002);
  // From the last movement at 2.6 s to the cut at 6 s the picture rests.
  expect([...reading.changes.slice(80, first)].every((change) => change === 0)).toBe(true);
  expect(reading.changes[first]).toBeGreaterThan(0);
});

test('the same scenes give the same bytes, whatever the number of workers', async () => {
  const files = await Promise.all([film('two', 1), film('three', 2)]);
  const [a, b] = await Promise.all(files.map((file) => readFile(file)));
  expect(a!.equals(b!)).toBe(true);
});

test('clips that are there are not drawn again', async () => {
  await film('four', 1);
  const told: number[] = [];
  const pool = createRenderPool(1);
  await pool.render([{ ...scenes[1]!, duration: 0.1 }], { cacheDir: path.join(folder, 'four') });
  await pool.render(scenes, {
    cacheDir: path.join(folder, 'four'),
    onProgress: ({ done }) => told.push(done),
  });
  await pool.close();
  // Told once for each clip found, and nothing in between.
  expect(told).toEqual([18, 99, 180, 210]);
});

test('renders under way at once share the threads and give the clips that each gives alone', async () => {
  const pool = createRenderPool(2);
  const cacheDir = path.join(folder, 'shared');
  const stop = new AbortController();
  const all = [0, 1, 2].map((index) =>
    pool.render([scenes[index % scenes.length]!, { ...scenes[0]!, duration: 0.2 + index / 10 }], {
      cacheDir,
      ...(index === 2 ? { signal: stop.signal } : {}),
    }),
  );
  stop.abort();
  await expect(all[2]).rejects.toMatchObject({ kind: 'cancelled' });
  const [first, second] = await Promise.all([all[0]!, all[1]!]);
  await pool.close();
  const sizes = [...first, ...second].map(({ frames }) => frames);
  expect(sizes.every((frames) => frames > 0)).toBe(true);
  for (const clip of [...first, ...second]) expect((await readClip(clip)).packets).toHaveLength(clip.frames);
});

test('a stop leaves no half-written file', async () => {
  const stop = new AbortController();
  const pool = createRenderPool(1);
  const cacheDir = path.join(folder, 'five');
  const rendering = pool.render(scenes, { cacheDir, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(rendering).rejects.toMatchObject({ kind: 'cancelled' });
  await pool.close();
  const left = await readdir(cacheDir, { recursive: true }).catch(() => []);
  expect(left.filter((name) => name.includes('.part'))).toEqual([]);
});

/** Peak signal-to-noise ratio of the decoded luma, dB. */
function fidelity(drawn: Uint8Array, decoded: Uint8Array, stride: number): number {
  let squares = 0;
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const difference = drawn[y * size.width + x]! - decoded[y * stride + x]!;
      squares += difference * difference;
    }
  }
  return 10 * Math.log10(255 ** 2 / Math.max(1e-9, squares / (size.width * size.height)));
}

test('a film is read without decoding again what another film holds byte for byte', async () => {
  const one = await film('read-one', 1);
  const seen: number[] = [];
  const whole = await readFilm(one);
  const again = await readFilm(one, (frame) => seen.push(frame), await runHashes(one));
  expect(seen).toEqual([]);
  expect(again).toMatchObject({ frames: whole.frames, monotonic: true, video_seconds: whole.video_seconds });
  expect(again.samples).toEqual(whole.samples);
  const hashes = [...(await runHashes(one))];
  const part = await readFilm(one, (frame) => seen.push(frame), new Set(hashes.slice(1)));
  expect(seen).toEqual(Array.from({ length: 18 }, (_, frame) => frame));
  expect([...part.changes.slice(0, 18)]).toEqual([...whole.changes.slice(0, 18)]);
  expect(part).toMatchObject({ frames: 210, monotonic: true });
  const last = await readFilm(one, undefined, new Set(hashes.slice(0, -1)));
  expect(last.frames).toBe(210);
  expect([...last.changes.slice(-29)]).toEqual([...whole.changes.slice(-29)]);
});
