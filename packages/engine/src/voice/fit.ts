/**
 * Fits speech to the length asked for: longer or shorter pauses first, then a slightly other pace.
 */
import { filmSeconds, LONGEST_PAUSES, PAUSES, type Pauses, SHORTEST_PAUSES } from './schedule.ts';

/** How far the pace may leave the chosen one. */
const MOST_PACE_CHANGE = 0.08;
/** A film further off than this share has too little or too much to say; hurrying or dragging would not help it. */
const REACH = 0.05;
/** Share of the room in the pauses that a change of pace counts on; the rest takes up what it misses by. */
const ROOM_USED = 0.6;

export interface Material {
  /** Seconds of speech. */
  speech: number;
  sentences: number;
  sections: number;
}

/** The pauses that bring a film nearest to `seconds`; the natural ones when that is out of reach. */
export function fitPauses(material: Material, seconds: number): Pauses {
  const natural = lengthOf(material, PAUSES);
  const limit = seconds < natural ? SHORTEST_PAUSES : LONGEST_PAUSES;
  const room = lengthOf(material, limit) - natural;
  const share = room === 0 ? 0 : (seconds - natural) / room;
  const pauses = between(PAUSES, limit, Math.min(1, Math.max(0, share)));
  return Math.abs(lengthOf(material, pauses) - seconds) <= REACH * seconds ? pauses : { ...PAUSES };
}

/** How far from `seconds` the film will be, as a share of it. */
export function missBy(material: Material, seconds: number): number {
  return Math.abs(lengthOf(material, fitPauses(material, seconds)) - seconds) / seconds;
}

/**
 * The change of stretch (1: none; 1.05: 5 % slower) with which the pauses can bring the film to `seconds`;
 * 1 when they can without, and when no allowed pace would bring it near.
 */
export function fitStretch(material: Material, seconds: number): number {
  const isShort = seconds > lengthOf(material, LONGEST_PAUSES);
  const isLong = seconds < lengthOf(material, SHORTEST_PAUSES);
  if (!isShort && !isLong) return 1;
  const limit = isLong ? SHORTEST_PAUSES : LONGEST_PAUSES;
  const silence = lengthOf({ ...material, speech: 0 }, between(PAUSES, limit, ROOM_USED));
  const wanted = (seconds - silence) / material.speech;
  const change = Math.min(1 + MOST_PACE_CHANGE, Math.max(1 - MOST_PACE_CHANGE, wanted));
  const reached = lengthOf({ ...material, speech: material.speech * change }, limit);
  const missing = isLong ? reached - seconds : seconds - reached;
  return missing > REACH * seconds ? 1 : change;
}

function lengthOf({ speech, sentences, sections }: Material, pauses: Readonly<Pauses>): number {
  return filmSeconds(speech, sentences, sections, pauses);
}

function between(from: Readonly<Pauses>, to: Readonly<Pauses>, share: number): Pauses {
  return {
    sentence: from.sentence + (to.sentence - from.sentence) * share,
    section: from.section + (to.section - from.section) * share,
  };
}
