/**
 * Letters: foreign ones written with the twenty-six flite knows, Greek ones by name, single ones as spelled.
 */

const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'th',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ĸ: 'k',
  ŧ: 't',
  ə: 'e',
  ƒ: 'f',
};
/** Vowels whose mark changes what an English ear expects. */
const MARKED: Readonly<Record<string, string>> = { ö: 'o', ü: 'u', ä: 'a', å: 'a', ñ: 'n', ç: 's' };

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  ϕ: 'phi',
  ϵ: 'epsilon',
};

/** The name of a Greek letter, whatever its case, or undefined. */
export function greekName(letter: string): string | undefined {
  return GREEK[letter.toLowerCase()];
}

/** `Schrödinger` → `Schrodinger`. Letters of other scripts stay as they are. Case is kept for the first letter. */
export function transliterate(word: string): string {
  let result = '';
  for (const letter of word.normalize('NFC')) {
    const lower = letter.toLowerCase();
    const plain = LIGATURES[lower] ?? MARKED[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
    result += letter === lower ? plain : plain.slice(0, 1).toUpperCase() + plain.slice(1);
  }
  return result;
}

/** The word that flite says as the name of a letter: on its own "a" is the article. */
export function letterName(letter: string): string {
  const lower = letter.toLowerCase();
  return lower === 'a' ? 'ay' : lower;
}

/** `api` → ay p i; a plural or possessive ending joins the last letter. */
export function spelled(letters: string, ending = ''): string[] {
  const names = [...letters].map(letterName);
  if (ending === '') return names;
  return names.map((name, index) => (index === names.length - 1 ? `${name}'s` : name));
}
