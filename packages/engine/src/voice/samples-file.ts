/** A film's sound in a file: raw little-endian float32, mono, silence wherever nothing is said. */
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import path from 'node:path';
import { ChalktalkError } from '../errors.ts';
import type { Clip } from './master.ts';

const SILENCE = new Uint8Array(1 << 18);
const SAMPLE_BYTES = 4;

/**
 * @param length of the film, in samples
 * @throws ChalktalkError `output` when the folder or disk refuses
 */
export async function writeSamples(
  dir: string,
  name: string,
  clips: readonly Clip[],
  length: number,
): Promise<void> {
  const target = path.join(dir, name);
  let file: FileHandle | undefined;
  try {
    file = await open(target, 'w');
    let end = 0;
    for (const { samples, at } of clips) {
      await writeSilence(file, at - end);
      await file.writeFile(littleEndian(samples));
      end = at + samples.length;
    }
    await writeSilence(file, length - end);
  } catch (cause) {
    throw new ChalktalkError(
      'output',
      `Cannot write ${target}; make room on the disk or give another --out folder.`,
      {
        cause,
      },
    );
  } finally {
    await file?.close();
  }
}

/** @throws ChalktalkError `output` when the file cannot be read */
export async function readSamples(dir: string, name: string): Promise<Float32Array> {
  const file = path.join(dir, name);
  try {
    const bytes = await readFile(file);
    if (endianness() !== 'LE') bytes.swap32();
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (cause) {
    throw new ChalktalkError('output', `Cannot read ${file}; make the film anew before editing it.`, {
      cause,
    });
  }
}

async function writeSilence(file: FileHandle, samples: number): Promise<void> {
  for (let bytes = samples * SAMPLE_BYTES; bytes > 0; bytes -= SILENCE.length) {
    await file.writeFile(SILENCE.subarray(0, Math.min(bytes, SILENCE.length)));
  }
}

function littleEndian(samples: Float32Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}
