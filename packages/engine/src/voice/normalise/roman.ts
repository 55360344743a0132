/**
 * Roman numerals behind a name: rulers are the how-manieth ("Henry VIII"), everything else is counted ("World War II").
 */
import { cardinal, ordinal } from './numbers.ts';

const COUNTED = new Set(
  (
    'War Part Chapter Type Phase Volume Book Act Class Stage Section Article Title Apollo Saturn Gemini Soyuz Vostok ' +
    'Explorer Luna Mark Level Grade Group Figure Table Appendix Form Factor Model Series Generation Category Period'
  ).split(' '),
);
const RULERS = new Set(
  (
    'Henry Louis Elizabeth Charles George Edward James William Richard Philip Peter Catherine John Paul Pius Benedict ' +
    'Francis Ramesses Ramses Napoleon Ferdinand Frederick Wilhelm Nicholas Alexander Leo Gregory Innocent Urban Mary ' +
    'Victor Umberto Leopold Ptolemy Darius Xerxes Mehmed Murad Suleiman Selim Otto Constantine Theodosius Olaf Gustav ' +
    'Christian Harald Haakon Juan Carlos Felipe Cleopatra Thutmose Amenhotep Seti Alfonso Pedro Maria Margaret Robert ' +
    'Malcolm David Stephen Julius Clement Boniface Sixtus Adrian Martin Emmanuel Rudolf Joseph Artaxerxes Antiochus'
  ).split(' '),
);
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** The words of a Roman numeral up to 89 behind the word `previous`, or undefined when it is none. */
export function readRoman(numeral: string, previous: string): string[] | undefined {
  if (!/^L?X{0,3}(?:IX|IV|V?I{0,3})$|^XL(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '')
    return undefined;
  const isRuler = RULERS.has(previous);
  const isCounted = COUNTED.has(previous);
  const isName = /^\p{Lu}\p{Ll}{2,}/u.test(previous);
  // A single letter is more often a letter, or "I".
  if (!isRuler && !isCounted && (numeral.length < 2 || !isName)) return undefined;
  const value = String(romanValue(numeral));
  return isRuler ? ['the', ...ordinal(value)] : cardinal(value);
}

function romanValue(numeral: string): number {
  let total = 0;
  for (let index = 0; index < numeral.length; index++) {
    const value = VALUES[numeral[index]!]!;
    total += value < (VALUES[numeral[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
