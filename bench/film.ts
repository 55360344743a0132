/**
 * Makes one film of the bench and prints what it took as JSON: `film.ts <name> <threads>`. A process of its own, so that
 * its peak of memory is its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFilm } from '../packages/engine/src/frames/decode.ts';
import { createRenderPool, frameCount } from '../packages/engine/src/frames/index.ts';
import { muxFilm } from '../packages/engine/src/frames/mux.ts';
import { SAMPLE_RATE } from '../packages/engine/src/voice/narration.ts';
import { FILMS, type FilmName, secondsOf } from './films.ts';

export interface FilmTimes {
  seconds: number;
  frames: number;
  /** Seconds spent from storyboard to MP4, and on reading it back. */
  stages: { layout: number; frames: number; film: number; reading: number };
  /** MB */
  peak_memory: number;
}

const [name, threads] = process.argv.slice(2) as [FilmName, string];
const cacheDir = await mkdtemp(path.join(tmpdir(), 'chalktalk-bench-'));
// The pipeline starts its threads before the voice; they are warm when scenes come.
const pool = createRenderPool(Number(threads));
try {
  await pool.render([{ ...(await FILMS.busy.scenes())[0]!, duration: 0.1 }], { cacheDir });
  const clock = stopwatch();
  const scenes = await FILMS[name].scenes();
  const layout = clock();
  const clips = await pool.render(scenes, { cacheDir });
  const frames = clock();
  // Narration is there before pictures are planned: making up ours is no part of the film's time.
  const samples = murmur(secondsOf(scenes));
  clock();
  const { width, height } = scenes[0]!;
  const seconds = secondsOf(scenes);
  const out = path.join(cacheDir, 'video.mp4');
  await muxFilm({ clips, width, height, samples, title: name, out });
  const film = clock();
  await readFilm(out);
  const times: FilmTimes = {
    seconds,
    frames: frameCount(scenes),
    stages: { layout, frames, film, reading: clock() },
    peak_memory: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(times));
} finally {
  await pool.close();
  await rm(cacheDir, { recursive: true, force: true });
}

function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}

/** Something for the sound encoder to work on: a voice's pitch and pauses, without words. */
function murmur(seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * SAMPLE_RATE }, (_, index) => {
    const at = index / SAMPLE_RATE;
    const loudness = Math.max(0, Math.sin(at * 9)) * 0.4;
    return (
      loudness *
      (Math.sin(at * 760) + 0.5 * Math.sin(at * 2510) + 0.3 * Math.sin(at * 7470 + Math.sin(at * 40)))
    );
  });
}
