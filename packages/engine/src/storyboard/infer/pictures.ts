/**
 * Finds the picture for a label: its names from the most to the least particular, then its other nouns.
 */
import { names, nounPhrases } from '../../script/facts/index.ts';
import type { PictureOf, Pictures } from './offer.ts';

/** Words whose pictures mislead: they are found, but stand for something else in most texts. */
const MISLEADING = new Set(
  `thing things way ways part parts kind kinds type types form forms point points side end top bottom back step steps state
  case cases number one two three first second third last next long short high low large small big little more most less
  least half quarter time times day days year years value level rate amount set list order line name word work use used
  using make made get go come take give see say let put keep call called mean means good bad new old right left same other
  own such well even still just only very much many down out off over under about around between because cross cool rose
  what rest rise fall what who why how when nothing something everything fact result range reason match second page`.split(
    /\s+/,
  ),
);

/** Pictures for one scene. */
export function picturesFor(pictureOf: PictureOf): Pictures {
  const given = new Set<string>();
  const find = (text: string, again: boolean): string | undefined => {
    for (const meaning of meanings(text)) {
      const picture = pictureOf(meaning);
      if (!picture || (!again && given.has(picture))) continue;
      given.add(picture);
      return meaning;
    }
    return undefined;
  };
  const each = (texts: readonly string[]) => {
    const found = texts.map((text) => find(text, false));
    return found.filter(Boolean).length * 2 >= texts.length ? found : texts.map(() => undefined);
  };
  return { of: (text) => find(text, false), same: (text) => find(text, true), each };
}

function* meanings(text: string): Generator<string> {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const asked = new Set<string>();
  const fresh = (meaning: string): boolean => {
    const last = meaning.split(' ').at(-1) ?? '';
    if (meaning.length < 3 || meaning.length > 60 || MISLEADING.has(last) || asked.has(meaning)) return false;
    asked.add(meaning);
    return true;
  };
  if (!plain.includes(' ') && fresh(plain)) yield plain;
  for (const phrase of names(plain)) if (fresh(phrase.text)) yield phrase.text;
  for (const phrase of nounPhrases(plain)) {
    for (const word of phrase.text.split(' ').reverse()) if (!/\d/.test(word) && fresh(word)) yield word;
  }
}
