/**
 * Numbers inside a token and what is written behind them: ordinals, decades, fractions, powers of ten, units.
 */
import type { Context } from './context.ts';
import { isMagnitude, magnitudeOf } from './currency.ts';
import { isDay, monthNamed } from './dates.ts';
import { cardinal, decade, eachDigit, fraction, inName, ordinal, written, year } from './numbers.ts';
import { unitWords } from './units.ts';

export interface Reading {
  words: string[];
  /** Characters it takes up. */
  length: number;
}

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*|\.\d+)/;
const BEFORE_YEAR = new Set(
  'in since by from until till before after during around year of early late mid and to between circa about'.split(
    ' ',
  ),
);
/** Words in -s that are not what a number counts. */
const NOT_COUNTED = new Set(
  'was is has does this its as thus us plus minus times less always perhaps'.split(' '),
);

/** Reads the number at `at`, with what belongs to it. */
export function readNumber(text: string, at: number, context: Context): Reading | undefined {
  const match = NUMBER.exec(text.slice(at));
  if (!match) return undefined;
  const number = match[0];
  const before = text.slice(0, at);
  const after = text.slice(at + number.length);
  const take = (words: string[], more = 0): Reading => ({ words, length: number.length + more });
  const isInteger = /^\d+$/.test(number);

  const next = isInteger ? integerEnding(number, after, before, context) : undefined;
  if (next) return take(next.words, next.length);
  const power = /^[eE]([+−-]?)(\d+)/.exec(after);
  if (power) {
    const minus = power[1] === '' || power[1] === '+' ? [] : ['minus'];
    const words = [
      ...written(number),
      'times',
      'ten',
      'to',
      'the',
      'power',
      'of',
      ...minus,
      ...cardinal(power[2]!),
    ];
    return take(words, power[0].length);
  }
  const magnitude = /^(bn|mn|tn|[kMB])(?![\p{L}\d/²³])/u.exec(after);
  if (magnitude) return take([...written(number), magnitudeOf(magnitude[1]!)!], magnitude[0].length);
  const isSize = /^[x×]\d{3,4}(?!\d)/.test(after) && number.length > 2;
  if (isSize && isInteger) return take([...inName(number), 'by'], 1);
  if (/^[x×](?=\d)/.test(after)) return take([...written(number), after.startsWith('×') ? 'times' : 'by'], 1);
  const isFactor = context.closesPhrase || /^\p{L}/u.test(context.next);
  if (isFactor && /^[x×](?![\p{L}\d])/u.test(after)) return take([...written(number), 'times'], 1);
  const unit = readUnit(number, after);
  if (unit) return take([...written(number), ...unit.words], unit.length);
  if (!isInteger) return take(written(number));
  return take(readInteger(number, before, after, context));
}

/**
 * The unit in a token of its own ("km" in "5 km"), or undefined.
 * @param isAdjective it describes what follows: "a 5 km run"
 */
export function readUnitAlone(text: string, previous: string, isAdjective: boolean): string[] | undefined {
  const isCounted = /^[^\p{L}]*\d[\d.,]*$/u.test(previous) || (isMagnitude(previous) && previous.length > 2);
  return isCounted ? unitWords(text, previous === '1' || isAdjective, false) : undefined;
}

function integerEnding(digits: string, after: string, before: string, context: Context): Reading | undefined {
  const place = /^(?:st|nd|rd|th)(?![\p{L}\d])/iu.exec(after);
  if (place) return { words: ordinal(digits), length: place[0].length };
  const plural = /^['’]?s(?![\p{L}\d])/u.exec(after);
  if (plural && /^(?:\d\d)?\d0$/.test(digits)) return { words: decade(digits), length: plural[0].length };
  const half = /^(am|pm)(?![p{L}\d])/i.exec(after);
  if (half) {
    return { words: [...cardinal(digits), half[1]!.toLowerCase() === 'am' ? 'ay' : 'p', 'm'], length: 2 };
  }
  const part = /^[/⁄](\d+)(?![\d/.,]\d)/.exec(after);
  if (part) {
    const isMixed = before === '' && /^\d+$/.test(context.previous);
    return { words: [...(isMixed ? ['and'] : []), ...fraction(digits, part[1]!)], length: part[0].length };
  }
  return undefined;
}

function readUnit(number: string, after: string): Reading | undefined {
  const match =
    /^([-‑]?)([\p{L}°%‰℃℉][\p{L}°]*(?:\^?[23](?!\d)|[²³])?(?:[/·⋅][\p{L}°]+(?:\^?[23](?!\d)|[²³])?)*)/u.exec(
      after,
    );
  if (!match) return undefined;
  const [whole, hyphen, symbol] = match;
  for (const candidate of [symbol!, symbol!.replace(/[/·⋅].*$/u, ''), symbol!.slice(0, 1)]) {
    if (candidate.length === 1 && candidate !== symbol && /\p{L}/u.test(candidate)) continue;
    // "5-m" is an adjective: one of it. A single letter behind a hyphen is a name ("5-A").
    if (hyphen !== '' && candidate.length === 1) continue;
    // "4K" is a kind of screen.
    if (candidate === 'K' && number.length === 1) continue;
    const words = unitWords(candidate, number === '1' || hyphen !== '', true);
    if (words) return { words, length: whole.length - symbol!.length + candidate.length };
  }
  return undefined;
}

function readInteger(digits: string, before: string, after: string, context: Context): string[] {
  if (/[\p{L}₀-₉]$|\p{L}-$|\d{3}[x×]$/u.test(before)) return inName(digits);
  const isWhole = before === '' && after === '';
  if (isWhole && digits.length === 4 && /^\p{Lu}{2,5}$/u.test(context.previous)) return inName(digits);
  if (isWhole && isDay(digits)) {
    if (monthNamed(context.previous)) return ordinal(digits);
    if (monthNamed(context.next) && !context.closesPhrase) {
      return [...(context.previous.toLowerCase() === 'the' ? [] : ['the']), ...ordinal(digits), 'of'];
    }
  }
  if (isYear(digits, before, after, context)) return year(digits);
  return /^0\d/.test(digits) ? eachDigit(digits) : written(digits);
}

function isYear(digits: string, before: string, after: string, context: Context): boolean {
  if (!/^(?:1[1-9]|20)\d\d$/.test(digits)) return false;
  if (/[-–—]$/.test(before) || /^[-–—]\d/.test(after)) return true;
  if (before !== '' || after !== '') return false;
  if (context.closesPhrase || monthNamed(context.previous)) return true;
  const { next } = context;
  const isUnit = unitWords(next, false, false) !== undefined || isMagnitude(next);
  const isCounted = /^(?:\p{Ll}{2,}s|people|men|women|children)$/u.test(next) && !NOT_COUNTED.has(next);
  if (isUnit) return false;
  // "Fifteen hundred homes" is as good as "the year fifteen hundred".
  return !isCounted || digits.endsWith('00') || BEFORE_YEAR.has(context.previous.toLowerCase());
}
