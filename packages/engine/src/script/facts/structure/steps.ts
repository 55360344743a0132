/**
 * What is done or happens in turn: sentences joined by first, then, next, finally, chains of arrows,
 * or a run of instructions. "At first nobody cared" starts no procedure.
 */
import type { Piece } from '../../structure.ts';
import { has, tokensOf } from '../language/tokens.ts';
import { countWords } from '../language/words.ts';
import { type Passage, pieceOrName, quote, withCapital } from './passage.ts';

const FIRST =
  /^(?:first(?:ly)?|first of all|to begin(?: with)?|to start(?: with)?|step one|begin by|start by|the first step is to)\b,?\s*/i;
const THEN =
  /^(?:then|next|after that|after this|afterwards|from there|once [^,]{3,60},|when (?:that|this) [^,]{3,40},|second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|fifth,|step (?:two|three|four|five)|the (?:next|second|third) step is to|finally|lastly|last|in the end)\b,?\s*/i;
const MIDDLE = /^(?:the|an?|its|this|each|your) [\w -]{2,24}? then (?=\w)/i;

export function steps(passage: Passage): { kind: 'steps'; items: Piece[] } | null {
  const items = arrows(passage) ?? marked(passage) ?? instructions(passage);
  return items ? { kind: 'steps', items } : null;
}

/** "Grapes → must → wine". */
function arrows(passage: Passage): Piece[] | null {
  for (const sentence of passage) {
    const parts = sentence
      .replace(/^[^:→]{1,40}: /, '')
      .replace(/[.!]$/, '')
      .split(/ → |, then /);
    if (
      parts.length < 3 ||
      parts.length > 6 ||
      parts.some((part) => countWords(part) > 6 || countWords(part) < 1)
    )
      continue;
    return parts.map((part) => ({ text: withCapital(part.trim()), say: quote(part) }));
  }
  return null;
}

/** Sentences or clauses that carry words of order, from the first so marked to the last. */
function marked(passage: Passage): Piece[] | null {
  const clauses = passage.flatMap((sentence) =>
    sentence.split(/(?:;|, and|,) (?=(?:then|finally|next|after that)\b)/i),
  );
  const first = clauses.findIndex((clause) => FIRST.test(clause));
  const marks = clauses.map((clause) => THEN.test(clause) || MIDDLE.test(clause));
  const count = marks.filter(Boolean).length;
  if (count < (first >= 0 ? 1 : 2)) return null;
  const order = clauses.some(
    (clause) =>
      /^(?:then|next|after|once|finally|lastly|from there|when|step|the (?:next|second))/i.test(clause) ||
      MIDDLE.test(clause),
  );
  if (!order) return null;
  const start = first >= 0 ? first : Math.max(0, marks.indexOf(true) - 1);
  const end = marks.lastIndexOf(true);
  if (end - start < 1 || end - start > 5) return null;
  const items = clauses
    .slice(start, end + 1)
    .map((clause) => pieceOrName(clause.replace(FIRST, '').replace(THEN, '')));
  return items.length >= 3 && items.every((item) => item !== null) ? (items as Piece[]) : null;
}

/** Three or more instructions in a row, making up the passage but for one sentence. */
function instructions(passage: Passage): Piece[] | null {
  const told = passage.filter((sentence) => isInstruction(sentence));
  if (told.length < 3 || told.length > 6 || told.length < passage.length - 1) return null;
  const items = told.map((sentence) => pieceOrName(sentence));
  return items.every((item) => item !== null) ? (items as Piece[]) : null;
}

/** "Heat the oil": opens with a verb in its base form and names no doer. */
export function isInstruction(sentence: string): boolean {
  const text = sentence.replace(/^(?:first|then|next|finally|now|carefully|gently|slowly|lastly),?\s+/i, '');
  if (/^(?:thank|let us|let's|imagine|suppose|consider|note|remember|see|say|think)\b/i.test(text))
    return false;
  const tokens = tokensOf(text);
  const first = tokens[0];
  if (
    !has(first, 'Imperative', 'Infinitive') ||
    has(first, 'Gerund', 'PastTense', 'Auxiliary', 'Modal', 'Copula')
  ) {
    return /^(?:mix|stir|heat|cut|press|open|close|turn|place|put|add|remove|pour|bake|boil|wash|check|click|select|attach|rinse|drain|season|fold|knead|chop|slice|preheat|cover|repeat|connect|install|run|unplug|wait|let|serve|whisk|measure|enter|type|choose|save|send|fill|empty|switch|hold|lift|pull|push)\s(?!(?:is|are|was|were|has|have|can|will|of)\b)/i.test(
      text,
    );
  }
  return !has(tokens[1], 'Verb', 'Copula', 'Modal') || has(tokens[1], 'Noun', 'Adjective', 'Value');
}
