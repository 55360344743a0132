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

/** Colour icons so dark that they vanish on a dark ground; the next set draws the same thing brighter. */
const DARK = new Set(
  (
    'chess-pawn club-suit spade-suit paw-prints black-flag pirate-flag clamp electric-plug file-cabinet graduation-cap ' +
    'movie-camera musical-note musical-notes notebook top-hat bust-in-silhouette busts-in-silhouette footprints ninja ' +
    'speaking-head bomb hole copyright new-moon'
  ).split(' '),
);

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

/** The icon whose name is written out, hyphens and all, as in `chart-increasing`: whoever does so means it. */
export function writtenOut(name: string): Named | undefined {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name)) return undefined;
  const set = SETS.find((candidate) => namesOf(candidate).has(name) && !isDark(candidate, name));
  return set && { set, name };
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

function isDark(set: IconSet, name: string): boolean {
  return set.name === 'fluent-emoji-flat' && DARK.has(name);
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
      if (isDark(set, name)) continue;
      const plain = name.split('-').map(singular).join('-');
      if (!byWords.has(plain) || plain === name) byWords.set(plain, name);
    }
    indexes.set(set.name, byWords);
  }
  return byWords;
}
