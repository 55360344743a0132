/**
 * The table of meanings: which icon shows a word that explainers use. Each row of `meanings/*.ts` reads
 * `words, synonyms | colour icon | line icon`; `-` says that the style has no picture of it.
 */
import { IDEAS } from './meanings/ideas.ts';
import { LIFE } from './meanings/life.ts';
import { MACHINES } from './meanings/machines.ts';
import { MONEY } from './meanings/money.ts';
import { NATURE } from './meanings/nature.ts';
import { NETWORKS } from './meanings/networks.ts';
import { PEOPLE } from './meanings/people.ts';
import { SCIENCE } from './meanings/science.ts';
import { THINGS } from './meanings/things.ts';
import type { Named } from './names.ts';
import { ALL_SETS, type IconStyle } from './sets.ts';
import { spelledWordsOf, wordsOf } from './words.ts';

export type Meaning = Record<IconStyle, Named | null>;

const TABLE = [NETWORKS, MACHINES, IDEAS, SCIENCE, NATURE, LIFE, PEOPLE, MONEY, THINGS].join('\n');
const MAIN: Record<IconStyle, string> = { colour: 'fluent-emoji-flat', line: 'lucide' };

let rows: Map<string, Meaning> | undefined;

/** What the table says of a phrase; undefined if nothing. */
export function meant(words: readonly string[]): Meaning | undefined {
  return allMeanings().get(words.join(' '));
}

/**
 * Every phrase of the table, as spelt there and in the singular. A phrase belongs to the row that spells it so,
 * else to the first whose phrase has the same singular: `books` is a row of its own beside `book`.
 */
export function allMeanings(): ReadonlyMap<string, Meaning> {
  if (!rows) {
    rows = new Map();
    const singulars: [string, Meaning][] = [];
    for (const line of TABLE.split('\n').filter((text) => text.trim() !== '')) {
      const [phrases, colour, drawn] = line.split('|').map((cell) => cell.trim());
      if (!phrases || !colour || !drawn) throw new Error(`A row of meanings lacks a cell: ${line}`);
      const meaning = { colour: iconOf(colour, 'colour'), line: iconOf(drawn, 'line') };
      for (const phrase of phrases.split(',')) {
        const spelled = spelledWordsOf(phrase).join(' ');
        if (!rows.has(spelled)) rows.set(spelled, meaning);
        singulars.push([wordsOf(phrase).join(' '), meaning]);
      }
    }
    for (const [key, meaning] of singulars) if (!rows.has(key)) rows.set(key, meaning);
  }
  return rows;
}

function iconOf(cell: string, style: IconStyle): Named | null {
  if (cell === '-') return null;
  const [name, prefix = MAIN[style]] = cell.split(':').reverse();
  const set = ALL_SETS.find((candidate) => candidate.name === prefix && candidate.style === style);
  if (!set || !name) throw new Error(`The table of meanings names the unknown ${style} icon "${cell}"`);
  return { set, name };
}
