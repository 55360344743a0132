/**
 * Noun phrases of a sentence and what is told about it: names for labels and pictures,
 * and figures with their units. A noun phrase alone claims nothing, so it is always a safe label.
 */
import { betweenNouns, has, type Token, tokensOf } from './tokens.ts';
import { countWords, DETERMINERS, FUNCTION_WORDS, isContent, PRONOUNS } from './words.ts';

export interface NounPhrase {
  /** As it stands, without a leading article. */
  text: string;
  /** Its last noun, lower case. */
  head: string;
  start: number;
  end: number;
  /** It begins with a figure or a share ("a quarter of all species"). */
  figure: boolean;
}

const VAGUE = new Set(
  `nothing nobody everyone everybody none thing things way ways lot lots kind kinds type types sort part parts fact case cases time times example examples number
  amount bit result results reason reasons process something anything everything one ones people person place point
  points item items today day days year years week weeks month months hour hours minute minutes second seconds
  percent million billion thousand order term terms use set group form forms`.split(/\s+/),
);

/** Noun phrases in the order they are spoken; "a quarter of all species" is one. */
export function nounPhrases(text: string): NounPhrase[] {
  const tokens = tokensOf(text);
  const phrases: NounPhrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = phraseEnd(tokens, at);
    if (end === null) {
      at += 1;
      continue;
    }
    let last = end;
    // "of" holds figures and names together: "a quarter of all species", "the speed of light".
    while (tokens[last]?.lower === 'of' && !/[,;:]/.test(tokens[last - 1]?.after ?? '')) {
      const next = phraseEnd(tokens, last + 1);
      if (next === null) break;
      last = next;
    }
    let from = at;
    while (from < last - 1 && DETERMINERS.has((tokens[from] as Token).lower) && !isShare(tokens, from))
      from += 1;
    const first = tokens[from] as Token;
    const head = tokens[end - 1] as Token;
    phrases.push({
      text: text.slice(first.start, (tokens[last - 1] as Token).end),
      head: head.lower,
      start: first.start,
      end: (tokens[last - 1] as Token).end,
      figure:
        has(first, 'Value') ||
        /^(less|more|fewer)$/.test(first.lower) ||
        /^\p{N}/u.test(first.text) ||
        isShare(tokens, from),
    });
    at = last;
  }
  return phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase.text));
}

const isShare = (tokens: readonly Token[], at: number): boolean =>
  /^(a|an|one)$/.test(tokens[at]?.lower ?? '') &&
  /^(quarter|half|third|fifth|tenth|hundredth|thousandth|dozen|million|billion|thousand|hundred)$/.test(
    tokens[at + 1]?.lower ?? '',
  );

function phraseEnd(tokens: readonly Token[], from: number): number | null {
  let at = from;
  let noun = -1;
  if (
    /^(less|more|fewer)$/.test(tokens[at]?.lower ?? '') &&
    tokens[at + 1]?.lower === 'than' &&
    has(tokens[at + 2], 'Value')
  )
    at += 2;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (at > from && /[,;:()–—]/.test((tokens[at - 1] as Token).after)) break;
    const inside =
      DETERMINERS.has(token.lower) && at === from
        ? true
        : has(token, 'Noun', 'Adjective', 'Value', 'Possessive', 'Unit', 'Percent', 'Money') &&
          !has(token, 'Preposition', 'Conjunction') &&
          (!PRONOUNS.has(token.lower) || has(token, 'Value'));
    if (!inside || (at > from && (betweenNouns(tokens, at) || opensAnother(tokens, at)))) break;
    if (has(token, 'Noun', 'Value', 'Percent') && !has(token, 'Possessive')) noun = at;
    at += 1;
  }
  return noun < from ? null : noun + 1;
}

/** "sleep your brain", "in 1961 Yuri Gagarin", "flowers two kilometres": a new phrase begins inside the run. */
function opensAnother(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  if (/^(?:my|your|his|her|its|our|their)$/.test(token.lower)) return true;
  if (/^(?:1[0-9]|20)\d\d$/.test(before.text)) return true;
  return (
    has(token, 'Value') &&
    /^\p{Ll}/u.test(token.text) &&
    has(before, 'Noun') &&
    !has(before, 'Value', 'Determiner')
  );
}

/** Noun phrases that name something that can be shown, most telling first; each at most `words` words. */
export function names(text: string, words = 4): NounPhrase[] {
  return nounPhrases(text).filter(
    (phrase) =>
      !phrase.figure &&
      countWords(phrase.text) <= words &&
      isContent(phrase.head) &&
      !VAGUE.has(phrase.head) &&
      phrase.head.length > 2,
  );
}

/** How often each content noun's head occurs in the texts: what they are about, most frequent first. */
export function topics(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const phrase of names(text)) {
      const stem = phrase.head.replace(/(?<=\w{3})s$/, '');
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([stem]) => stem);
}

/** A figure with what it counts ("less than one percent", "299,792 km/s"), as it stands in the text. */
export interface Figure {
  text: string;
  start: number;
  end: number;
}

const AMOUNT = String.raw`(?:[€$£¥]\s?)?[-−+]?\d[\d,. ]*\d|(?:[€$£¥]\s?)?\d`;
const SCALE = String.raw`(?:\s?(?:hundred|thousand|million|billion|trillion|k|m|bn)\b)?`;
const FIGURE = new RegExp(
  String.raw`(?:${AMOUNT})${SCALE}(?:\s?(?:%|°C|°F|°|per ?cent\b|[€$£]|[a-zA-Zµμ]{1,12}(?:\/[a-zA-Z]{1,6})?[²³]?(?![\w])))?`,
  'gu',
);
const SPELLED =
  /\b(?:(?:less|more|fewer) than )?(?:(?:about|nearly|almost|roughly|over|under) )?(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|half a) (?:quarter|half|third|thirds|quarters|fifth|tenth|dozen|percent|per cent|hundred|thousand|million|billion|trillion)s?|half|one in (?:two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand|a million))\b/giu;

/** A word after the figure that is no unit ("$5 a month", "Apollo 11 landed") is not part of it. */
function withoutStray(text: string, at: number, figure: string): string {
  const word = /\s([a-z]+)$/i.exec(figure)?.[1];
  if (!word || /^(million|billion|trillion|thousand|hundred|k|m|bn|per)$/i.test(word)) return figure;
  const token = tokensOf(text).find((one) => one.start === at + figure.length - word.length);
  const stray = FUNCTION_WORDS.has(word.toLowerCase()) || (has(token, 'Verb') && !has(token, 'Noun'));
  return stray ? figure.slice(0, -word.length).trim() : figure;
}

/** Figures in a text that tell something: bare years, list numbers and single digits without a unit do not. */
export function figures(text: string): Figure[] {
  const found: Figure[] = [];
  for (const pattern of [FIGURE, SPELLED]) {
    for (const match of text.matchAll(pattern)) {
      const figure = withoutStray(text, match.index, match[0].trim());
      if (/^(1\d|20|21)\d\d(\s?[a-z]+)?$/i.test(figure) || /^\d$/.test(figure)) continue;
      if (/[^.!?:]\s\p{Lu}\p{L}* $/u.test(text.slice(0, match.index)) && /^\d+$/.test(figure)) continue;
      if (found.some((other) => match.index < other.end && other.start < match.index + figure.length))
        continue;
      found.push({ text: figure, start: match.index, end: match.index + figure.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
