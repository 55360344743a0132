/**
 * Sums of money: "$1.50", "€20 bn", "£3–5 million", "USD 40".
 */
import { cardinal, written } from './numbers.ts';

type Name = readonly [one: string, many: string, hundredth?: string];

const SIGNS: Readonly<Record<string, Name>> = {
  $: ['dollar', 'dollars', 'cent'],
  '€': ['euro', 'euros', 'cent'],
  '£': ['pound', 'pounds', 'penny'],
  '¥': ['yen', 'yen'],
  '₹': ['rupee', 'rupees'],
  '₽': ['ruble', 'rubles'],
  '₩': ['won', 'won'],
  '₺': ['lira', 'lira'],
  '₿': ['bitcoin', 'bitcoins'],
};
const CODES: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹' };
const MAGNITUDES: Readonly<Record<string, string>> = {
  k: 'thousand',
  K: 'thousand',
  m: 'million',
  M: 'million',
  mn: 'million',
  b: 'billion',
  B: 'billion',
  bn: 'billion',
  t: 'trillion',
  T: 'trillion',
  tn: 'trillion',
};
const MAGNITUDE_WORDS = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);
const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const SIGN = `[${Object.keys(SIGNS).join('')}]`;
const SUM = new RegExp(
  `^(?:US|C|A|NZ|HK|S)?(${SIGN})(${NUMBER})(?:[-–—](?:${SIGN})?(${NUMBER}))?(?:(bn|mn|tn|[kKmMbBtT])(?![A-Za-z]))?`,
);
const TRAILING = new RegExp(`^(${NUMBER})(?:(bn|mn|[kKmMbBtT]))?(${SIGN})`);

export interface Sum {
  words: string[];
  /** Characters of the text that it takes up. */
  length: number;
}

/** The sum of money that `text` begins with; `next` is the word after it. */
export function readSum(text: string, next: string): Sum | undefined {
  const match = SUM.exec(text);
  if (match) {
    const [whole, sign, low, high, magnitude] = match;
    const amount = high === undefined ? undefined : [...written(low!), 'to', ...written(high)];
    const words = sumWords(sign!, low!, amount, magnitude, isMagnitude(next) && whole.length === text.length);
    return { words, length: whole.length };
  }
  const trailing = TRAILING.exec(text);
  if (!trailing) return undefined;
  const [whole, amount, magnitude, sign] = trailing;
  return { words: sumWords(sign!, amount!, undefined, magnitude, false), length: whole.length };
}

/** "million", "bn" after "$3": the magnitude and the currency; or undefined when this is no such word. */
export function readMagnitude(word: string, previous: string): string[] | undefined {
  if (!isMagnitude(word)) return undefined;
  const sum = SUM.exec(previous);
  const spelled = MAGNITUDES[word] ?? word;
  if (sum && sum[0].length === previous.length && !sum[4]) return [spelled, SIGNS[sum[1]!]![1]];
  return /^[\d.,]+$/.test(previous) && /^(?:bn|mn|tn)$/.test(word) ? [spelled] : undefined;
}

/** The currency named by a code ("USD"), in the plural, or undefined. */
export function codeNamed(word: string): string | undefined {
  const sign = Object.hasOwn(CODES, word) ? CODES[word] : undefined;
  return sign && SIGNS[sign]![1];
}

/** "5M", "20k", "3bn" as counts: the magnitude, or undefined when the letters are something else. */
export function magnitudeOf(suffix: string): string | undefined {
  return /^(?:k|M|B|bn|mn|tn)$/.test(suffix) ? MAGNITUDES[suffix] : undefined;
}

export function isMagnitude(word: string): boolean {
  return MAGNITUDE_WORDS.has(word) || Object.hasOwn(MAGNITUDES, word);
}

function sumWords(
  sign: string,
  amount: string,
  range: string[] | undefined,
  magnitude: string | undefined,
  isContinued: boolean,
): string[] {
  const [one, many, hundredth] = SIGNS[sign]!;
  const number = range ?? written(amount);
  if (isContinued) return number;
  if (magnitude) return [...number, MAGNITUDES[magnitude]!, many];
  const cents = /^([\d,]+)\.(\d\d)$/.exec(amount);
  if (!range && cents && hundredth) {
    const whole = cents[1]!.replaceAll(',', '');
    const small = Number(cents[2]) === 1 ? hundredth : hundredth === 'penny' ? 'pence' : `${hundredth}s`;
    const smallWords = Number(cents[2]) === 0 ? [] : [...cardinal(cents[2]!), small];
    if (Number(whole) === 0 && smallWords.length > 0) return smallWords;
    const large = [...cardinal(whole), whole === '1' ? one : many];
    return smallWords.length > 0 ? [...large, 'and', ...smallWords] : large;
  }
  return [...number, !range && amount === '1' ? one : many];
}
