/**
 * Numbers as spoken English: cardinals, ordinals, decimals, years, decades, fractions, digits one by one.
 */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const THOUSANDS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'];
const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};
/** Longer numbers have no name anybody knows: they are read digit by digit. */
const MOST_DIGITS = 21;

/** `1234567` → one million two hundred thirty four thousand five hundred sixty seven. Digits only. */
export function cardinal(digits: string): string[] {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain.length > MOST_DIGITS) return eachDigit(digits);
  if (plain === '0') return ['zero'];
  const words: string[] = [];
  const groups = Math.ceil(plain.length / 3);
  for (let group = groups - 1; group >= 0; group--) {
    const end = plain.length - group * 3;
    const value = Number(plain.slice(Math.max(0, end - 3), end));
    if (value === 0) continue;
    words.push(...belowThousand(value));
    if (group > 0) words.push(THOUSANDS[group]!);
  }
  return words;
}

function belowThousand(value: number): string[] {
  const words: string[] = [];
  if (value >= 100) words.push(ONES[Math.floor(value / 100)]!, 'hundred');
  return [...words, ...belowHundred(value % 100)];
}

function belowHundred(value: number): string[] {
  if (value === 0) return [];
  if (value < 20) return [ONES[value]!];
  const ten = TENS[Math.floor(value / 10)]!;
  return value % 10 === 0 ? [ten] : [ten, ONES[value % 10]!];
}

/** `21` → twenty first. */
export function ordinal(digits: string): string[] {
  return lastWord(cardinal(digits), ordinalWord);
}

function ordinalWord(word: string): string {
  return IRREGULAR_ORDINALS[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
}

/** A number as written: thousands separated by commas, a decimal point, leading zeros. */
export function written(number: string): string[] {
  const [whole = '', ...fractions] = number.replaceAll(',', '').split('.');
  const words = /^0\d/.test(whole) ? eachDigit(whole) : cardinal(whole === '' ? '0' : whole);
  const joint = fractions.length === 3 ? 'dot' : 'point';
  for (const [index, part] of fractions.entries()) {
    // "3.14" is a decimal, "1.12.3" a version, "192.168.0.10" an address.
    words.push(joint, ...(fractions.length === 1 && index === 0 ? eachDigit(part) : cardinal(part)));
  }
  return words;
}

export function eachDigit(digits: string): string[] {
  return [...digits].map((digit) => ONES[Number(digit)]!);
}

/** `1969` → nineteen sixty nine; `1906` → nineteen oh six; `2005` → two thousand five. Four digits. */
export function year(digits: string): string[] {
  const century = Number(digits.slice(0, 2));
  const rest = Number(digits.slice(2));
  if (century % 10 === 0 && rest < 10) return cardinal(digits);
  if (rest === 0) return [...belowHundred(century), 'hundred'];
  return [...belowHundred(century), ...(rest < 10 ? ['oh'] : []), ...belowHundred(rest)];
}

/** `1990` → nineteen nineties; `80` → eighties. Two or four digits, ending in zero. */
export function decade(digits: string): string[] {
  return lastWord(digits.length === 4 ? year(digits) : cardinal(digits), (word) =>
    word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`,
  );
}

/** Digits in a name ("SHA-256", "RSA-2048", "x86"): in pairs from the end, as people say them. */
export function inName(digits: string): string[] {
  if (digits.startsWith('0') || digits.length > 4) return eachDigit(digits);
  if (digits.length === 4 && !digits.endsWith('000')) return year(digits);
  if (digits.length === 3 && !digits.endsWith('00')) {
    const rest = digits.slice(1);
    return [ONES[Number(digits[0])]!, ...(rest.startsWith('0') ? ['oh'] : []), ...belowHundred(Number(rest))];
  }
  return cardinal(digits);
}

const NAMED_PARTS: Readonly<Record<string, [string, string]>> = {
  '2': ['half', 'halves'],
  '4': ['quarter', 'quarters'],
};

/** `3/4` → three quarters; parts too fine for a name are read "over". */
export function fraction(top: string, bottom: string): string[] {
  if (top === '24' && bottom === '7') return ['twenty', 'four', 'seven'];
  const parts = Number(bottom);
  if (parts < 2 || (parts > 10 && ![12, 16, 20, 50, 100, 1000].includes(parts))) {
    return [...cardinal(top), 'over', ...cardinal(bottom)];
  }
  const one = NAMED_PARTS[bottom]?.[0];
  const many = NAMED_PARTS[bottom]?.[1];
  if (Number(top) === 1) return ['one', ...(one ? [one] : ordinal(bottom))];
  return [...cardinal(top), ...(many ? [many] : lastWord(ordinal(bottom), (word) => `${word}s`))];
}

function lastWord(words: string[], change: (word: string) => string): string[] {
  return words.map((word, index) => (index === words.length - 1 ? change(word) : word));
}
