/** Finds icons by their names: the whole name, or a name that is a kind of what is meant. */
import { type IconSet, type IconStyle, namesOf, SETS } from './sets.ts';
import { shifts, singular } from './words.ts';

export interface Named {
  set: IconSet;
  name: string;
}

/** Names that are signs of another kind than the word they are spelt with: star signs, keys, letters, flags. */
const SIGNS =
  /^(?:flag|keycap|letter|digit|number|brand|circle|square|hexagon|input|zodiac|alphabet|currency|play-card|signal|http|rating|sort|align|arrow|mood|text|percentage|device|japanese|transition|gender)-|-(?:button|oclock|thirty|filled|off|arrow|sign|symbol|suit|face|circle|square|heart|x|plus|minus|check|2|3|4)$|^(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|scorpius|sagittarius|capricorn|aquarius|pisces|ophiuchus|om|xxx|a-b|abc|at|old|man-.*|woman-.*|[a-z]|\d+)$/;

/** The icon called exactly this; names that merely happen to be spelt so are passed over. */
export function withName(words: readonly string[], style: IconStyle): Named | null {
  const name = words.join('-');
  if (SIGNS.test(name)) return null;
  for (const set of setsOf(style)) {
    const exact = index(set).get(name);
    if (exact) return { set, name: exact };
  }
  return null;
}

/**
 * The icon whose name is a kind of what is meant: it ends in the same word, has every word of the meaning and
 * at most one more. `truck` finds `delivery-truck`. The shortest name wins, then the first set, then the alphabet.
 */
export function bySimilarName(words: readonly string[], style: IconStyle): Named | null {
  const last = words.at(-1)!;
  if (words.length === 1 && (shifts(last) || last.length < 4)) return null;
  for (const set of setsOf(style)) {
    const fitting = [...index(set)].filter(([name]) => {
      const parts = name.split('-');
      return (
        parts.at(-1) === last &&
        parts.length === words.length + 1 &&
        words.every((word) => parts.includes(word))
      );
    });
    const kinds = fitting.map(([, name]) => name).filter((name) => !SIGNS.test(name));
    const best = kinds.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
    if (best) return { set, name: best };
  }
  return null;
}

function setsOf(style: IconStyle): IconSet[] {
  return SETS.filter((set) => set.style === style);
}

const indexes = new Map<string, Map<string, string>>();

/** Names by their words in the singular. */
function index(set: IconSet): Map<string, string> {
  let byWords = indexes.get(set.name);
  if (!byWords) {
    byWords = new Map();
    for (const name of namesOf(set)) {
      const plain = name.split('-').map(singular).join('-');
      if (!byWords.has(plain) || plain === name) byWords.set(plain, name);
    }
    indexes.set(set.name, byWords);
  }
  return byWords;
}
