/** Clips and narration into one MP4 with fast start: packets are joined as they are, nothing is encoded again. */
import { rename, rm } from 'node:fs/promises';
import {
  AV_CODEC_ID_H264,
  AV_PIX_FMT_YUV420P,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  AVFMT_FLAG_BITEXACT,
  AVMEDIA_TYPE_VIDEO,
} from 'node-av/constants';
import { Dictionary, FormatContext, Packet, Rational } from 'node-av/lib';
import { outputError } from '../job.ts';
import { FPS } from '../scene/scene.ts';
import { SAMPLE_RATE } from '../voice/narration.ts';
import { type AudioPacket, encodeAudio } from './audio.ts';
import { type Clip, readClip, readExtraData } from './clip.ts';

export interface FilmParts {
  clips: Clip[];
  width: number;
  height: number;
  /** Mono, 48 kHz. */
  samples: Float32Array;
  title: string;
  /** Path of the MP4; written beside it first and renamed when whole. */
  out: string;
}

/** @throws ChalktalkError `output` when the folder or disk refuses. */
export async function muxFilm(parts: FilmParts): Promise<void> {
  const temporary = `${parts.out}.${process.pid}.part`;
  try {
    await write(parts, temporary);
    await rename(temporary, parts.out);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw outputError(parts.out, cause);
  }
}

async function write(parts: FilmParts, file: string): Promise<void> {
  const first = parts.clips[0];
  if (!first) throw new Error('a film needs at least one clip');
  const audio = encodeAudio(parts.samples);
  const format = new FormatContext();
  must(format.allocOutputContext2(null, 'mp4', file), 'prepare an MP4');
  // No dates, no version strings: the same film gives the same bytes.
  format.setFlags(AVFMT_FLAG_BITEXACT);
  format.metadata = Dictionary.fromObject({ title: parts.title });

  const video = format.newStream(null);
  video.timeBase = new Rational(1, FPS);
  const pictures = video.codecpar;
  pictures.codecType = AVMEDIA_TYPE_VIDEO;
  pictures.codecId = AV_CODEC_ID_H264;
  pictures.format = AV_PIX_FMT_YUV420P;
  pictures.width = parts.width;
  pictures.height = parts.height;
  pictures.colorRange = AVCOL_RANGE_MPEG;
  pictures.colorSpace = AVCOL_SPC_BT709;
  pictures.colorPrimaries = AVCOL_PRI_BT709;
  pictures.colorTrc = AVCOL_TRC_BT709;
  pictures.extradata = await readExtraData(first);
  video.avgFrameRate = new Rational(FPS, 1);
  const sound = format.newStream(null);
  sound.timeBase = new Rational(1, SAMPLE_RATE);
  must(sound.codecpar.fromContext(audio.context), 'describe the sound');

  try {
    must(await format.openOutput(), 'open the file');
    must(await format.writeHeader(Dictionary.fromObject({ movflags: '+faststart' })), 'write the header');
    const packet = new Packet();
    packet.alloc();
    let nextSound = 0;
    const writeSound = (until: number) => {
      while (nextSound < audio.packets.length && audio.packets[nextSound]!.pts / SAMPLE_RATE <= until) {
        writeAudio(audio.packets[nextSound]!);
        nextSound += 1;
      }
    };
    const writeAudio = ({ data, pts, duration }: AudioPacket) => {
      packet.data = Buffer.from(data);
      packet.streamIndex = sound.index;
      packet.pts = BigInt(pts);
      packet.dts = BigInt(pts);
      packet.duration = BigInt(duration);
      packet.isKeyframe = true;
      packet.rescaleTs(new Rational(1, SAMPLE_RATE), sound.timeBase);
      must(format.interleavedWriteFrameSync(packet), 'write the sound');
    };
    let shown = 0;
    for (const clip of parts.clips) {
      const { packets } = await readClip(clip);
      for (const { data, key } of packets) {
        writeSound(shown / FPS);
        packet.data = Buffer.from(data);
        packet.streamIndex = video.index;
        packet.pts = BigInt(shown);
        packet.dts = BigInt(shown);
        packet.duration = 1n;
        packet.isKeyframe = key;
        packet.rescaleTs(new Rational(1, FPS), video.timeBase);
        must(format.interleavedWriteFrameSync(packet), 'write the pictures');
        shown += 1;
      }
    }
    writeSound(Number.POSITIVE_INFINITY);
    must(await format.writeTrailer(), 'finish the file');
    packet.free();
  } finally {
    await format.closeOutput();
    audio.context.freeContext();
    format.freeContext();
  }
}

/** FFmpeg's negative error codes are negated errno values where the system refused. */
function must(code: number, what: string): void {
  if (code >= 0) return;
  const known: Record<number, string> = {
    [-28]: 'ENOSPC',
    [-13]: 'EACCES',
    [-30]: 'EROFS',
    [-122]: 'EDQUOT',
    [-20]: 'ENOTDIR',
  };
  throw Object.assign(
    new Error(`FFmpeg could not ${what} (error ${code})`),
    known[code] ? { code: known[code] } : {},
  );
}
