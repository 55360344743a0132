/**
 * A sentence as captions show it → what the voice is to say, token by token: lower-case English words only,
 * so that every spoken word can be traced back to what stands on screen.
 */
import { ChalktalkError } from '../../errors.ts';
import { readAbbreviation } from './abbreviations.ts';
import type { Context } from './context.ts';
import { readUnitAlone } from './counts.ts';
import { codeNamed, readMagnitude } from './currency.ts';
import { monthNamed } from './dates.ts';
import { cardinal } from './numbers.ts';
import { PAUSE, readToken, type TokenReading } from './token.ts';

export interface SpokenToken {
  /** As captions show it. */
  text: string;
  /** What it is spoken as (`a`–`z` and apostrophes); none for punctuation alone. */
  words: string[];
}

export interface Spoken {
  /** The sentence split at white space. */
  tokens: SpokenToken[];
  /** For the voice: all spoken words, commas where it pauses, one final stop. ASCII. */
  text: string;
}

/** A token taken apart. */
interface Token {
  text: string;
  opening: string;
  core: string;
  closing: string;
  /** The white space before it. */
  gap: string;
}

/** Share of a sentence's letters that may go unsaid (a name in its own script, in brackets). */
const MOST_UNSAID = 0.3;
const OPENING = /^(?:["'“”‘’«‹„‚([{*_`¿¡]|[–—](?=\D)|-+(?=[^\d.\-$€£])|\.{2,}|…)+/u;
const CLOSING = /(?:["'“”‘’«»›)\]}*_`,;:!?…。、，！？]|\.+|[–—-]+)+$/u;
/** Soft hyphens, zero-width characters and variation selectors. */
const INVISIBLE = /\u00AD|[\u200B-\u200F]|\u2060|[\uFE00-\uFE0F]|\uFEFF/g;
const QUOTED_LENGTH = 60;

/**
 * @throws ChalktalkError `unspeakable` when nothing can be said, or too much of it only in another script.
 */
export function normalise(sentence: string): Spoken {
  const tokens = split(sentence);
  const capitals = tokens.filter(({ core }) => /^[\p{Lu}']+$/u.test(core)).length;
  const isShouting = tokens.length >= 3 && capitals > tokens.length * 0.6;
  const spoken: SpokenToken[] = [];
  const said: string[] = [];
  let unsayable = 0;
  let isInside = false;
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const context: Context = {
      previous: previous && isJoined(previous, token) ? previous.core : '',
      next: tokens[index + 1]?.core ?? '',
      opensSentence: !previous || /[.!?:]/.test(previous.closing),
      closesPhrase: token.closing !== '' || index === tokens.length - 1,
      isWhole: true,
      isShouting,
    };
    const reading = read(tokens, index, context);
    unsayable += reading.unsayable;
    if (/[([{–—]/.test(token.opening)) said.push(PAUSE);
    if (/[([{]/.test(token.opening)) isInside = true;
    said.push(...reading.words);
    const isSilent = token.core !== '' || reading.words.length === 0;
    if (isSilent && isPause(token, previous, tokens[index + 1], isInside)) said.push(PAUSE);
    if (/[)\]}]/.test(token.closing)) isInside = false;
    spoken.push({ text: token.text, words: reading.words.filter((word) => word !== PAUSE) });
  }
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  if (!said.some((word) => word !== PAUSE) || unsayable > letters * MOST_UNSAID) throw unspeakable(sentence);
  return { tokens: spoken, text: punctuated(said, sentence) };
}

function split(sentence: string): Token[] {
  return [...sentence.matchAll(/(\s*)(\S+)/g)].map((match) => {
    const gap = match[1]!;
    const text = match[2]!;
    const clean = text.replace(INVISIBLE, '').replace(/[‐‑]/g, '-');
    const opening = OPENING.exec(clean)?.[0] ?? '';
    const inner = clean.slice(opening.length);
    const closing = CLOSING.exec(inner)?.[0] ?? '';
    return { text, opening, core: inner.slice(0, inner.length - closing.length), closing, gap };
  });
}

function read(tokens: readonly Token[], index: number, context: Context): TokenReading {
  const token = tokens[index]!;
  const { core } = token;
  const whole = core + token.closing;
  const dotted = token.closing.startsWith('.') ? `${core}.` : core;
  const short = readAbbreviation(dotted, context.next) ?? readAbbreviation(whole, context.next);
  if (short) return sayable(short);
  if (core === '') return sayable(readDash(token, tokens[index + 1], context));
  const beforePrevious = context.previous === '' ? '' : (tokens[index - 2]?.core ?? '');
  const isAdjective = /^an?$/i.test(beforePrevious) && !context.closesPhrase && /^\p{Ll}/u.test(context.next);
  const known =
    readMonth(core, context) ??
    readGroups(tokens, index) ??
    readMagnitude(core, context.previous) ??
    readCode(core, context) ??
    readUnitAlone(core, context.previous, isAdjective) ??
    readCross(core, context);
  if (known) return sayable(known);
  const reading = readToken(core, context);
  const currency = /^\d/.test(core) && !/\d$/.test(beforePrevious) ? codeNamed(context.previous) : undefined;
  return currency ? { ...reading, words: [...reading.words, currency] } : reading;
}

/** "Jan" beside a number is a month. */
function readMonth(core: string, { previous, next }: Context): string[] | undefined {
  const month = /^\d/.test(next) || /^\d/.test(previous) ? monthNamed(core) : undefined;
  return month ? [month] : undefined;
}

/** The code of a currency is spoken behind the number: by this token, or by the number after it. */
function readCode(core: string, { previous, next }: Context): string[] | undefined {
  const currency = codeNamed(core);
  if (!currency) return undefined;
  if (/\d$/.test(previous)) return [currency];
  return /^\d/.test(next) ? [] : undefined;
}

/** "384 400" is one number: its first group says all of it. */
function readGroups(tokens: readonly Token[], index: number): string[] | undefined {
  let first = index;
  while (first > 0 && isGroup(tokens[first]!, tokens[first - 1]!)) first -= 1;
  let last = first;
  while (last + 1 < tokens.length && isGroup(tokens[last + 1]!, tokens[last]!)) last += 1;
  const group = tokens.slice(first, last + 1);
  const isPlain = group.some(({ gap }, place) => place > 0 && gap === ' ');
  if (
    group.length < 2 ||
    !/^[1-9]\d{0,2}$/.test(group[0]!.core) ||
    (isPlain && !/00$/.test(group.at(-1)!.core))
  ) {
    return undefined;
  }
  return index === first ? cardinal(group.map(({ core }) => core).join('')) : [];
}

function isGroup(token: Token, previous: Token): boolean {
  const isPart = /^\d{3}$/.test(token.core) && token.opening === '';
  return isPart && /^\d{1,3}$/.test(previous.core) && previous.closing === '';
}

/** A dash standing alone joins two numbers; between words it is only a pause. */
function readDash(token: Token, next: Token | undefined, context: Context): string[] {
  const isNumber = (text: string) => /^[$€£]?[\d.,]+$/.test(text) || /^\p{Ll}$/u.test(text);
  if (!next || !isNumber(context.previous) || !isNumber(next.core)) return [];
  if (/^[–—]$/.test(token.text)) return ['to'];
  return token.text === '-' ? ['minus'] : [];
}

/** "3 x 4". */
function readCross(core: string, context: Context): string[] | undefined {
  return /^[xX]$/.test(core) && /^\d/.test(context.previous) && /^\d/.test(context.next)
    ? ['times']
    : undefined;
}

/** Nothing but closing quotes stands between the two. */
function isJoined(previous: Token, token: Token): boolean {
  return !/[,;:!?)\]…]/.test(previous.closing) && !/[([]/.test(token.opening);
}

/** @param isInside whether a bracket is open that was opened before a word, not by a call as in `f(x)` */
function isPause(
  { core, closing, text }: Token,
  previous: Token | undefined,
  next: Token | undefined,
  isInside: boolean,
) {
  if (core === '') return /[–—,;:…]|^-+$|\.\.\./.test(text);
  if (/[,;:!?…–—]|--|[。、，！？]/.test(closing) || (isInside && /[)\]}]/.test(closing))) return true;
  if (!closing.includes('.')) return false;
  const isName = !previous || /^\p{Lu}/u.test(previous.core);
  const isInitial =
    /^\p{Lu}(?:\.\p{Lu})*$/u.test(core) && (core.length > 1 || (isName && /^\p{Lu}/u.test(next?.core ?? '')));
  return !isInitial && readAbbreviation(`${core}.`, '1') === undefined;
}

function sayable(words: string[]): TokenReading {
  return { words, unsayable: 0 };
}

/** Commas only between words, one stop at the end: a question keeps its mark, for its tune. */
function punctuated(said: string[], sentence: string): string {
  let text = '';
  let isPausing = false;
  for (const word of said) {
    if (word === PAUSE) {
      isPausing = true;
      continue;
    }
    text += text === '' ? word : `${isPausing ? ',' : ''} ${word}`;
    isPausing = false;
  }
  return text + (/\?["'”’)\]]*\s*$/.test(sentence) ? '?' : '.');
}

function unspeakable(sentence: string): ChalktalkError {
  const letters = [...sentence.trim()];
  const passage = letters.slice(0, QUOTED_LENGTH).join('') + (letters.length > QUOTED_LENGTH ? '…' : '');
  return new ChalktalkError(
    'unspeakable',
    `The voice speaks English and cannot say "${passage}"; write it in English, or spell it with Latin letters.`,
  );
}
