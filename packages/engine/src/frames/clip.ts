/**
 * A clip: the encoded packets of one chunk of a scene, in a file named by the hash of everything they depend on.
 * Layout: length of the header (u32 LE), header (JSON), packets without gaps.
 */
import { open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { engineFingerprint, hashOf } from '../fingerprint.ts';
import { writeWhole } from '../job.ts';
import type { SceneDocument } from '../scene/scene.ts';
import { type Span, spanOf } from './chunk.ts';
import { type EncodedChunk, encoderName, X264_OPTIONS } from './encoder.ts';

export interface Clip {
  file: string;
  frames: number;
}

interface Header {
  extra_data: string;
  packets: { size: number; key: boolean }[];
}

/** What a chunk's frames depend on: what is placed and moves in it, not the scene's place in the film. */
export function clipKey(scene: SceneDocument, span: Span): string {
  const { id: _id, cues: _cues, ...drawn } = spanOf(scene, span);
  return hashOf([engineFingerprint(), encoderName(), X264_OPTIONS, drawn, span]);
}

export function clipFile(cacheDir: string, key: string): string {
  return path.join(cacheDir, 'clips', key.slice(0, 2), `${key}.clip`);
}

/** True when the clip is there; it counts as used now, so that pruning takes the longest unused first. */
export async function hasClip(file: string): Promise<boolean> {
  try {
    await stat(file);
    const now = new Date();
    await utimes(file, now, now).catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

export async function writeClip(file: string, chunk: EncodedChunk): Promise<void> {
  const header: Header = {
    extra_data: Buffer.from(chunk.extraData).toString('base64'),
    packets: chunk.packets.map(({ data, key }) => ({ size: data.length, key })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  await writeWhole(file, Buffer.concat([length, json, ...chunk.packets.map(({ data }) => data)]));
}

/** Removes what a thread that was stopped in the middle of `writeClip` has left behind. */
export async function forgetUnfinished(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${path.basename(file)}.`));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

/** Clips that a cache keeps for scenes to be drawn again, bytes: some three hours of film. */
const MOST_CACHED = 2e9;

/** Removes the longest unused clips until the rest takes no more than `most` bytes. A clip in use was used last. */
export async function pruneClips(cacheDir: string, most = MOST_CACHED): Promise<void> {
  const folder = path.join(cacheDir, 'clips');
  const found: { file: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    if (!name.endsWith('.clip')) continue;
    const file = path.join(folder, name);
    const stats = await stat(file).catch(() => undefined);
    if (stats) found.push({ file, size: stats.size, used: stats.mtimeMs });
  }
  let total = found.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of found.sort((a, b) => a.used - b.used)) {
    if (total <= most) return;
    await rm(file, { force: true });
    total -= size;
  }
}

/** The clip's packets, read one after another. */
export async function readClip(clip: Clip): Promise<EncodedChunk> {
  const bytes = await readFile(clip.file);
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  let at = 4 + length;
  const packets = header.packets.map(({ size, key }) => {
    const data = bytes.subarray(at, at + size);
    at += size;
    return { data, key };
  });
  return { extraData: Buffer.from(header.extra_data, 'base64'), packets };
}

/** Only the parameter sets: what a muxer must know before the first packet. */
export async function readExtraData(clip: Clip): Promise<Buffer> {
  const file = await open(clip.file);
  try {
    const length = Buffer.alloc(4);
    await file.read(length, 0, 4, 0);
    const json = Buffer.alloc(length.readUInt32LE(0));
    await file.read(json, 0, json.length, 4);
    return Buffer.from((JSON.parse(json.toString('utf8')) as Header).extra_data, 'base64');
  } finally {
    await file.close();
  }
}
