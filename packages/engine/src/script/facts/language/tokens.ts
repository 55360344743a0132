/**
 * A sentence as tagged words. Wraps `compromise`, whose tags are good guesses: what reads them
 * must do the safe thing when a guess is wrong.
 */
import { createRequire } from 'node:module';
import type Compromise from 'compromise/three';

// The package's one-file build: its 436 modules would be a quarter of the time in which the command starts.
const nlp: typeof Compromise = createRequire(import.meta.url)('compromise/three');

export interface Token {
  text: string;
  lower: string;
  tags: ReadonlySet<string>;
  /** Place in the text: `text.slice(start, end)` is the word with its inner marks but no surrounding punctuation. */
  start: number;
  end: number;
  /** What stands between this word and the next. */
  after: string;
}

interface Term {
  text: string;
  pre: string;
  post: string;
  tags: string[];
}

const KEPT = 2000;
const cache = new Map<string, Token[]>();

/** Tags a text of one sentence or more. The last answers are kept, as passages are read several times. */
export function tokensOf(text: string): Token[] {
  const known = cache.get(text);
  if (known) return known;
  const found = tag(text);
  if (cache.size >= KEPT) cache.delete(cache.keys().next().value as string);
  cache.set(text, found);
  return found;
}

function tag(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const sentence of nlp(text).json() as { terms: Term[] }[]) {
    for (const term of sentence.terms) {
      const previous = tokens.at(-1);
      // The second half of a contraction has no text of its own: its tags belong to the word it is part of.
      if (term.text === '') {
        if (previous) previous.tags = new Set([...previous.tags, ...term.tags]);
        continue;
      }
      const start = text.indexOf(term.text, at);
      if (start < 0) continue;
      if (previous) previous.after = text.slice(previous.end, start);
      at = start + term.text.length;
      tokens.push({
        text: term.text,
        lower: term.text.toLowerCase().replace(/’/g, "'"),
        tags: new Set(term.tags),
        start,
        end: at,
        after: '',
      });
    }
  }
  const last = tokens.at(-1);
  if (last) last.after = text.slice(last.end);
  return tokens;
}

export const has = (token: Token | undefined, ...tags: string[]): boolean =>
  token !== undefined && tags.some((tag) => token.tags.has(tag));

const FINITE = ['PresentTense', 'PastTense', 'Copula', 'Modal', 'Auxiliary'];

/** Whether the word at `index` can carry a clause: a verb that is neither a bare -ing form nor an infinitive after "to". */
export function carriesClause(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!has(token, 'Verb') || !has(token, ...FINITE)) return false;
  if (has(token, 'Gerund') && !has(token, 'Copula', 'Auxiliary')) return false;
  const before = tokens[index - 1];
  if (before?.lower === 'to') return false;
  return !has(before, 'Determiner', 'Possessive', 'Preposition') || has(token, 'Copula', 'Modal');
}

/** Index of the first finite verb from `from` on, or -1. */
export function finiteVerb(tokens: readonly Token[], from = 0): number {
  for (let index = from; index < tokens.length; index += 1) if (carriesClause(tokens, index)) return index;
  return from > 1 ? -1 : overlookedVerb(tokens, from);
}

/** Verbs whose past is easily taken for a noun. */
const LIKE_NOUNS = /^(?:rose|fell|cost|cut|left|bore|saw|felt|led|met|spent|won|lost|hit|put)$/;

/**
 * In a sentence without a verb, "the dam cost 4 billion", "TCP checks every packet": a word in the verb's place
 * that the tagger took for a noun.
 */
function overlookedVerb(tokens: readonly Token[], from: number): number {
  for (let index = Math.max(1, from); index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const next = tokens[index + 1];
    if (!agrees(tokens, index)) continue;
    if (
      next === undefined
        ? token.lower.endsWith('s')
        : opensObject(token, next) || has(next, 'Preposition', 'Adjective', 'Adverb')
    )
      return index;
  }
  return -1;
}

/** "the rubbing slows our spin": taken for a noun, but it stands between a subject and its object. */
export function betweenNouns(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (
    index > 0 && next !== undefined && agrees(tokens, index) && opensObject(tokens[index] as Token, next)
  );
}

/** The word has a verb's ending, and the word before can be its subject: a singular for "slows", anything for "rose". */
function agrees(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  const before = tokens[index - 1] as Token;
  const past = LIKE_NOUNS.test(token.lower) || /[a-z]{2}ed$/.test(token.lower);
  if (!past && !/[a-z]{2}s$/.test(token.lower)) return false;
  if (has(token, 'Possessive') || before.after.trim() !== '') return false;
  if (!has(before, 'Noun', 'Adjective') && index !== 1) return false;
  return past || !/s$/.test(before.lower);
}

const opensObject = (verb: Token, next: Token): boolean =>
  verb.after.trim() === '' && has(next, 'Determiner', 'Value', 'Pronoun', 'Possessive', 'Money');

/** The words `from`..`to` (exclusive) as they stand in the text. */
export function slice(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}
