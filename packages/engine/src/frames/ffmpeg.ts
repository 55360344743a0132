/** H.264 through the system's `ffmpeg`, fed frame by frame through a pipe: for those who must not load node-av's. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ChalktalkError } from '../errors.ts';
import { FPS } from '../scene/scene.ts';
import { type EncodedChunk, type EncodedPacket, type Encoder, type Size, X264_OPTIONS } from './encoder.ts';
import { byteStream, NAL, nalType, nalUnits } from './nal.ts';

export function openPipedEncoder({ width, height }: Size): Encoder {
  const luma = width * height;
  const frame = Buffer.alloc((luma * 3) / 2);
  const ffmpeg = spawn('ffmpeg', argumentsFor({ width, height }));
  const stream: Buffer[] = [];
  const complaints: Buffer[] = [];
  ffmpeg.stdout.on('data', (bytes: Buffer) => stream.push(bytes));
  ffmpeg.stderr.on('data', (bytes: Buffer) => complaints.push(bytes));
  const ended = endOf(ffmpeg, complaints);
  // Whoever waits for a frame or the end is told; a fault in between must not end the process.
  ended.catch(() => undefined);
  ffmpeg.stdin.on('error', () => undefined);
  return {
    planes: {
      y: frame.subarray(0, luma),
      u: frame.subarray(luma, luma * 1.25),
      v: frame.subarray(luma * 1.25),
      strides: { y: width, u: width / 2, v: width / 2 },
    },
    async encode() {
      // Node keeps what it has not written yet, and the planes are about to change.
      if (!ffmpeg.stdin.write(Buffer.from(frame))) await Promise.race([once(ffmpeg.stdin, 'drain'), ended]);
    },
    async finish() {
      ffmpeg.stdin.end();
      await ended;
      return chunkOf(Buffer.concat(stream));
    },
    close: () => void ffmpeg.kill(),
  };
}

function argumentsFor({ width, height }: Size): string[] {
  return [
    ['-hide_banner', '-loglevel', 'error'],
    ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${width}x${height}`, '-framerate', `${FPS}`],
    ['-colorspace', 'bt709', '-color_range', 'tv', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ['-i', 'pipe:0', '-c:v', 'libx264', '-threads', '1'],
    Object.entries(X264_OPTIONS).flatMap(([name, value]) => [`-${name}`, value]),
    ['-f', 'h264', 'pipe:1'],
  ].flat();
}

async function endOf(ffmpeg: ChildProcessWithoutNullStreams, complaints: Buffer[]): Promise<void> {
  let code: unknown;
  try {
    [code] = await once(ffmpeg, 'close');
  } catch (cause) {
    throw new ChalktalkError(
      'missing_asset',
      'CHALKTALK_ENCODER is "ffmpeg" but that program cannot be started; install it, or unset the variable.',
      { cause },
    );
  }
  if (code !== 0)
    throw new Error(`ffmpeg failed: ${Buffer.concat(complaints).toString('utf8').trim() || code}`);
}

/** The stream cut into frames: each ends with its one slice, what stands before belongs to it. */
function chunkOf(stream: Buffer): EncodedChunk {
  const parameters: Uint8Array[] = [];
  const packets: EncodedPacket[] = [];
  let waiting: Uint8Array[] = [];
  for (const unit of nalUnits(stream)) {
    const type = nalType(unit);
    if (type === NAL.sps || type === NAL.pps) {
      if (packets.length === 0) parameters.push(unit);
      continue;
    }
    waiting.push(unit);
    if (type !== NAL.slice && type !== NAL.keySlice) continue;
    packets.push({ data: byteStream(waiting), key: type === NAL.keySlice });
    waiting = [];
  }
  return { extraData: byteStream(parameters), packets };
}
