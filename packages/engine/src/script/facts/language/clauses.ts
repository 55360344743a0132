/**
 * Breaks a long sentence at clause boundaries into sentences a voice can carry, and only where both halves
 * stay grammatical and keep their meaning. When unsure, the sentence stays whole.
 */
import { closed } from './sentences.ts';
import { carriesClause, finiteVerb, has, type Token, tokensOf } from './tokens.ts';
import { countWords, PREPOSITIONS } from './words.ts';

/** Above this many words a sentence is broken if it can be. */
export const LONG_WORDS = 16;

const SUBORDINATE =
  /^(when|whenever|if|while|although|though|because|since|unless|as|once|after|before|until|whether|where|for|even)\b/i;
/** Verbs whose object is a claim of somebody's: the claim must stay under them. */
const REPORTING =
  /\b(say|says|said|believe|believes|believed|think|thinks|thought|argue|argues|argued|claim|claims|claimed|suggest|suggests|suggested|estimate|estimates|estimated|report|reports|reported|feel|feels|felt|hope|hopes|hoped|know|knows|knew|found|find|finds|shows?|showed|expects?|expected|according)\b/i;
/** Words in the first half that may govern the second too, where no comma says otherwise. */
const GOVERNING =
  /\b(if|unless|whether|both|either|between|that|when|because|while|where|which|who|as|after|before|since|how|why|what)\b/i;
const WHICH_VERBS =
  /^which (means|makes|causes|leads to|allows|lets|helps|keeps|explains|turns|gives|prevents|forces|releases|produces|creates|leaves|left|made|caused|led to|allowed|let|helped|kept|gave|meant|forced)\b/;

/** Sentences that say what the sentence says, in its order; one when it is short or cannot be broken safely. */
export function splitLong(sentence: string, limit = LONG_WORDS): string[] {
  if (countWords(sentence) <= limit) return [sentence];
  const halves = bySemicolon(sentence) ?? byConjunction(sentence) ?? byWhich(sentence) ?? byBecause(sentence);
  return halves ? halves.flatMap((half) => splitLong(half, limit)) : [sentence];
}

/** Whether the text has a subject and a verb of its own. */
export function isClause(text: string): boolean {
  const tokens = tokensOf(text);
  const verb = finiteVerb(tokens, 1);
  if (verb < 1) return false;
  // A lone word in front of a verb is its subject, even where it looks like a verb itself ("Demand rose").
  const subject = verb === 1 || tokens.slice(0, verb).some((token) => has(token, 'Noun', 'Pronoun', 'Value'));
  return subject && !SUBORDINATE.test(text);
}

function bySemicolon(sentence: string): string[] | null {
  const at = sentence.indexOf('; ');
  if (at < 0) return null;
  const left = sentence.slice(0, at);
  const right = sentence.slice(at + 2);
  if (!isClause(left) || !isClause(right.replace(/^(however|therefore|instead|then),? /i, ''))) return null;
  return [closed(left), capital(right)];
}

/** "A, and B": only where B has a subject of its own and nothing in A governs B. */
function byConjunction(sentence: string): string[] | null {
  const pattern = /,? (and|but|so|yet) (?!that\b|far\b|forth\b|on\b|much\b|many\b)/g;
  for (const match of sentence.matchAll(pattern)) {
    const word = match[1] as string;
    const comma = match[0].startsWith(',');
    const left = sentence.slice(0, match.index);
    const right = sentence.slice(match.index + match[0].length);
    if (countWords(left) < 4 || countWords(right) < 4) continue;
    if (SUBORDINATE.test(left) || REPORTING.test(left) || insideBrackets(left)) continue;
    if (/\buntil\b/i.test(left) || (GOVERNING.test(left) && !comma)) continue;
    if (!isClause(left) || !startsWithSubject(right, comma)) continue;
    // "A, B, and C" of three clauses: all three part, or B would be left spliced to A.
    const splice = left.lastIndexOf(', ');
    if (
      splice > 0 &&
      word === 'and' &&
      isClause(left.slice(0, splice)) &&
      startsWithSubject(left.slice(splice + 2), true)
    ) {
      return [closed(left.slice(0, splice)), closed(capital(left.slice(splice + 2))), capital(right)];
    }
    return [closed(left), word === 'and' ? capital(right) : capital(`${word} ${right}`)];
  }
  return null;
}

/** "A, which means B" becomes "A. That means B". */
function byWhich(sentence: string): string[] | null {
  for (const match of sentence.matchAll(/, (?=which )/g)) {
    const left = sentence.slice(0, match.index);
    const right = sentence.slice(match.index + 2);
    if (!WHICH_VERBS.test(right) || countWords(left) < 4 || countWords(right) < 4) continue;
    if (!isClause(left) || SUBORDINATE.test(left) || REPORTING.test(left) || insideBrackets(left)) continue;
    if (/^[^,]*, (and|but|or) /.test(right) && !/^[^,]*$/.test(right)) continue;
    return [closed(left), `That${right.slice('which'.length)}`];
  }
  return null;
}

/** "A because B" becomes "A. That is because B". Not after a negation: "not because" may deny the cause. */
function byBecause(sentence: string): string[] | null {
  const match = /,? because (?!of\b)/.exec(sentence);
  if (!match) return null;
  const left = sentence.slice(0, match.index);
  const right = sentence.slice(match.index + match[0].length);
  if (countWords(left) < 5 || countWords(right) < 4) return null;
  if (
    /\b(not|never|n't|no|only|just|mainly|mostly|partly|largely|simply|precisely|is|was|are)$|n't\b|\bnot\b/i.test(
      left,
    )
  )
    return null;
  if (!isClause(left) || !isClause(right) || REPORTING.test(left) || insideBrackets(left)) return null;
  return [closed(left), `That is because ${right}`];
}

/** The text begins with a subject and its verb follows closely: "the server replies …", not "bread and wine". */
function startsWithSubject(text: string, comma: boolean): boolean {
  const tokens = tokensOf(text);
  const verb = finiteVerb(tokens, 1);
  if (verb < 1 || verb > 7) return false;
  const first = tokens[0] as Token;
  if (has(first, 'Verb') && !has(first, 'Noun', 'Gerund')) return false;
  if (PREPOSITIONS.has(first.lower) || has(first, 'Adverb')) return false;
  if (
    tokens.slice(0, verb).some((token) => token.after.includes(',') || /^(which|that|who)$/.test(token.lower))
  )
    return false;
  if (!tokens.slice(0, verb).some((token) => has(token, 'Noun', 'Pronoun'))) return false;
  // Without a comma only an unmistakable subject will do.
  return comma || has(first, 'Pronoun', 'Determiner') ? carriesClause(tokens, verb) : false;
}

const insideBrackets = (left: string): boolean =>
  (left.match(/\(/g)?.length ?? 0) > (left.match(/\)/g)?.length ?? 0) ||
  (left.match(/["“”]/g)?.length ?? 0) % 2 === 1;

export const capital = (text: string): string =>
  text.replace(/^(["“'‘(]?)(\p{Ll})/u, (_, open, letter) => open + letter.toUpperCase());

/** The text with a small first letter, unless its first word is a name, an acronym or "I". */
export function uncapital(text: string): string {
  const first = tokensOf(text)[0];
  if (!first || /^(I|I['’]\w+)$/.test(first.text) || /\p{Lu}.*\p{Lu}|\p{Lu}.*\p{N}/u.test(first.text))
    return text;
  if (has(first, 'ProperNoun', 'Person', 'Place', 'Organization', 'Acronym', 'Month', 'WeekDay', 'Date'))
    return text;
  // A capital that comes back later in the text belongs to the word itself.
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}
