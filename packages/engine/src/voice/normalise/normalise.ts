/**
 * A sentence as captions show it → what the voice is to say, token by token: lower-case English words only,
 * so that every spoken word can be traced back to what stands on screen.
 */
import { ChalktalkError } from '../../errors.ts';
import { readAbbreviation } from './abbreviations.ts';
import type { Context } from './context.ts';
import { readUnitAlone } from './counts.ts';
import { readCode, readMagnitude } from './currency.ts';
import { monthNamed } from './dates.ts';
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
    const reading = read(token, tokens[index + 1], context);
    unsayable += reading.unsayable;
    if (/[([{–—]/.test(token.opening)) said.push(PAUSE);
    said.push(...reading.words);
    if (isPause(token)) said.push(PAUSE);
    spoken.push({ text: token.text, words: reading.words.filter((word) => word !== PAUSE) });
  }
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  if (!said.some((word) => word !== PAUSE) || unsayable > letters * MOST_UNSAID) throw unspeakable(sentence);
  return { tokens: spoken, text: punctuated(said, sentence) };
}

function split(sentence: string): Token[] {
  return (sentence.match(/\S+/g) ?? []).map((text) => {
    const clean = text.replace(INVISIBLE, '').replace(/[‐‑]/g, '-');
    const opening = OPENING.exec(clean)?.[0] ?? '';
    const inner = clean.slice(opening.length);
    const closing = CLOSING.exec(inner)?.[0] ?? '';
    return { text, opening, core: inner.slice(0, inner.length - closing.length), closing };
  });
}

function read(token: Token, next: Token | undefined, context: Context): TokenReading {
  const whole = token.core + token.closing;
  const dotted = token.core + (/^\./.test(token.closing) ? '.' : '');
  const short = readAbbreviation(dotted, context.next) ?? readAbbreviation(whole, context.next);
  if (short) return sayable(short);
  const { core } = token;
  if (core === '') return sayable(readDash(token, next, context));
  const month = /^\d/.test(context.next) || /^\d/.test(context.previous) ? monthNamed(core) : undefined;
  const alone =
    month?.split(' ') ??
    readMagnitude(core, context.previous) ??
    readCode(core, context.previous, context.next) ??
    readUnitAlone(core, context.previous) ??
    readCross(core, context);
  return alone ? sayable(alone) : readToken(core, context);
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

function isPause({ core, closing, opening, text }: Token): boolean {
  if (core === '') return /[–—,;:…]|^-+$/.test(text) || /\.\.\./.test(text + opening);
  const isInitial =
    /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu})+)$/u.test(core) || readAbbreviation(`${core}.`, '1') !== undefined;
  return /[,;:!?)\]…–—]|--|[。、，！？]/.test(closing) || (closing.includes('.') && !isInitial);
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
