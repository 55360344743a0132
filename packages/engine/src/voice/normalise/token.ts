/**
 * One token without the punctuation around it, read from left to right, piece by piece.
 */
import type { Context } from './context.ts';
import { type Reading, readNumber } from './counts.ts';
import { readSum } from './currency.ts';
import { readDate, readTime } from './dates.ts';
import { spelled } from './letters.ts';
import { readLink } from './links.ts';
import { cardinal, eachDigit, fraction } from './numbers.ts';
import { signAnywhere, signBefore, signBetween } from './symbols.ts';
import { unitWords } from './units.ts';
import { readWord } from './words.ts';

/** A short silence in the middle of a token ("this—that"). */
export const PAUSE = ',';

export interface TokenReading {
  /** Spoken words and `PAUSE`. */
  words: string[];
  /** Letters that English has no sound for. */
  unsayable: number;
}

const LETTERS = /^[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/u;
const FUNCTION = /(?:^|[^\p{L}])(?:\p{L}|log|ln|sin|cos|tan|exp|max|min|sqrt|lim)$/u;
const ELEMENT = '(?:He|Li|Be|Na|Mg|Al|Si|Cl|Ca|Fe|Cu|Zn|Br|Ag|Au|Hg|Pb|[HBCNOFPSKIU])';
const MOLECULE = new RegExp(`^(?=.*[A-Z].*[A-Z\\d])(?=.*\\d)(?:${ELEMENT}\\d*)+$`);
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Deeper than this nothing is taken apart any more. */
const MOST_NESTING = 3;

/** @param text one token, quotes and closing punctuation already taken off */
export function readToken(text: string, context: Context, depth = 0): TokenReading {
  const link = /[.:@]/.test(text) ? readLink(text) : undefined;
  if (link) return readParts(link, context, depth);
  const initials = /^((?:\p{Lu}\.){2,}\p{Lu}?|\p{Lu}(?:\.\p{Lu})+)(['’]s)?$/u.exec(text);
  if (initials)
    return {
      words: spelled(
        initials[1]!
          .replaceAll('.', '')
          .normalize('NFKD')
          .replace(/[^A-Za-z]/g, ''),
        initials[2],
      ),
      unsayable: 0,
    };
  const digits = text.replace(/[₀-₉]/g, (sign) => String(SUBSCRIPTS.indexOf(sign)));
  if (MOLECULE.test(digits)) return readMolecule(digits);
  const per = text.includes('/') ? unitWords(text, false, false) : undefined;
  if (per) return { words: per, unsayable: 0 };

  const words: string[] = [];
  let unsayable = 0;
  let at = 0;
  while (at < text.length) {
    const reading =
      readPiece(text, at, context) ??
      readLetters(text, at, context, depth) ??
      readSign(text, at, context, depth);
    words.push(...reading.words);
    unsayable += reading.unsayable ?? 0;
    at += reading.length;
  }
  return { words, unsayable };
}

interface Piece extends Reading {
  unsayable?: number;
}

function readPiece(text: string, at: number, context: Context): Piece | undefined {
  const rest = text.slice(at);
  const before = text[at - 1] ?? '';
  const isFree = !/[\p{L}\p{N}]/u.test(before);
  if (isFree) {
    const dated = readDate(rest) ?? readTime(rest, context.next);
    if (dated) return dated;
    const sum = readSum(rest, context.next);
    if (sum) return sum;
    const sign = /[)\]}]/.test(before) ? undefined : signBefore(rest);
    if (sign && (before === '' || !/^[-−+]/.test(rest))) return sign;
    if (sign && /[=(<>^*/×,[]/.test(before)) return sign;
  }
  return readNumber(text, at, context) ?? readRaised(rest, before) ?? readPart(rest, before);
}

/** Superscripts: powers behind a number or letter. */
function readRaised(rest: string, before: string): Piece | undefined {
  const match = /^([⁻⁺]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+|ⁿ)/.exec(rest);
  if (!match || before === '') return undefined;
  const exponent = [...match[2]!]
    .map((sign) => (sign === 'ⁿ' ? 'n' : String(SUPERSCRIPTS.indexOf(sign))))
    .join('');
  return { words: powerWords(exponent, match[1] === '⁻'), length: match[0].length };
}

function powerWords(exponent: string, isNegative: boolean): string[] {
  if (!isNegative && exponent === '2') return ['squared'];
  if (!isNegative && exponent === '3') return ['cubed'];
  const words = /^\d+$/.test(exponent) ? cardinal(exponent) : [exponent];
  return ['to', 'the', 'power', 'of', ...(isNegative ? ['minus'] : []), ...words];
}

/** `½` and its kin, and digits set below the line. */
function readPart(rest: string, before: string): Piece | undefined {
  const first = String.fromCodePoint(rest.codePointAt(0)!);
  const [top, bottom] = first.normalize('NFKC').split('⁄');
  if (top && bottom) {
    return { words: [...(/\d/.test(before) ? ['and'] : []), ...fraction(top, bottom)], length: first.length };
  }
  const below = /^[₀-₉]+/.exec(rest);
  if (!below) return undefined;
  const digits = [...below[0]].map((sign) => String(SUBSCRIPTS.indexOf(sign))).join('');
  return { words: digits.length > 2 ? eachDigit(digits) : cardinal(digits), length: below[0].length };
}

function readLetters(text: string, at: number, context: Context, depth: number): Piece | undefined {
  const run = LETTERS.exec(text.slice(at))?.[0];
  if (!run) return undefined;
  const sign = signAnywhere(run);
  if (sign) return { words: sign, length: run.length };
  const words = readWord(run, { ...context, isWhole: context.isWhole && run === text });
  if (words) return { words, length: run.length };
  const plain = run.normalize('NFKC');
  if (plain !== run && depth < MOST_NESTING)
    return { ...readToken(plain, { ...context, isWhole: false }, depth + 1), length: run.length };
  return { words: [], length: run.length, unsayable: [...run].length };
}

/** Everything that is neither a number nor a letter. */
function readSign(text: string, at: number, context: Context, depth: number): Piece {
  const rest = text.slice(at);
  const before = text.slice(0, at);
  const first = String.fromCodePoint(rest.codePointAt(0)!);
  const after = rest.slice(first.length);
  const isBehind = /[\p{L}\p{N})\]}²³]$/u.test(before);
  const isAhead = /^[\p{L}\p{N}([{√]/u.test(after);
  const silent = { words: [], length: first.length };

  const tag = /^<\/?([A-Za-z][\w-]*)\/?>/.exec(rest);
  if (tag) return { ...readParts(tag[1]!.split(/[-_]/), context, depth), length: tag[0].length };
  const raised = isBehind ? /^\^\{?([-−+]?)([\p{L}\p{N}]+)\}?/u.exec(rest) : null;
  if (raised) {
    const inner = readToken(raised[2]!, { ...context, isWhole: false }, depth + 1);
    const isSimple = raised[1] === '' && /^[23]$/.test(raised[2]!);
    const minus = raised[1] === '' || raised[1] === '+' ? [] : ['minus'];
    const words = isSimple
      ? powerWords(raised[2]!, false)
      : ['to', 'the', 'power', 'of', ...minus, ...inner.words];
    return { words, length: raised[0].length, unsayable: inner.unsayable };
  }
  if (first === '(' && FUNCTION.test(before) && isAhead) return { words: ['of'], length: 1 };
  if (/[-‐‑–]/.test(first) && isBehind && isAhead)
    return { words: hyphenWords(before, after, text), length: 1 };
  if (first === '—' || rest.startsWith('--') || first === '…' || rest.startsWith('...')) {
    return {
      words: isBehind && after !== '' ? [PAUSE] : [],
      length: /^(?:—|-+|…|\.+)/.exec(rest)![0].length,
    };
  }
  if (/[/⁄]/.test(first)) return { words: slashWords(before, after), length: 1 };
  if (first === '.' && /^[\p{L}\p{N}]/u.test(after)) {
    const isNewSentence = /\p{Ll}{2}$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(after);
    return { words: isNewSentence ? [PAUSE] : ['dot'], length: 1 };
  }
  if (first === ':' && /\d$/.test(before) && /^\d/.test(after)) return { words: ['to'], length: 1 };
  if (first === '#') return { words: hashWords(before, after), length: 1 };
  if (first === '*') {
    const isProduct = /(?:^|[^\p{L}])[\p{L}\d]$/u.test(before) && /^(?:\p{L}(?!\p{L})|\d)/u.test(after);
    return { words: isProduct ? ['times'] : [], length: 1 };
  }
  const between = signBetween(rest);
  if (between && (text === rest.slice(0, between.length) || isBehind || /^[@&]/.test(first) || isAhead))
    return between;
  const named = signAnywhere(first);
  if (named) return { words: named, length: first.length };
  const plain = first.normalize('NFKC');
  if (plain !== first && depth < MOST_NESTING) {
    return { ...readToken(plain, { ...context, isWhole: false }, depth + 1), length: first.length };
  }
  return /[\p{L}\p{M}]/u.test(first) ? { ...silent, unsayable: 1 } : silent;
}

/** "5–10" is a range, "n-1" and "n^2-1" are sums, "well-known" is a word. */
function hyphenWords(before: string, after: string, text: string): string[] {
  const isSum = /[=^+*()]/.test(text) || /(?:^|[^\p{L}\p{N}])\p{Ll}$/u.test(before);
  if (/\p{N}$|[%°]$|\d\p{L}{1,2}$/u.test(before) && /^[$€£]?\d/.test(after)) return [isSum ? 'minus' : 'to'];
  return isSum && /^(?:\d|\p{Ll}(?!\p{L}))/u.test(after) ? ['minus'] : [];
}

function slashWords(before: string, after: string): string[] {
  if (before === '') return after === '' ? [] : ['slash'];
  if (/^\p{L}{2,}/u.test(after) && /\d[^\p{L}]*$/u.test(before)) return ['per'];
  const isQuotient =
    /(?:^|[^\p{L}])(?:\p{L}|\d+|\))$/u.test(before) && /^(?:\p{L}(?!\p{L})|\d|\()/u.test(after);
  return isQuotient ? ['over'] : [];
}

function hashWords(before: string, after: string): string[] {
  if (after === '' && /^\p{Lu}$/u.test(before)) return ['sharp'];
  if (/^\d/.test(after)) return ['number'];
  return before === '' && after !== '' ? ['hashtag'] : [];
}

function readMolecule(text: string): TokenReading {
  const parts = text.match(/\d+|[A-Z][a-z]?/g) ?? [];
  return { words: parts.flatMap((part) => (/\d/.test(part) ? cardinal(part) : spelled(part))), unsayable: 0 };
}

function readParts(parts: string[], context: Context, depth: number): TokenReading {
  const readings = parts.map((part) =>
    readToken(part.replace(/[@:]/g, ' '), { ...context, isWhole: false }, depth + 1),
  );
  return {
    words: readings.flatMap(({ words }) => words),
    unsayable: readings.reduce((sum, reading) => sum + reading.unsayable, 0),
  };
}
