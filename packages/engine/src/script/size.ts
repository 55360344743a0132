/**
 * Cuts a note to the length asked for: by its own `{from}` marks first, then by paragraphs, then by sentences.
 */

import type { Note } from './note.ts';
import { type Grain, orderOfPlaces } from './order.ts';
import { estimateByWords, type FilmEstimator } from './pace.ts';
import type { Section } from './script.ts';

/** How far (as a share of the length asked for) a cut may be off for the sake of whole paragraphs. */
const TOLERANCE = 0.04;
/** How far below the length asked for a cut may end before another sentence is sought to fill it. */
const REACH = 0.3;

interface Cut {
  grains: Grain[];
  /** By the estimate. */
  seconds: number;
  /** 0: ends where a level of the author's ends; 1: with whole paragraphs; 2: within one; 3: out of turn. */
  rank: 0 | 1 | 2 | 3;
}

/**
 * The sections of a film of about `seconds`, within 4 % by the estimate as long as the note carries it.
 * Opening and close are always there, no section is empty, and a longer film is never estimated shorter.
 * `show` is the author's whole request; `cutNote` leaves out of it what is not spoken.
 * @param estimate seconds a film of given sections lasts
 */
export function sizeNote(note: Note, seconds: number, estimate: FilmEstimator = estimateByWords): Section[] {
  return sectionsOf(note, chooseCut(note, seconds, estimate).grains);
}

function chooseCut(note: Note, seconds: number, estimate: FilmEstimator): Cut {
  const order = orderOfPlaces(note);
  const measure = (grains: Grain[]) =>
    estimate(sectionsOf(note, grains).map(({ sentences }) => sentences.map(({ text }) => text)));
  const needed = Math.max(1, Math.min(note.parts.length, 2));
  const cuts: Cut[] = [];
  for (let count = needed; count <= order.length; count++) {
    const grains = order.slice(0, count);
    const length = measure(grains);
    cuts.push({ grains, seconds: length, rank: rankOf(note, order, count) });
    if (length > seconds * (1 + REACH)) break;
  }
  const isNear = (cut: Cut) => Math.abs(cut.seconds - seconds) <= seconds * TOLERANCE;
  if (!cuts.some(isNear)) {
    for (const { grains, seconds: length } of [...cuts]) {
      if (length > seconds || length < seconds * (1 - REACH)) continue;
      for (const grain of nextOutOfTurn(order, grains.length)) {
        const more = [...grains, grain];
        cuts.push({ grains: more, seconds: measure(more), rank: 3 });
      }
    }
  }
  const distance = (cut: Cut) => Math.abs(cut.seconds - seconds);
  const near = cuts.filter(isNear);
  const best = Math.min(...near.map((cut) => cut.rank));
  const choice = near.length > 0 ? near.filter((cut) => cut.rank === best) : cuts;
  return choice.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

function rankOf(note: Note, order: readonly Grain[], count: number): 0 | 1 | 2 {
  const level = order[count - 1]!.level;
  if (order[count]?.level !== level) return 0;
  const reached = reachedIn(order.slice(0, count));
  const isWhole = [...reached].every(([key, upTo]) => {
    const [part, paragraph] = key.split('.').map(Number) as [number, number];
    return note.parts[part]!.paragraphs[paragraph]!.sentences.length === upTo;
  });
  return isWhole ? 1 : 2;
}

/** Grains after the next one that need nothing between them and the film so far: the first of each scene. */
function nextOutOfTurn(order: readonly Grain[], count: number): Grain[] {
  const seen = new Set([order[count]?.part]);
  return order.slice(count + 1).filter((grain) => {
    const isFirst = !seen.has(grain.part);
    seen.add(grain.part);
    return isFirst;
  });
}

/** How many sentences of each paragraph (`part.paragraph`) the grains hold. */
function reachedIn(grains: readonly Grain[]): Map<string, number> {
  return new Map(grains.map((grain) => [`${grain.part}.${grain.paragraph}`, grain.upTo]));
}

function sectionsOf(note: Note, grains: readonly Grain[]): Section[] {
  const reached = reachedIn(grains);
  const sources = note.sources.map((_, index) => `n${index + 1}`);
  const kept = note.parts.flatMap((part, index) => {
    const texts = part.paragraphs.flatMap((one, paragraph) =>
      one.sentences.slice(0, reached.get(`${index}.${paragraph}`) ?? 0),
    );
    return texts.length > 0 ? [{ part, texts }] : [];
  });
  return kept.map(({ part, texts }, index) => {
    const section: Section = {
      id: `s${index + 1}`,
      role: index === 0 ? 'opening' : index === kept.length - 1 ? 'close' : 'body',
      headline: part.headline,
      sentences: texts.map((text) => ({ text, sources })),
    };
    if (part.show) {
      const { yaml: _yaml, ...show } = part.show;
      section.show = show;
    }
    return section;
  });
}

/** The sentences of each section as the author's `{from}` marks alone cut them. */
export function sectionsByMarks(note: Note, seconds: number): string[][] {
  return note.parts
    .map((part) => part.paragraphs.filter((one) => one.from <= seconds).flatMap((one) => one.sentences))
    .filter((sentences) => sentences.length > 0);
}
