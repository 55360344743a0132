/**
 * Cuts a note to the length asked for: by its own `{from}` marks first, then by paragraphs, then by sentences.
 */

import type { Note } from './note.ts';
import { type Grain, orderOfPlaces } from './order.ts';
import { estimateByWords, type FilmEstimator } from './pace.ts';
import type { Section } from './script.ts';

/** How far (as a share of the length asked for) a cut may be off; the voice takes up the rest in its pauses. */
const TOLERANCE = 0.04;
/** For a cut that ends where the author meant one to end, it may be somewhat more. */
const AUTHORS_TOLERANCE = 0.06;
/** How far below the length asked for a cut may end before more sentences are sought to fill it. */
const REACH = 0.3;

interface Cut {
  grains: Grain[];
  /** How many grains of the order it begins with. */
  count: number;
  /** By the estimate. */
  seconds: number;
  rank: Rank;
}

/**
 * What a cut is worth beside another that is as near: 0 ends where a level of the author's ends, 1 with whole
 * paragraphs, 2 within one; 3 to 5 have sentences out of turn: one of the same level, one of any, two.
 */
type Rank = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * The sections of a film of about `seconds`, within 4 % by the estimate (6 % where that is the author's own cut)
 * as long as the note carries it. Opening and close are always there, no section is empty, and a longer film is
 * never estimated shorter. `show` is the author's whole request; `cutNote` leaves out of it what is not spoken.
 * @param estimate seconds a film of given sections lasts
 */
export function sizeNote(note: Note, seconds: number, estimate: FilmEstimator = estimateByWords): Section[] {
  return sectionsOf(note, chooseCut(note, seconds, estimate).grains);
}

function chooseCut(note: Note, seconds: number, estimate: FilmEstimator): Cut {
  const order = orderOfPlaces(note);
  const cut = (grains: Grain[], count: number, rank: Rank): Cut => {
    const sections = sectionsOf(note, grains).map((section) => section.sentences.map(({ text }) => text));
    return { grains, count, seconds: estimate(sections), rank };
  };
  const distance = (one: Cut) => Math.abs(one.seconds - seconds);
  const isNear = (one: Cut) => distance(one) <= seconds * (one.rank === 0 ? AUTHORS_TOLERANCE : TOLERANCE);

  const inTurn: Cut[] = [];
  for (let count = Math.min(note.parts.length, 2); count <= order.length; count++) {
    inTurn.push(cut(order.slice(0, count), count, rankOf(note, order, count)));
    if (inTurn.at(-1)!.seconds > seconds * (1 + REACH)) break;
  }
  const cuts = [...inTurn];
  // Sentences are too coarse a measure now and then: one that comes later may fill the length better.
  let fillable = inTurn.filter((one) => one.seconds <= seconds && one.seconds >= seconds * (1 - REACH));
  for (let round = 0; round < 2 && !cuts.some(isNear); round++) {
    fillable = fillable.flatMap(({ grains, count }) =>
      outOfTurn(order, grains, count).map((grain) => {
        const rank = round === 1 ? 5 : grain.level === order[count]?.level ? 3 : 4;
        return cut([...grains, grain], count, rank);
      }),
    );
    cuts.push(...fillable);
  }
  const near = cuts.filter(isNear);
  const best = Math.min(...near.map((one) => one.rank));
  const choice = near.length > 0 ? near.filter((one) => one.rank === best) : cuts;
  return choice.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

function rankOf(note: Note, order: readonly Grain[], count: number): Rank {
  const level = order[count - 1]!.level;
  if (order[count]?.level !== level) return 0;
  const reached = reachedIn(order.slice(0, count));
  const isWhole = [...reached].every(([key, upTo]) => {
    const [part, paragraph] = key.split('.').map(Number) as [number, number];
    return note.parts[part]!.paragraphs[paragraph]!.sentences.length === upTo;
  });
  return isWhole ? 1 : 2;
}

/**
 * Grains that may follow `grains` out of turn: of each scene the first that is not there yet. None while a scene
 * of every film is still to come.
 */
function outOfTurn(order: readonly Grain[], grains: readonly Grain[], count: number): Grain[] {
  const next = order[count];
  if (next?.level === 0 && !grains.some((grain) => grain.part === next.part)) return [];
  const seen = new Set([next?.part]);
  return order.slice(count + 1).filter((grain) => {
    if (seen.has(grain.part) || grains.includes(grain)) return false;
    seen.add(grain.part);
    return true;
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
      const { yaml: _yaml, drawn: _drawn, ...show } = part.show;
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
