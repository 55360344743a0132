/**
 * A take: one sentence spoken, cut to its sounds, at the film's sample rate, with the time of every token.
 */
import { alignWords, type Interval } from './align.ts';
import { type FliteVoice, phonesOfWords, SILENCE, type Speech, synthesise } from './flite.ts';
import { SAMPLE_RATE } from './narration.ts';
import type { Spoken, SpokenToken } from './normalise/normalise.ts';
import { resample } from './resample.ts';

export interface Take {
  /** Mono, 48 kHz, silent at both ends. */
  samples: Float32Array;
  /** Seconds in the samples before the first sound. */
  lead: number;
  /** Seconds from the first sound to the last. */
  length: number;
  /** One for each token of the sentence, in order: seconds after the first sound. Unspoken tokens last no time. */
  tokens: Interval[];
}

/** Seconds kept before the first sound and after the last: breath and echo belong to it. */
const LEAD = 0.03;
const TRAIL = 0.06;
/** Seconds over which a take rises from silence and falls back, as half a cosine. */
const FADE = 0.008;

/** @param stretch 1 is the voice's own pace, larger is slower */
export async function speak(lines: readonly Spoken[], voice: FliteVoice, stretch: number): Promise<Take[]> {
  const texts = lines.map(({ text }) => text);
  const speeches = await synthesise(texts, voice, stretch);
  const sounds = await phonesOfWords(lines.flatMap(({ tokens }) => tokens.flatMap(({ words }) => words)));
  let said = 0;
  return lines.map(({ tokens }, index) => {
    const count = tokens.reduce((sum, { words }) => sum + words.length, 0);
    said += count;
    return takeOf(speeches[index]!, tokens, sounds.slice(said - count, said));
  });
}

function takeOf({ samples, rate, phones }: Speech, tokens: readonly SpokenToken[], words: string[][]): Take {
  const sounds = phones.filter(({ name }) => name !== SILENCE);
  const first = sounds[0]!.start;
  const last = sounds.at(-1)!.end;
  const from = Math.max(0, Math.round((first - LEAD) * rate));
  const to = Math.min(samples.length, Math.round((last + TRAIL) * rate));
  const cut = resample(samples.subarray(from, to), rate, SAMPLE_RATE);
  fade(cut);
  const intervals = tokenIntervals(tokens, alignWords(words, phones));
  return {
    samples: cut,
    lead: first - from / rate,
    length: last - first,
    tokens: intervals.map(({ start, end }) => ({ start: start - first, end: end - first })),
  };
}

function fade(samples: Float32Array): void {
  const count = Math.min(Math.round(FADE * SAMPLE_RATE), samples.length >> 1);
  for (let index = 0; index < count; index++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * index) / count);
    samples[index]! *= gain;
    samples[samples.length - 1 - index]! *= gain;
  }
}

/** A token lasts from its first spoken word to its last; one that is not spoken stands where the one before it ended. */
function tokenIntervals(tokens: readonly SpokenToken[], words: readonly Interval[]): Interval[] {
  let next = 0;
  let end = words[0]!.start;
  return tokens.map((token) => {
    if (token.words.length === 0) return { start: end, end };
    const start = words[next]!.start;
    next += token.words.length;
    end = words[next - 1]!.end;
    return { start, end };
  });
}
