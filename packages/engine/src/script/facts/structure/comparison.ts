/**
 * Two things held against each other: "X …, while Y …", "Unlike X, Y …", "X … . Y, by contrast, …".
 * "While we slept" is time, "more than five" is an amount: neither compares.
 */
import type { Piece } from '../../structure.ts';
import { finiteVerb, has, slice, tokensOf } from '../language/tokens.ts';
import { countWords, PRONOUNS } from '../language/words.ts';
import { bareName, type Passage, pieceOrName, withCapital } from './passage.ts';

interface Side {
  name: string;
  points: Piece[];
}

export function comparison(passage: Passage): { kind: 'comparison'; sides: Side[] } | null {
  for (const [index, sentence] of passage.entries()) {
    const sides = whereas(sentence) ?? unlike(sentence) ?? contrast(sentence, passage[index + 1]);
    if (sides && sides[0]!.name.toLowerCase() !== sides[1]!.name.toLowerCase())
      return { kind: 'comparison', sides };
  }
  return null;
}

function whereas(sentence: string): Side[] | null {
  const match =
    /^(?<a>[^;:]{8,110}?),? (?:while|whereas) (?<b>[^;:]{8,110})[.!]$/.exec(sentence) ??
    /^(?:while|whereas) (?<a>[^,;:]{8,90}), (?<b>[^;:]{8,110})[.!]$/i.exec(sentence);
  if (!match?.groups) return null;
  const a = sideOf(match.groups.a as string);
  const b = sideOf(match.groups.b as string);
  // "while" is contrast only between two subjects doing the same sort of thing at all times.
  const temporal =
    !/whereas/i.test(sentence) && !parallel(match.groups.a as string, match.groups.b as string);
  return a && b && !temporal ? [a, b] : null;
}

/** "Unlike X, Y …": what Y does is all that is told. */
function unlike(sentence: string): Side[] | null {
  const match =
    /^(?:unlike|in contrast to|compared (?:with|to)) (?<other>[^,]{2,40}), (?<rest>[^;:]{8,120})[.!]$/i.exec(
      sentence,
    );
  if (!match?.groups) return null;
  const side = sideOf(match.groups.rest as string);
  const other = bareName(match.groups.other as string);
  return side && countWords(other) <= 4 ? [side, { name: withCapital(other), points: [] }] : null;
}

function contrast(sentence: string, next: string | undefined): Side[] | null {
  if (!next) return null;
  const opened = /^(?:in contrast|by contrast|on the other hand|conversely),? (?<rest>.{8,140})[.!]$/i.exec(
    next,
  )?.groups?.rest;
  const inner =
    /^(?<name>[^,]{2,30}), (?:in contrast|by contrast|on the other hand|however|meanwhile), (?<rest>.{4,120})[.!]$/i.exec(
      next,
    )?.groups;
  if (inner && !/contrast|other hand/i.test(next) && !parallel(sentence, `${inner.name} ${inner.rest}`))
    return null;
  const b = sideOf(opened ?? (inner ? `${inner.name} ${inner.rest}` : ''));
  const a = sideOf(sentence.replace(/^on the one hand,? /i, '').replace(/[.!]$/, ''));
  if (!a || !b) return null;
  // The comma after the name is spoken, so the cue hangs on the words after the aside.
  return [a, b];
}

/** Subject as the side's name, predicate as its point. */
function sideOf(clause: string): Side | null {
  if (!clause) return null;
  const tokens = tokensOf(clause);
  const verb = finiteVerb(tokens, 1);
  if (verb < 1 || verb > 5) return null;
  const subject = bareName(slice(clause, tokens, 0, verb));
  if (
    PRONOUNS.has(subject.toLowerCase()) ||
    countWords(subject) > 4 ||
    /^(?:this|that|these|those|it|they|he|she|we|you|i|there|other|others|if|when|in)\b/i.test(subject)
  )
    return null;
  if (!tokens.slice(0, verb).some((token) => has(token, 'Noun', 'Acronym', 'ProperNoun', 'Gerund')))
    return null;
  const copula = has(tokens[verb], 'Copula') && !has(tokens[verb + 1], 'Verb');
  const from = copula ? verb + 1 : verb;
  const point = pieceOrName(clause.slice(tokens[from]?.start ?? clause.length));
  return point ? { name: withCapital(subject), points: [point] } : null;
}

/** Both clauses have the same verb, or both only say what their subject is or has. */
function parallel(a: string, b: string): boolean {
  const verbs = [a, b].map((clause) => {
    const tokens = tokensOf(clause);
    const token = tokens[finiteVerb(tokens, 1)];
    return has(token, 'Copula') ? 'be' : (token?.lower.replace(/(?:e?s|ed|d)$/, '') ?? '');
  });
  const tense = [a, b].map((clause) => {
    const tokens = tokensOf(clause);
    return has(tokens[finiteVerb(tokens, 1)], 'PastTense');
  });
  const gerund = [a, b].some((clause) => /\b(?:was|were|is|are) \w+ing\b/.test(clause));
  return !gerund && (verbs[0] === verbs[1] || (!tense[0] && !tense[1]));
}
