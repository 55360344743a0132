/**
 * How well the voice is understood: our own voice stage speaks three paragraphs, an independent recogniser
 * (pocketsphinx) writes down what it hears, and the share of words it gets wrong is printed.
 * Not part of the tests: `node --import tsx bench/voice-wer.ts [voice …]`
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseBrief } from '../packages/engine/src/brief/brief.ts';
import type { Script } from '../packages/engine/src/script/script.ts';
import { narrate, SAMPLE_RATE } from '../packages/engine/src/voice/index.ts';
import { resample } from '../packages/engine/src/voice/resample.ts';

const PARAGRAPHS = ['p1', 'p2', 'p3'];
const HEARING_RATE = 16_000;
const BAR = 0.12;
const MODEL = process.env.POCKETSPHINX_MODEL ?? '/usr/share/pocketsphinx/model/en-us';
const INSTALL = 'apt-get update && apt-get install -y pocketsphinx pocketsphinx-en-us';
/** What a listener would not call different words. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/down hill/g, 'downhill'],
  [/hill side/g, 'hillside'],
  [/sun light/g, 'sunlight'],
];

const run = promisify(execFile);

async function main(voices: string[]): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'chalktalk-wer-'));
  try {
    for (const voice of voices) {
      let wrong = 0;
      let total = 0;
      const shares: string[] = [];
      for (const name of PARAGRAPHS) {
        const text = (await readFile(new URL(`data/${name}.txt`, import.meta.url), 'utf8')).trim();
        const said = wordsOf(text);
        const heard = wordsOf(await listen(await speak(text, voice, dir)));
        const errors = distance(said, heard);
        wrong += errors;
        total += said.length;
        shares.push(`${name} ${percent(errors / said.length)}`);
      }
      const verdict = voice !== 'rms' ? '' : wrong / total <= BAR ? '  (within the bar)' : '  (OVER THE BAR)';
      console.log(`${voice.padEnd(6)} word error ${percent(wrong / total)}  ${shares.join('  ')}${verdict}`);
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Narrates one paragraph and stores it as the recogniser wants it. */
async function speak(text: string, voice: string, dir: string): Promise<string> {
  const sentences = (text.match(/[^.]+\./g) ?? []).map((sentence) => ({
    text: sentence.trim(),
    sources: ['data'],
  }));
  const script: Script = {
    title: 'Paragraph',
    planner: 'facts',
    // Any length: the material is too short for it, so the natural pace and pauses are kept.
    requested_seconds: 300,
    sections: [{ id: 's1', role: 'body', headline: 'Paragraph', sentences }],
    sources: [],
    remarks: [],
  };
  const brief = parseBrief({ task: 'Speak', voice_description: voice });
  const narration = await narrate(script, brief, { dir });
  const bytes = await readFile(path.join(dir, narration.audio));
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const file = path.join(dir, 'speech.wav');
  await writeFile(file, wav(resample(samples, SAMPLE_RATE, HEARING_RATE), HEARING_RATE));
  return file;
}

async function listen(file: string): Promise<string> {
  const language = [
    '-hmm',
    `${MODEL}/en-us`,
    '-lm',
    `${MODEL}/en-us.lm.bin`,
    '-dict',
    `${MODEL}/cmudict-en-us.dict`,
  ];
  try {
    const { stdout } = await run('pocketsphinx_continuous', [
      '-infile',
      file,
      ...language,
      '-logfn',
      '/dev/null',
    ]);
    return stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.error(`pocketsphinx is not installed; on Debian: ${INSTALL}`);
    process.exit(2);
  }
}

function wordsOf(text: string): string[] {
  let words = text
    .toLowerCase()
    .replace(/[^a-z' ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  for (const [apart, joined] of SAME) words = words.replace(apart, joined);
  return words.split(' ');
}

/** Words to change, add or leave out to turn one list into the other. */
function distance(a: string[], b: string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (word === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}

function wav(samples: Float32Array, rate: number): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries())
    bytes.writeInt16LE(Math.round(sample * 32767), 44 + index * 2);
  return bytes;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const voices = process.argv.slice(2);
await main(voices.length > 0 ? voices : ['rms']);
