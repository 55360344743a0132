/**
 * The line over a picture: the point in at most nine words, one part of it coloured. A true shortening of a
 * sentence where there is one, else the author's heading, else the figure or name that the scene is about.
 */
import { type Idea, leansBack } from './idea.ts';
import { capital } from './language/clauses.ts';
import { figures, names, nounPhrases } from './language/nouns.ts';
import { cutToFit, shorten, withoutLeading } from './language/shorten.ts';
import { finiteVerb, has, slice, tokensOf } from './language/tokens.ts';
import { countWords, DANGLING, FUNCTION_WORDS, isContent } from './language/words.ts';

export const HEADLINE_WORDS = 9;
const GENERIC =
  /^(?:introduction|intro|overview|background|summary|conclusions?|notes?|details|context|discussion|results?|abstract|preface|contents|more|misc|other|general|about|what is it|the basics|basics|history|example|examples|key points|main points|update|updates)$/i;
const WEAK_START =
  /^(?:it|they|he|she|this|that|these|those|there|here|we|i|you|one|its|their|his|her|both|another|such|also|each|what|which|who|because|although|though|since|while|if)\b/i;

/** A headline for the idea that none of `used` has yet; words between asterisks are coloured. */
export function headlineOf(idea: Idea, used: ReadonlySet<string>): string {
  for (const candidate of candidates(idea)) {
    const text = capital(
      candidate
        .replace(/[.!:;,]+$/, '')
        .replace(/\*/g, '')
        .trim(),
    );
    if (text && countWords(text) <= HEADLINE_WORDS && text.length <= 80 && !used.has(text.toLowerCase()))
      return coloured(text);
  }
  const first = idea.lines[0]?.text ?? 'The point';
  return coloured(cutToFit(first.split(/\s+/).slice(0, HEADLINE_WORDS).join(' '), 80));
}

function* candidates(idea: Idea): Generator<string> {
  const own =
    idea.heading && !GENERIC.test(idea.heading) && countWords(idea.heading) <= HEADLINE_WORDS
      ? idea.heading
      : undefined;
  if (own && (idea.shape.kind !== 'prose' || finiteVerb(tokensOf(own)) > 0)) yield own;
  const lines = [...idea.lines].sort((a, b) => b.weight - a.weight);
  if (idea.shape.kind === 'steps') {
    for (const line of idea.lines)
      for (const part of line.parts) if (countWords(part.text) >= 3) yield part.text;
  }
  for (const line of idea.shape.kind === 'steps' ? [] : lines) {
    const claim = claimOf(line.text);
    if (claim) yield claim;
  }
  if (own) yield own;
  for (const line of lines)
    if (
      countWords(line.text) <= HEADLINE_WORDS &&
      !/^(?:it|they|he|she|this|that|these|those)\b|\?$/i.test(line.text)
    )
      yield line.text;
  for (const line of lines) yield* phrases(line.text);
  for (const line of lines) {
    const claim = shorten(line.text, HEADLINE_WORDS);
    if (claim) yield claim;
  }
}

/** A clause of a few words that says something by itself. */
export function claimOf(sentence: string, words = HEADLINE_WORDS): string | null {
  if (/\?$/.test(sentence)) return null;
  const claim = shorten(sentence, words, Number.POSITIVE_INFINITY, 'keep');
  if (
    !claim ||
    countWords(claim) < 3 ||
    WEAK_START.test(claim) ||
    WEAK_START.test(withoutLeading(sentence)) ||
    leansBack(claim) ||
    /\b(?:this|these|those)\b/i.test(claim)
  )
    return null;
  return finiteVerb(tokensOf(claim)) >= 1 ? claim : null;
}

function* phrases(sentence: string): Generator<string> {
  const all = nounPhrases(sentence).filter((phrase) => countWords(phrase.text) <= HEADLINE_WORDS);
  for (const phrase of all)
    if (phrase.figure && countWords(withHedge(sentence, phrase.start, phrase.text)) >= 3)
      yield withHedge(sentence, phrase.start, phrase.text);
  const subject = subjectOf(sentence);
  if (subject) yield subject;
  for (const phrase of names(sentence, 6)
    .filter((one) => !/^\d|\b(?:his|her|its|their)\b/.test(one.text))
    .sort((a, b) => countWords(b.text) - countWords(a.text)))
    yield phrase.text;
}

/** "A machine made of lead, ink and wood": a subject long enough to be a headline. */
function subjectOf(sentence: string): string | null {
  const tokens = tokensOf(sentence);
  let verb = finiteVerb(tokens, 1);
  // "made of lead", "used by all" belong to the subject where another verb follows.
  if (
    verb > 0 &&
    has(tokens[verb], 'PastTense') &&
    /^(?:of|by|from|in|with|for|to)$/.test(tokens[verb + 1]?.lower ?? '')
  )
    verb = finiteVerb(tokens, verb + 2);
  const subject = verb > 0 ? slice(sentence, tokens, 0, verb) : '';
  const words = countWords(subject);
  return words >= 3 &&
    words <= HEADLINE_WORDS &&
    !WEAK_START.test(subject) &&
    !/^(?:if|when|while|in|on|at|by|with)\b/i.test(subject)
    ? subject
    : null;
}

/** "about", "nearly" and their like stay with the figure they soften. */
const withHedge = (sentence: string, start: number, text: string): string => {
  const hedge =
    /(?:about|nearly|almost|roughly|over|under|up to|around|some|at least|at most|only|(?:less|more|fewer) than)\s$/i.exec(
      sentence.slice(0, start),
    );
  return hedge ? `${hedge[0]}${text}` : text;
};

/** Colours the figure, else the last name in the line, else its last telling word. */
export function coloured(text: string): string {
  const figure = figures(text)[0];
  const part = figure ? text.slice(figure.start, figure.end) : (lastName(text) ?? lastWord(text));
  if (!part) return text;
  let from = text.lastIndexOf(part);
  let to = from + part.length;
  // Whole words only.
  while (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] as string)) from -= 1;
  while (to < text.length && /[\p{L}\p{N}]/u.test(text[to] as string)) to += 1;
  return `${text.slice(0, from)}*${text.slice(from, to)}*${text.slice(to)}`;
}

function lastName(text: string): string | null {
  const found = nounPhrases(text).at(-1);
  if (!found) return null;
  const words = found.text.split(/\s+/);
  const kept = words.slice(-2);
  while (
    kept.length > 1 &&
    (DANGLING.has((kept[0] as string).toLowerCase()) || FUNCTION_WORDS.has((kept[0] as string).toLowerCase()))
  )
    kept.shift();
  const part = kept.join(' ').replace(/[.,;:!?"”)]+$/, '');
  return isContent(kept.at(-1) ?? '') ? part : null;
}

function lastWord(text: string): string | null {
  const token = tokensOf(text).findLast((one) => isContent(one.lower) && !has(one, 'Preposition'));
  return token?.text ?? null;
}
