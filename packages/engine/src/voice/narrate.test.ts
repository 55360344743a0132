import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseBrief } from '../brief/brief.ts';
import type { Script } from '../script/script.ts';
import { estimateFilmSeconds, estimateSeconds } from './estimate.ts';
import { measureLoudness } from './measure.ts';
import { narrate } from './narrate.ts';
import { type Narration, SAMPLE_RATE } from './narration.ts';

const SECTIONS = [
  [
    'Your card number crosses 12 strangers’ machines on its way to a shop.',
    'Any of them could read it — unless it is locked.',
  ],
  [
    'So your browser asks for proof.',
    'The server answers with a certificate, signed by someone your browser already trusts.',
  ],
  ['HTTPS seals every byte, and any change breaks the seal.', 'Now all they hold is noise.'],
];
const BRIEF = parseBrief({ task: 'Explain HTTPS' });
/** Seconds; near what this script takes of its own accord. */
const NATURAL = 24;

function script(seconds: number, sections: string[][] = SECTIONS): Script {
  return {
    title: 'HTTPS',
    planner: 'note',
    requested_seconds: seconds,
    sections: sections.map((sentences, index) => ({
      id: `s${index + 1}`,
      role: 'body',
      headline: 'A point',
      sentences: sentences.map((text) => ({ text, sources: ['a'] })),
    })),
    sources: [],
    remarks: [],
  };
}

let dir: string;
let narration: Narration;
let samples: Float32Array;

async function soundOf(document: Narration): Promise<Float32Array> {
  const bytes = await readFile(path.join(dir, document.audio));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'chalktalk-voice-'));
  narration = await narrate(script(NATURAL), BRIEF, { dir });
  samples = await soundOf(narration);
});

afterAll(() => rm(dir, { recursive: true, force: true }));

test('every token stands once, in order, inside its sentence and section, none over the next', () => {
  const tokens = SECTIONS.flat().flatMap((sentence) => sentence.split(/\s+/));
  expect(narration.words.map(({ text }) => text)).toEqual(tokens);
  let end = 0;
  for (const word of narration.words) {
    const sentence = narration.sentences[word.sentence]!;
    const section = narration.sections[word.section]!;
    expect(section.section).toBe(sentence.section);
    expect(word.start).toBeGreaterThanOrEqual(Math.max(end, sentence.start, section.start));
    expect(word.end).toBeGreaterThanOrEqual(word.start);
    expect(word.end).toBeLessThanOrEqual(Math.min(sentence.end, section.end));
    if (word.text !== '—') expect(word.end - word.start).toBeGreaterThan(0.02);
    end = word.end;
  }
});

test('the samples are as long as the film, which is a whole number of frames', () => {
  expect(samples).toHaveLength(Math.round(narration.duration * SAMPLE_RATE));
  expect(narration.duration * 30).toBeCloseTo(Math.round(narration.duration * 30), 6);
  expect(narration.sections[0]?.start).toBe(0);
  expect(narration.sections.at(-1)?.end).toBe(narration.duration);
});

test('the film is heard where the words are, and silent before, between and after', () => {
  const level = (from: number, to: number) => {
    const part = samples.subarray(Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE));
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  };
  for (const word of narration.words) {
    if (word.text !== '—') expect(level(word.start, word.end), word.text).toBeGreaterThan(0.02);
  }
  for (const [index, { end }] of narration.sentences.entries()) {
    const next = narration.sentences[index + 1]?.start ?? narration.duration;
    expect(level(end + 0.1, next - 0.05)).toBe(0);
  }
  expect(level(0, 0.4)).toBe(0);
});

test('it measures −16 ± 0.5 LUFS with no true peak over −1.5 dBTP, as the document says', () => {
  const measured = measureLoudness(samples, SAMPLE_RATE);
  expect(Math.abs(measured.integrated_lufs + 16)).toBeLessThanOrEqual(0.5);
  expect(measured.true_peak_dbtp).toBeLessThanOrEqual(-1.5);
  expect(narration.loudness.integrated_lufs).toBeCloseTo(measured.integrated_lufs, 1);
  expect(narration.loudness.true_peak_dbtp).toBeCloseTo(measured.true_peak_dbtp, 1);
});

test('no click where sound begins or ends: the first and last milliseconds are faint', () => {
  const faint = 0.02;
  for (let index = 1; index < samples.length; index++) {
    const isEdge = (samples[index - 1] === 0) !== (samples[index] === 0);
    if (isEdge) expect(Math.abs(samples[index]! - samples[index - 1]!)).toBeLessThan(faint);
  }
});

test('the same script twice gives the same document and the same bytes', async () => {
  const again = await narrate(script(NATURAL), BRIEF, { dir });
  expect(again).toEqual(narration);
  expect(Buffer.from((await soundOf(again)).buffer).equals(Buffer.from(samples.buffer))).toBe(true);
});

test('a film asked to be a little longer or shorter comes within two in a hundred', async () => {
  const natural = await narrate(script(300), BRIEF, { dir });
  for (const factor of [0.94, 1.08]) {
    const asked = natural.duration * factor;
    const { duration } = await narrate(script(asked), BRIEF, { dir });
    expect(Math.abs(duration / asked - 1)).toBeLessThan(0.02);
  }
});

test('too little to say stays as it is', async () => {
  const { duration, voice } = await narrate(script(120), BRIEF, { dir });
  expect(duration).toBeLessThan(30);
  expect(voice).toEqual({ engine: 'flite', name: 'rms', pace: 1.031 });
});

test('progress counts the sentences, and a stop is heard between them', async () => {
  const progress: string[] = [];
  const stop = new AbortController();
  const many = script(60, [...SECTIONS, ...SECTIONS, ...SECTIONS]);
  const run = narrate(many, BRIEF, {
    dir,
    signal: stop.signal,
    onSentence: (done, total) => {
      progress.push(`${done}/${total}`);
      stop.abort();
    },
  });
  await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
  expect(progress[0]).toBe('1/18');
  expect(progress.length).toBeLessThan(18);
});

test('what cannot be said, and a folder that cannot be written, are named', async () => {
  await expect(narrate(script(30, [['Привет, мир.']]), BRIEF, { dir })).rejects.toMatchObject({
    kind: 'unspeakable',
    message: expect.stringContaining('Привет, мир.'),
  });
  await expect(
    narrate(script(30, [['Der Mond zieht das Wasser der Meere zu sich.']]), BRIEF, { dir }),
  ).rejects.toMatchObject({ kind: 'unspeakable', message: expect.stringContaining('The text is German') });
  await expect(
    narrate(script(30, [['Hello.']]), BRIEF, { dir: path.join(dir, 'missing') }),
  ).rejects.toMatchObject({
    kind: 'output',
  });
  await expect(narrate(script(30, [[]]), BRIEF, { dir })).rejects.toMatchObject({ kind: 'no_material' });
});

test.each(['female', 'Scottish man', 'robot'])(
  'a %s voice speaks at about the same tempo, as loud',
  async (voice) => {
    const brief = parseBrief({ task: 'Explain HTTPS', voice_description: voice });
    const other = await narrate(script(NATURAL), brief, { dir });
    expect(Math.abs(other.duration / narration.duration - 1)).toBeLessThan(0.08);
    expect(Math.abs(other.loudness.integrated_lufs + 16)).toBeLessThanOrEqual(0.5);
    expect(other.loudness.true_peak_dbtp).toBeLessThanOrEqual(-1.5);
  },
);

test('lengths are estimated within four in a hundred over a paragraph, on average', async () => {
  const errors: number[] = [];
  for (const name of ['p1', 'p2', 'p3']) {
    const file = new URL(`../../../../bench/data/${name}.txt`, import.meta.url);
    const paragraph = (await readFile(file, 'utf8')).match(/[^.]+\./g)!.map((sentence) => sentence.trim());
    const { duration, sentences } = await narrate(script(300, [paragraph]), BRIEF, { dir });
    const spoken = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
    const estimate = sentences.reduce((sum, { text }) => sum + estimateSeconds(text), 0);
    errors.push(Math.abs(estimate / spoken - 1));
    expect(Math.abs(estimateFilmSeconds([paragraph]) / duration - 1)).toBeLessThan(0.06);
  }
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.04);
});
