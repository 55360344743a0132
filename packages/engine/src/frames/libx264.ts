/** H.264 through libx264 in node-av, one thread each: many chunks are encoded side by side. */
import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_FRAME_DATA_VIDEO_HINT,
  AV_LOG_ERROR,
  AV_PICTURE_TYPE_NONE,
  AV_PIX_FMT_YUV420P,
  AV_VIDEO_HINT_TYPE_CHANGED,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { Codec, CodecContext, Frame, Log, Packet, Rational } from 'node-av/lib';
import { type Box, FPS } from '../scene/scene.ts';
import type { Planes } from './colour/yuv-frame.ts';
import { type EncodedPacket, type Encoder, type Size, X264_OPTIONS } from './encoder.ts';
import { byteStream, NAL, type Numbering, nalType, nalUnits, numberingOf, renumbered } from './nal.ts';

// x264 tells the statistics of every clip on standard error; only faults belong there.
Log.setLevel(AV_LOG_ERROR);

/**
 * Told what changed, x264 skips the rest, which still costs it 3 ms a frame. A frame in which nothing changed is not
 * shown to it at all: it becomes a ready-made packet that says "as before", and the packets after it are renumbered.
 */
export function openLibx264(size: Size): Encoder {
  const x264 = new X264(size);
  const picture = new Picture(size);
  const { numbering, repeat } = repetitionFor(size);
  const packets: EncodedPacket[] = [];
  /** Frames since the last key frame. */
  let number = 0;
  return {
    planes: picture.planes,
    encode(changed) {
      if (changed.length === 0 && repeat && packets.length > 0) {
        number += 1;
        packets.push({ data: numbered(repeat, number, numbering), key: false });
        return;
      }
      const packet = x264.encode(picture, packets.length, changed);
      number = packet.key ? 0 : number + 1;
      packets.push(
        repeat && !packet.key ? { data: numbered(packet.data, number, numbering), key: false } : packet,
      );
    },
    finish: () => ({ extraData: x264.extraData, packets }),
    close() {
      picture.free();
      x264.close();
    },
  };
}

interface Repetition {
  numbering: Numbering;
  /** The packet of a frame that is as the one before; undefined when the stream's numbering does not allow it. */
  repeat: Uint8Array | undefined;
}

const repetitions = new Map<string, Repetition>();

/** The second of two equal grey frames: every block of it is skipped, whatever picture it is put after. */
function repetitionFor(size: Size): Repetition {
  const id = `${size.width} ${size.height}`;
  let known = repetitions.get(id);
  if (!known) {
    const x264 = new X264(size);
    const grey = new Picture(size);
    for (const plane of [grey.planes.y, grey.planes.u, grey.planes.v]) plane.fill(128);
    x264.encode(grey, 0, [{ x: 0, y: 0, ...size }]);
    const { data } = x264.encode(grey, 1, []);
    const numbering = numberingOf(x264.extraData);
    known = { numbering, repeat: numbering.inOrder ? data : undefined };
    grey.free();
    x264.close();
    repetitions.set(id, known);
  }
  return known;
}

function numbered(packet: Uint8Array, number: number, numbering: Numbering): Uint8Array {
  const value = number % 2 ** numbering.bits;
  return byteStream(
    nalUnits(packet).map((unit) => (nalType(unit) === NAL.slice ? renumbered(unit, value, numbering) : unit)),
  );
}

/** A frame's planes where FFmpeg takes them from. */
export class Picture {
  readonly planes: Planes;
  readonly frame: Frame;

  constructor(size: Size) {
    this.frame = frameOf(size);
    const [y, u, v] = this.frame.data!;
    const [sy, su, sv] = this.frame.linesize;
    this.planes = { y: y!, u: u!, v: v!, strides: { y: sy!, u: su!, v: sv! } };
  }

  free(): void {
    this.frame.free();
  }
}

/** One opened x264, and nothing around it. */
export class X264 {
  readonly extraData: Uint8Array;
  #context: CodecContext;
  #packet = new Packet();

  constructor(size: Size) {
    this.#context = openContext(size);
    this.extraData = Uint8Array.from(this.#context.extraData ?? []);
    this.#packet.alloc();
  }

  /**
   * Without lookahead and B-frames each frame gives its packet at once. `number` only grows; without `changed` x264
   * looks for what changed itself.
   */
  encode({ frame }: Picture, number: number, changed: readonly Box[] | undefined): EncodedPacket {
    if (changed) hint(frame, changed);
    frame.pts = BigInt(number);
    frame.pictType = AV_PICTURE_TYPE_NONE;
    must(this.#context.sendFrameSync(frame), 'encode a frame');
    must(this.#context.receivePacketSync(this.#packet), 'give a packet for each frame');
    // The packet's memory is FFmpeg's and goes with the next call.
    const packet = { data: Uint8Array.from(this.#packet.data!), key: this.#packet.isKeyframe };
    this.#packet.unref();
    return packet;
  }

  close(): void {
    this.#packet.free();
    this.#context.freeContext();
  }
}

/** AVVideoHint: a header of count, offset, size of a rectangle and type, then rectangles of four 32-bit numbers. */
function hint(frame: Frame, changed: readonly Box[]): void {
  frame.removeSideData(AV_FRAME_DATA_VIDEO_HINT);
  const bytes = frame.newSideData(AV_FRAME_DATA_VIDEO_HINT, 32 + 16 * Math.max(1, changed.length));
  bytes.writeBigUInt64LE(BigInt(changed.length), 0);
  bytes.writeBigUInt64LE(32n, 8);
  bytes.writeBigUInt64LE(16n, 16);
  bytes.writeUInt32LE(AV_VIDEO_HINT_TYPE_CHANGED, 24);
  bytes.writeUInt32LE(0, 28);
  changed.forEach((box, index) => {
    const at = 32 + index * 16;
    bytes.writeUInt32LE(box.x, at);
    bytes.writeUInt32LE(box.y, at + 4);
    bytes.writeUInt32LE(box.width, at + 8);
    bytes.writeUInt32LE(box.height, at + 12);
  });
}

function openContext({ width, height }: Size): CodecContext {
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBX264);
  if (!codec) throw new Error('this build of node-av has no libx264');
  const context = new CodecContext();
  context.allocContext3(codec);
  context.width = width;
  context.height = height;
  context.pixelFormat = AV_PIX_FMT_YUV420P;
  context.timeBase = new Rational(1, FPS);
  context.framerate = new Rational(FPS, 1);
  context.threadCount = 1;
  context.colorSpace = AVCOL_SPC_BT709;
  context.colorRange = AVCOL_RANGE_MPEG;
  context.colorPrimaries = AVCOL_PRI_BT709;
  context.colorTrc = AVCOL_TRC_BT709;
  context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER);
  for (const [name, value] of Object.entries({ ...X264_OPTIONS, mb_info: '1' })) {
    must(context.setOption(name, value), `set ${name}`);
  }
  // Options given here as a dictionary would be freed twice.
  must(context.open2Sync(codec, null), 'open libx264');
  return context;
}

function frameOf({ width, height }: Size): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = AV_PIX_FMT_YUV420P;
  must(frame.getBuffer(64), 'allocate a frame');
  frame.colorSpace = AVCOL_SPC_BT709;
  frame.colorRange = AVCOL_RANGE_MPEG;
  frame.timeBase = new Rational(1, FPS);
  return frame;
}

function must(code: number, what: string): void {
  if (code < 0) throw new Error(`FFmpeg could not ${what} (error ${code})`);
}
