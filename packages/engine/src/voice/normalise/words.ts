/**
 * One run of letters as the words flite is to say: plain words, acronyms, camelCase, single letters.
 */
import { isSpelled, isSpelledSmall, ownReading } from './acronyms.ts';
import type { Context } from './context.ts';
import { greekName, letterName, spelled, transliterate } from './letters.ts';
import { readRoman } from './roman.ts';

/** flite grows slow and strange on words longer than people can say; they are cut. */
const LONGEST_WORD = 24;
const CONTRACTION = /^(?:s|t|d|m|re|ve|ll|clock|am)$/;

/**
 * @param run letters, with apostrophes inside
 * @returns undefined when it holds letters that English has no sound for
 */
export function readWord(run: string, context: Context): string[] | undefined {
  const word = transliterate(run.normalize('NFKC').replace(/[’ʼ]/g, "'"));
  if (/^\p{Script=Greek}+$/u.test(word)) return readGreek(word);
  const mixed = /^(\p{Script=Greek})([A-Za-z]{1,2})$|^([A-Za-z])(\p{Script=Greek})$/u.exec(word);
  if (mixed) {
    return [...word].flatMap((letter) => (/[A-Za-z]/.test(letter) ? letterName(letter) : greekName(letter)!));
  }
  if (!/^[A-Za-z']+$/.test(word)) return undefined;
  const roman = context.isWhole ? readRoman(word, context.previous) : undefined;
  if (roman) return roman;
  if (word.length === 1) return [readLetter(word, context)];
  return readLatin(word, context);
}

function readGreek(word: string): string[] | undefined {
  return word.length <= 2 ? [...word].map((letter) => greekName(letter) ?? '').filter(Boolean) : undefined;
}

/** Behind "A" at the start of a sentence these show that a letter is meant. */
const MEANS_LETTER = /^(?:|is|was|has|to|and|or|in|on|at|=|→|\+)$/;

/** "A" is the article at the start of a sentence, and a name anywhere else ("vitamin A"). */
function readLetter(letter: string, context: Context): string {
  const isArticle =
    letter === 'a' || (letter === 'A' && context.opensSentence && !MEANS_LETTER.test(context.next));
  return isArticle && context.isWhole ? 'a' : letterName(letter);
}

function readLatin(word: string, context: Context): string[] {
  const match = /^(.+?)('?s)?$/.exec(word)!;
  const stem = match[1]!;
  const ending = match[2] ?? '';
  const own = ownReading(word) ?? (ending ? ownReading(stem) : undefined);
  if (own) {
    return ownReading(word)
      ? [...own]
      : own.map((part, index) => (index === own.length - 1 ? `${part}'s` : part));
  }
  if (/^[A-Z]{2,}$/.test(stem) && ending !== '') {
    if (isSpelled(stem)) return spelled(stem, ending);
    return [plain(stem + ending)];
  }
  if (/^[A-Z]+$/.test(word)) {
    const isEmphasis = context.isShouting && /[AEIOUY]/.test(word);
    return isSpelled(word) && !isEmphasis ? spelled(word) : [plain(word)];
  }
  if (/^[A-Z]{2,}'[A-Z]+$/.test(word)) return [plain(word)];
  if (/^O'[A-Z]/.test(word)) return ['o', ...readLatin(word.slice(2), context)];
  const parts = camelParts(word);
  if (parts.length > 1)
    return parts.flatMap((part) => (part.length === 1 ? [letterName(part)] : readLatin(part, context)));
  const lower = word.toLowerCase();
  if (isSpelledSmall(lower.replaceAll("'", ''))) return spelled(lower.replaceAll("'", ''));
  return cut(plain(lower));
}

/** `parseURLQuery` → parse URL Query; names such as McAdam stay whole. */
function camelParts(word: string): string[] {
  if (/^(?:Mc|Mac)[A-Z][a-z]+$/.test(word)) return [word];
  return word.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

/** Small letters, and an apostrophe only where English speaks it. */
function plain(word: string): string {
  const parts = word.toLowerCase().split("'").filter(Boolean);
  const last = parts.at(-1)!;
  if (parts.length < 2 || !CONTRACTION.test(last)) return parts.join('');
  return `${parts.slice(0, -1).join('')}'${last}`;
}

function cut(word: string): string[] {
  if (word.length <= LONGEST_WORD) return [word];
  return word.replaceAll("'", '').match(new RegExp(`.{1,${LONGEST_WORD}}`, 'g')) ?? [];
}
