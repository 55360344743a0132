/**
 * Cause and effect: "A causes B", "B because A", "A, so B", "As a result, B". Links are kept in the order
 * they are spoken, and where an effect is the next cause the two are one.
 */
import type { Piece } from '../../structure.ts';
import { isClause } from '../language/clauses.ts';
import { names } from '../language/nouns.ts';
import { finiteVerb, tokensOf } from '../language/tokens.ts';
import { countWords } from '../language/words.ts';
import { type Passage, piece, quote, withCapital } from './passage.ts';

interface Link {
  cause: Piece;
  effect: Piece;
}

const NEGATED = /\b(?:not|never|no|n't|hardly|neither|nor|may|might|could|whether|if|unless)\b|n['’]t\b/i;
const FORWARD =
  /^(?<cause>[^,;:]{3,90}?),? (?:(?:also |often |usually |directly |can |then )?(?:causes?|leads? to|results? in|triggers?|brings about|gives rise to)|(?:caused|led to|resulted in|triggered)) (?<effect>[^;:]{3,90})[.!]$/i;
const BACKWARD =
  /^(?<effect>[^;:]{3,90}?),? (?:because of|because|due to|is caused by|are caused by|was caused by|were caused by|as a result of|thanks to|results? from|comes? from) (?<cause>[^;:]{3,90})[.!]$/i;
const SO = /^(?<cause>[^;:]{8,100}?), so (?!that\b|far\b|much\b|many\b|called\b)(?<effect>[^;:]{6,90})[.!]$/i;
const AS_A_RESULT =
  /^(?:as a result|as a consequence|therefore|consequently|hence|thus|for this reason|that is why|this is why|because of this|so),? (?<effect>[^;:]{4,110})[.!]$/i;
const THAT_MEANS =
  /^(?:this|that|which) (?:causes|leads to|results in|triggers|makes|means) (?<effect>[^;:]{4,90})[.!]$/i;
const THAT_IS_BECAUSE = /^(?:this|that) is because (?<cause>[^;:]{4,90})[.!]$/i;

export function cause(passage: Passage): { kind: 'cause'; links: Link[] } | null {
  const links: Link[] = [];
  passage.forEach((sentence, index) => {
    const link = within(sentence) ?? across(passage[index - 1], sentence);
    if (link && link.cause.text.toLowerCase() !== link.effect.text.toLowerCase()) links.push(link);
  });
  return links.length > 0 && links.length <= 5 ? { kind: 'cause', links: joined(links) } : null;
}

function within(sentence: string): Link | null {
  for (const pattern of [BACKWARD, FORWARD, SO]) {
    const groups = pattern.exec(sentence)?.groups;
    if (!groups?.cause || !groups.effect) continue;
    const word = sentence.slice(0, sentence.length - 1);
    if (NEGATED.test(word) || /\b(?:the|a|no|one|good|main|root) causes?\b/i.test(sentence)) continue;
    if (/^(?:this|that|it|they|these|which|he|she)(?: (?:is|was|are))?$/i.test(groups.cause.trim())) continue;
    if (/^(?:this|that|it|they|these)(?: (?:is|was|are))?$/i.test(groups.effect.trim())) continue;
    if (pattern === SO && !(isClause(groups.cause) && isClause(groups.effect))) continue;
    if (/\bjust$|\bpartly$|\bonly$|\bmainly$/i.test(groups.effect)) continue;
    const from = side(groups.cause);
    const to = side(groups.effect);
    if (from && to) return { cause: from, effect: to };
  }
  return null;
}

/** The cause stands in the sentence before. */
function across(previous: string | undefined, sentence: string): Link | null {
  if (!previous || NEGATED.test(sentence) || NEGATED.test(previous)) return null;
  const effect = AS_A_RESULT.exec(sentence)?.groups?.effect ?? THAT_MEANS.exec(sentence)?.groups?.effect;
  const reason = THAT_IS_BECAUSE.exec(sentence)?.groups?.cause;
  const from = side(reason ?? previous);
  const to = side(effect ?? (reason ? previous : ''));
  return (effect || reason) && from && to ? { cause: from, effect: to } : null;
}

/** A side as a short clause, else its first telling name. */
function side(text: string): Piece | null {
  if (countWords(text) < 1 || /^(?:this|that|it|they|these|those|which)\b/i.test(text.trim())) return null;
  const short = piece(text, 8);
  if (short) return short;
  // A clause that cannot be shortened is not the same as a thing named in it.
  if (finiteVerb(tokensOf(text), 1) >= 0) return null;
  const name = names(text)[0];
  return name ? { text: withCapital(name.text), say: quote(text, name.start) } : null;
}

/** "… causes rust. Rust weakens …": an effect whose words open the next cause is the same thing. */
function joined(links: Link[]): Link[] {
  const out: Link[] = [];
  for (const link of links) {
    const before = out.at(-1);
    const same = before && link.cause.text.toLowerCase().startsWith(before.effect.text.toLowerCase());
    out.push(same ? { cause: before.effect, effect: link.effect } : link);
  }
  return out;
}
