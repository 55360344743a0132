/** An earlier film's voice: what it said, when, and how it sounded, found again by the text. */
import type { FliteVoice } from './flite.ts';
import { type Narration, SAMPLE_RATE, type SectionSpan, type VoiceUsed } from './narration.ts';
import { PAUSES, type Pauses } from './schedule.ts';
import type { Take } from './take.ts';

/** A take at the film's loudness. */
export type Said = Take;

/** When a section began and ended, and each of its sentences began, s. */
export interface SpokenSection {
  start: number;
  end: number;
  starts: number[];
}

/** Seconds of sound cut out before a sentence's first sound and after its last one. Beyond is silence. */
const BEFORE = 0.04;
const AFTER = 0.08;

export class EarlierFilm {
  readonly pauses: Pauses;
  readonly #sections: (SectionSpan & { sentences: number[] })[];

  constructor(
    readonly narration: Narration,
    private readonly samples: Float32Array,
  ) {
    this.#sections = narration.sections.map((span) => ({
      ...span,
      sentences: narration.sentences.flatMap(({ section }, index) =>
        section === span.section ? [index] : [],
      ),
    }));
    this.pauses = this.#usualPauses();
  }

  /** A section with these very sentences, the one of that id first. */
  sectionThatSays(id: string, texts: readonly string[], stretch: number): SpokenSection | undefined {
    const says = this.#sections.filter(
      (one) =>
        (one.stretch ?? 1) === stretch &&
        one.sentences.length === texts.length &&
        one.sentences.every((sentence, index) => this.narration.sentences[sentence]!.text === texts[index]),
    );
    const chosen = says.find(({ section }) => section === id) ?? says[0];
    if (!chosen) return undefined;
    const { start, end, sentences } = chosen;
    return { start, end, starts: sentences.map((index) => this.narration.sentences[index]!.start) };
  }

  /** The sentence as it was spoken, from the section of that id if it was there. */
  sentence(id: string, text: string, stretch: number): Said | undefined {
    const places = this.#sections
      .filter((one) => (one.stretch ?? 1) === stretch)
      .sort((a, b) => Number(b.section === id) - Number(a.section === id))
      .flatMap(({ sentences }) => sentences);
    const index = places.find((one) => this.narration.sentences[one]!.text === text);
    return index === undefined ? undefined : this.#cut(index);
  }

  #cut(index: number): Said {
    const { start, end } = this.narration.sentences[index]!;
    const from = Math.max(0, Math.round((start - BEFORE) * SAMPLE_RATE));
    const to = Math.min(this.samples.length, Math.round((end + AFTER) * SAMPLE_RATE));
    return {
      samples: this.samples.subarray(from, to),
      lead: start - from / SAMPLE_RATE,
      length: end - start,
      tokens: this.narration.words
        .filter(({ sentence }) => sentence === index)
        .map((word) => ({ start: word.start - start, end: word.end - start })),
    };
  }

  /** The middle one of what stands between sentences, and between sections. */
  #usualPauses(): Pauses {
    const within: number[] = [];
    const between: number[] = [];
    const stretchOf = new Map(this.#sections.map(({ section, stretch }) => [section, stretch ?? 1]));
    this.narration.sentences.forEach((sentence, index) => {
      const next = this.narration.sentences[index + 1];
      if (!next) return;
      const pause = next.start - sentence.end;
      if (next.section === sentence.section) within.push(pause / stretchOf.get(sentence.section)!);
      else between.push(pause);
    });
    return { sentence: middle(within) ?? PAUSES.sentence, section: middle(between) ?? PAUSES.section };
  }
}

export function choiceOf({ name }: VoiceUsed): FliteVoice {
  return name as FliteVoice;
}

function middle(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
