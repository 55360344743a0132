/** H.264 through libx264 in node-av, one thread each: many scenes are encoded side by side. */
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
import type { Box } from '../scene/scene.ts';
import { FPS } from '../scene/scene.ts';
import type { Planes } from './colour/converter.ts';

export interface EncodedPacket {
  data: Uint8Array;
  /** Frame number within the clip. Without B-frames it is both when it is decoded and when it is shown. */
  frame: number;
  key: boolean;
}

/**
 * Ultrafast, with the CABAC, 8 × 8 transform and deblocking back that keep flat colour and text clean. B-frames are off
 * because the hint of what changed does not allow them; no lookahead, because drawn frames hold no surprises for it.
 */
export const ENCODER_SETTINGS = {
  preset: 'ultrafast',
  crf: '21',
  mb_info: '1',
  bf: '0',
  'x264-params':
    'cabac=1:8x8dct=1:no-deblock=0:deblock=0,0:keyint=150:min-keyint=150:scenecut=0:rc-lookahead=0:sync-lookahead=0:mbtree=0',
} as const;

export interface EncoderOptions {
  width: number;
  height: number;
  /** Told what changed, x264 skips the rest. */
  hints: boolean;
}

// x264 tells the statistics of every clip on standard error; only faults belong there.
Log.setLevel(AV_LOG_ERROR);

export class Encoder {
  readonly planes: Planes;
  #context: CodecContext;
  #frame: Frame;
  #packet = new Packet();
  #hints: boolean;

  constructor({ width, height, hints }: EncoderOptions) {
    this.#hints = hints;
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
    for (const [name, value] of Object.entries(ENCODER_SETTINGS)) {
      if (name === 'mb_info' && !hints) continue;
      must(context.setOption(name, value), `set ${name}`);
    }
    must(context.open2Sync(codec, null), 'open libx264');
    this.#context = context;

    const frame = new Frame();
    frame.alloc();
    frame.width = width;
    frame.height = height;
    frame.format = AV_PIX_FMT_YUV420P;
    must(frame.getBuffer(64), 'allocate a frame');
    frame.colorSpace = AVCOL_SPC_BT709;
    frame.colorRange = AVCOL_RANGE_MPEG;
    frame.timeBase = new Rational(1, FPS);
    const [y, u, v] = frame.data!;
    const [sy, su, sv] = frame.linesize;
    this.planes = { y: y!, u: u!, v: v!, strides: { y: sy!, u: su!, v: sv! } };
    this.#frame = frame;
    this.#packet.alloc();
  }

  /** Parameter sets, the same for all clips of one size. */
  get extraData(): Buffer {
    return Buffer.from(this.#context.extraData ?? Buffer.alloc(0));
  }

  /** The opened context, for describing the stream to a muxer. */
  get context(): CodecContext {
    return this.#context;
  }

  /** Encodes the planes as they are now; `changed` are the boxes (px) that differ from the frame before. */
  encode(frame: number, changed: readonly Box[], sink: (packet: EncodedPacket) => void): void {
    if (this.#hints) this.#hint(changed);
    this.#frame.pts = BigInt(frame);
    this.#frame.pictType = AV_PICTURE_TYPE_NONE;
    must(this.#context.sendFrameSync(this.#frame), 'encode a frame');
    this.#drain(sink);
  }

  finish(sink: (packet: EncodedPacket) => void): void {
    this.#context.sendFrameSync(null);
    this.#drain(sink);
  }

  close(): void {
    this.#packet.free();
    this.#frame.free();
    this.#context.freeContext();
  }

  #drain(sink: (packet: EncodedPacket) => void): void {
    while (this.#context.receivePacketSync(this.#packet) >= 0) {
      const { data, pts, isKeyframe } = this.#packet;
      // The packet's memory is FFmpeg's and goes with the next call.
      sink({ data: Uint8Array.from(data!), frame: Number(pts), key: isKeyframe });
      this.#packet.unref();
    }
  }

  /** AVVideoHint: a header of count, offset, size of a rectangle and type, then rectangles of four 32-bit numbers. */
  #hint(changed: readonly Box[]): void {
    this.#frame.removeSideData(AV_FRAME_DATA_VIDEO_HINT);
    const bytes = this.#frame.newSideData(AV_FRAME_DATA_VIDEO_HINT, 32 + 16 * Math.max(1, changed.length));
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
}

function must(code: number, what: string): void {
  if (code < 0) throw new Error(`FFmpeg could not ${what} (error ${code})`);
}
