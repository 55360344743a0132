/**
 * Signs that are said: between two things ("a < b"), before a number ("<5"), or wherever they stand ("&").
 */

/** Longest first, so that "<=" is not read "<" and "=". */
const BETWEEN: readonly (readonly [sign: string, words: string])[] = [
  ['<=>', 'if and only if'],
  ['===', 'is identical to'],
  ['!==', 'is not identical to'],
  ['<=', 'is at most'],
  ['>=', 'is at least'],
  ['!=', 'is not equal to'],
  ['==', 'equals'],
  [':=', 'becomes'],
  ['=>', 'gives'],
  ['->', 'to'],
  ['<-', 'from'],
  ['&&', 'and'],
  ['||', 'or'],
  ['++', 'plus plus'],
  ['**', 'to the power of'],
  ['=', 'equals'],
  ['<', 'is less than'],
  ['>', 'is greater than'],
  ['≤', 'is at most'],
  ['⩽', 'is at most'],
  ['≥', 'is at least'],
  ['⩾', 'is at least'],
  ['≠', 'is not equal to'],
  ['≈', 'is about'],
  ['≃', 'is about'],
  ['≡', 'is the same as'],
  ['∝', 'is proportional to'],
  ['≪', 'is much less than'],
  ['≫', 'is much greater than'],
  ['+', 'plus'],
  ['−', 'minus'],
  ['×', 'times'],
  ['⋅', 'times'],
  ['·', 'times'],
  ['÷', 'divided by'],
  ['±', 'plus or minus'],
  ['→', 'to'],
  ['⟶', 'to'],
  ['➔', 'to'],
  ['➜', 'to'],
  ['⇒', 'gives'],
  ['⟹', 'gives'],
  ['←', 'from'],
  ['↔', 'to and from'],
  ['⇔', 'if and only if'],
  ['⇌', 'to and from'],
  ['∈', 'in'],
  ['∉', 'not in'],
  ['∪', 'union'],
  ['∩', 'intersected with'],
  ['⊂', 'inside'],
  ['⊆', 'inside'],
  ['∧', 'and'],
  ['∨', 'or'],
  ['⊕', 'exclusive or'],
  ['&', 'and'],
  ['@', 'at'],
];

const BEFORE_NUMBER: Readonly<Record<string, string>> = {
  '<': 'less than',
  '>': 'more than',
  '<=': 'at most',
  '>=': 'at least',
  '≤': 'at most',
  '≥': 'at least',
  '~': 'about',
  '∼': 'about',
  '≈': 'about',
  '#': 'number',
  '№': 'number',
  '±': 'plus or minus',
  '×': 'times',
  '-': 'minus',
  '−': 'minus',
  '+': 'plus',
};

const ANYWHERE: Readonly<Record<string, string>> = {
  '∞': 'infinity',
  '√': 'the square root of',
  '∛': 'the cube root of',
  '∑': 'the sum of',
  '∏': 'the product of',
  '∫': 'the integral of',
  '∂': 'partial',
  '∇': 'the gradient of',
  '∆': 'delta',
  '∀': 'for all',
  '∃': 'there is',
  '¬': 'not',
  '°': 'degrees',
  '℃': 'degrees celsius',
  '℉': 'degrees fahrenheit',
  '%': 'percent',
  '‰': 'per mille',
  '§': 'section',
  '©': 'copyright',
  '↑': 'up',
  '↓': 'down',
  '∅': 'the empty set',
  '№': 'number',
  ℏ: 'h bar',
  ℓ: 'l',
  Å: 'angstroms',
  Ω: 'ohms',
};

/** The sign at the beginning of `text` that joins two things: its length and words. */
export function signBetween(text: string): { words: string[]; length: number } | undefined {
  const found = BETWEEN.find(([sign]) => text.startsWith(sign));
  return found && { words: found[1].split(' '), length: found[0].length };
}

/** The sign before a number at the beginning of `text`. */
export function signBefore(text: string): { words: string[]; length: number } | undefined {
  const match = /^(<=|>=|[<>≤≥~∼≈#№±×+−-])(?=\.?\d|[$€£])/u.exec(text);
  return match ? { words: BEFORE_NUMBER[match[1]!]!.split(' '), length: match[1]!.length } : undefined;
}

export function signAnywhere(character: string): string[] | undefined {
  return Object.hasOwn(ANYWHERE, character) ? ANYWHERE[character]!.split(' ') : undefined;
}
