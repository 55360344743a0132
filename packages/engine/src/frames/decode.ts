/** Reads a finished film back through a decoder, as a player would. */
import os from 'node:os';
import {
  AV_CODEC_ID_NONE,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  AVMEDIA_TYPE_AUDIO,
  AVMEDIA_TYPE_VIDEO,
  SWS_POINT,
} from 'node-av/constants';
import { Codec, CodecContext, FormatContext, Frame, Packet, SoftwareScaleContext } from 'node-av/lib';
import type { Planes } from './colour/yuv-frame.ts';
import { packetHash, runHash } from './demux.ts';

export interface FilmReading {
  width: number;
  height: number;
  frames: number;
  /** True when every frame is shown after the one before and none is missing. */
  monotonic: boolean;
  /** Seconds. */
  video_seconds: number;
  audio_seconds: number;
  /** For each frame, the share of the picture that moved visibly since it last moved; 0 where it holds still. */
  changes: Float32Array;
  /** Mono, 48 kHz. */
  samples: Float32Array;
  sample_rate: number;
}

/** Luma is compared at every STEP-th pixel of every STEP-th row. */
const STEP = 8;
/**
 * A difference in luma that is a change. What a key frame alone does to a picture at rest stays below: 17 at most over
 * all components' examples. Slow motion does not hide below it, because a frame is compared with the last that changed.
 */
const NOTICEABLE = 20;
/** Samples that must differ, so that one noisy one is not motion. */
const FEWEST = 2;

/** Frames between turns of the event loop: decoded frames are freed only then. */
const TURN = 60;

/**
 * @param onFrame sees the planes of each decoded frame; they are valid only during the call
 * @param known runs of packets (`runHashes`) that were decoded before, in a film that passed its gates: they are not
 *   decoded again, and their frames count as moving
 */
export async function readFilm(
  file: string,
  onFrame?: (frame: number, planes: Planes) => void,
  known?: ReadonlySet<string>,
): Promise<FilmReading> {
  polyfillWithResolvers();
  const format = new FormatContext();
  must(await format.openInput(file), `open ${file}`);
  must(await format.findStreamInfo(), 'find its streams');
  const video = decoderOf(format, AVMEDIA_TYPE_VIDEO);
  const audio = decoderOf(format, AVMEDIA_TYPE_AUDIO);
  const packet = new Packet();
  packet.alloc();
  const frame = new Frame();
  frame.alloc();
  const samples = new Samples(video.context.width, video.context.height);
  const watch = new Watcher(samples);
  const sound: Float32Array[] = [];
  let soundFrom: number | undefined;
  let soundTo = 0;
  const takeVideo = () => {
    while (video.context.receiveFrameSync(frame) >= 0) {
      const seconds = Number(frame.pts) * video.tick;
      if (onFrame) {
        const [y, u, v] = frame.data!;
        const [sy, su, sv] = frame.linesize;
        onFrame(watch.frames, { y: y!, u: u!, v: v!, strides: { y: sy!, u: su!, v: sv! } });
      }
      samples.take(frame);
      watch.see(seconds);
      frame.unref();
    }
  };
  const takeAudio = () => {
    while (audio.context.receiveFrameSync(frame) >= 0) {
      const seconds = Number(frame.pts) * audio.tick;
      soundFrom ??= seconds;
      soundTo = seconds + frame.nbSamples / frame.sampleRate;
      if (frame.format !== AV_SAMPLE_FMT_FLTP) throw new Error('the film has sound of an unexpected form');
      const [left] = frame.extendedData ?? frame.data!;
      sound.push(
        new Float32Array(left!.buffer.slice(left!.byteOffset, left!.byteOffset + frame.nbSamples * 4)),
      );
      frame.unref();
    }
  };
  /** Video packets since the last key frame. */
  let run: Packet[] = [];
  const decode = (packets: readonly Packet[]) => {
    for (const one of packets) {
      video.context.sendPacketSync(one);
      takeVideo();
    }
  };
  const finishRun = () => {
    if (known?.has(runHash(run.map(packetHash)))) {
      drain(video, takeVideo);
      const times = run.map((one) => Number(one.pts) * video.tick).sort((a, b) => a - b);
      for (const seconds of times) watch.pass(seconds);
    } else {
      decode(run);
    }
    for (const one of run) one.free();
    run = [];
  };
  try {
    for (let count = 0; format.readFrameSync(packet) >= 0; count += 1) {
      if (packet.streamIndex === audio.index) {
        audio.context.sendPacketSync(packet);
        takeAudio();
      } else if (known) {
        if (packet.isKeyframe && run.length > 0) finishRun();
        const copy = packet.clone();
        if (!copy) throw new Error('a packet of the film cannot be read');
        run.push(copy);
      } else {
        decode([packet]);
      }
      packet.unref();
      if (count % TURN === 0) await new Promise(setImmediate);
    }
    if (run.length > 0) finishRun();
    video.context.sendPacketSync(null);
    takeVideo();
    audio.context.sendPacketSync(null);
    takeAudio();
    return {
      width: video.context.width,
      height: video.context.height,
      frames: watch.frames,
      monotonic: watch.monotonic,
      video_seconds: watch.last + watch.step,
      audio_seconds: soundTo - (soundFrom ?? 0),
      changes: Float32Array.from(watch.changes),
      samples: joined(sound),
      sample_rate: audio.context.sampleRate,
    };
  } finally {
    for (const one of run) one.free();
    packet.free();
    frame.free();
    samples.free();
    video.context.freeContext();
    audio.context.freeContext();
    await format.closeInput();
  }
}

/** Takes out what the decoder still holds, and makes it ready for a key frame that does not follow. */
function drain({ context }: Side, take: () => void): void {
  context.sendPacketSync(null);
  take();
  context.flushBuffers();
}

interface Side {
  index: number;
  context: CodecContext;
  /** Seconds of one unit of time. */
  tick: number;
}

function decoderOf(format: FormatContext, type: typeof AVMEDIA_TYPE_VIDEO | typeof AVMEDIA_TYPE_AUDIO): Side {
  const index = format.findBestStream(type);
  const stream = format.streams[index];
  if (index < 0 || !stream || stream.codecpar.codecId === AV_CODEC_ID_NONE)
    throw new Error('the film lacks a stream');
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (!codec) throw new Error('no decoder for the film');
  const context = new CodecContext();
  context.allocContext3(codec);
  must(context.parametersToContext(stream.codecpar), 'describe the stream');
  context.pktTimebase = stream.timeBase;
  // One more than there are cores: while a frame is looked at, the others are decoded.
  context.threadCount = os.availableParallelism() + 1;
  must(context.open2Sync(codec, null), 'open the decoder');
  return { index, context, tick: stream.timeBase.num / stream.timeBase.den };
}

/**
 * The luma at every STEP-th pixel of every STEP-th row, picked out by FFmpeg into memory that stays: a view of each
 * frame's own planes would be 3 MB more for the collector to hear of, and its rounds take longer than the decoding.
 */
class Samples {
  readonly columns: number;
  readonly rows: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  readonly luma: Uint8Array;
  #picked = new Frame();
  #scaler = new SoftwareScaleContext();

  constructor(width: number, height: number) {
    this.columns = Math.ceil(width / STEP);
    this.rows = Math.ceil(height / STEP);
    this.#picked.alloc();
    this.#picked.format = AV_PIX_FMT_YUV420P;
    this.#picked.width = this.columns;
    this.#picked.height = this.rows;
    must(this.#picked.getBuffer(), 'hold the samples of a frame');
    this.luma = this.#picked.data![0]!;
    this.stride = this.#picked.linesize[0]!;
    const [columns, rows] = [this.columns, this.rows];
    this.#scaler.getContext(width, height, AV_PIX_FMT_YUV420P, columns, rows, AV_PIX_FMT_YUV420P, SWS_POINT);
    must(this.#scaler.initContext(), 'pick samples of frames');
  }

  take(frame: Frame): void {
    must(this.#scaler.scaleFrameSync(this.#picked, frame), 'pick samples of a frame');
  }

  free(): void {
    this.#scaler.freeContext();
    this.#picked.free();
  }
}

/** Counts frames, checks their times, and measures how much of the picture changes from one to the next. */
class Watcher {
  frames = 0;
  monotonic = true;
  last = Number.NEGATIVE_INFINITY;
  step = 0;
  readonly changes: number[] = [];
  #samples: Samples;
  /** Luma of the frame that last moved. */
  #moved: Uint8Array;
  /** What came before was not seen. */
  #isFirst = false;

  constructor(samples: Samples) {
    this.#samples = samples;
    this.#moved = new Uint8Array(samples.luma.length);
  }

  /** A frame that was seen before, in another film. */
  pass(seconds: number): void {
    this.#keepTime(seconds);
    this.changes.push(1);
    this.frames += 1;
    this.#isFirst = true;
  }

  #keepTime(seconds: number): void {
    if (this.frames > 0) {
      const step = seconds - this.last;
      if (step <= 0 || (this.step > 0 && Math.abs(step - this.step) > this.step * 0.5))
        this.monotonic = false;
      if (this.step === 0) this.step = step;
    }
    this.last = seconds;
  }

  /** The frame whose samples were taken last. */
  see(seconds: number): void {
    this.#keepTime(seconds);
    const { columns, rows, stride, luma } = this.#samples;
    const moved = this.#moved;
    let changed = 0;
    for (let row = 0; row < rows; row += 1) {
      const end = row * stride + columns;
      for (let index = row * stride; index < end; index += 1) {
        const step = luma[index]! - moved[index]!;
        if (step > NOTICEABLE || step < -NOTICEABLE) changed += 1;
      }
    }
    if (this.#isFirst) changed = columns * rows;
    this.#isFirst = false;
    if (changed >= FEWEST) moved.set(luma);
    this.changes.push(changed >= FEWEST ? changed / (columns * rows) : 0);
    this.frames += 1;
  }
}

function joined(parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** node-av's demuxer uses what Node 20 does not have, and without it decodes nothing, silently. */
function polyfillWithResolvers(): void {
  const withResolvers = Promise as unknown as { withResolvers?: unknown };
  withResolvers.withResolvers ??= () => {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  };
}

function must(code: number, what: string): void {
  if (code < 0) throw new Error(`FFmpeg could not ${what} (error ${code})`);
}
