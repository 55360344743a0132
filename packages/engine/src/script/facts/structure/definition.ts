/**
 * "A coral reef is an underwater ecosystem built by …": a term and the kind of thing it is.
 * Only generic present-tense statements count, not "the problem is a lack of funds".
 */
import { has, tokensOf } from '../language/tokens.ts';
import { countWords } from '../language/words.ts';
import { bareName, endsWell, type Passage } from './passage.ts';

const NOT_A_KIND =
  /^(?:part of|way off|couple of|sign of|number of|lot of|bit of)|\b(?:lot|pity|problem|result|mistake|matter|fact|disaster|bit|shame|reason|thing|question|success|failure|mess|challenge|bottleneck|few|number|couple|must|myth|joke|threat|risk|sign|deal|step|issue|start|end|way off)$|^(?:good|bad|great|big|small|long|little)$/i;
const COPULA = /\s(?:is|are)\s(?:(?:defined as|known as|basically|simply|essentially)\s)?/;

/** Term and genus of the first defining sentence. */
export function definition(passage: Passage): { kind: 'definition'; term: string; genus: string } | null {
  for (const sentence of passage.slice(0, 2)) {
    const found = isA(sentence) ?? called(sentence);
    if (found) return { kind: 'definition', ...found };
  }
  return null;
}

function isA(sentence: string): { term: string; genus: string } | null {
  const copula = COPULA.exec(sentence);
  if (!copula) return refersTo(sentence);
  const subject = sentence
    .slice(0, copula.index)
    .replace(/,? (?:or|also (?:known as|called)) [^,]{1,40},?$/, '')
    .trim();
  const rest = sentence.slice(copula.index + copula[0].length);
  const plural = /\sare\s/.test(copula[0]);
  const genusMatch = plural
    ? /^((?:[\w-]+ ){0,3}[\w-]+?s)(?= (?:that|which|who|made|used|built|found|formed|caused|of|for|in|with)\b|[.,;])/.exec(
        rest,
      )
    : /^(?:an?|the|one of the|any) ((?:(?:type|kind|form|sort|branch|way|process|method|set|unit|measure|study|act|science) of )?(?:[\w'’-]+ ){0,4}?[\w'’-]+?)(?= (?:that|which|who|whose|where|in which|by which|made|used|built|found|formed|caused|designed|based|by|of|for|in|with|to|between)\b|[.,;:])/.exec(
        rest,
      );
  const kind = genusMatch?.[1]?.trim() ?? '';
  const of =
    countWords(kind) === 1
      ? /^ of (?:[\w-]+ ){0,2}[\w-]+(?= (?:called|that|which|who|used|made|built|found|in|for|with|to|from|by|across|over)\b|[.,;])/.exec(
          rest.slice(genusMatch?.[0].length ?? 0),
        )?.[0]
      : undefined;
  const genus = `${kind}${of ?? ''}`;
  if (!genus || NOT_A_KIND.test(genus) || countWords(genus) > 5 || !endsWell(genus)) return null;
  if (!isGeneric(subject, plural, sentence, rest)) return null;
  // Read with an article before it, or "process" is taken for a verb.
  const tokens = tokensOf(`the ${genus}`).slice(1);
  if (
    !has(tokens.at(-1), 'Noun') ||
    has(tokens[0], 'Comparative', 'Superlative') ||
    /^(?:most|more|first|only|same|best)\b/i.test(genus)
  )
    return null;
  return { term: bareName(subject), genus };
}

/** A subject that names a kind: bare, with "a", or a name. "The X" and "this X" speak of one of them. */
function isGeneric(subject: string, plural: boolean, sentence: string, rest: string): boolean {
  if (countWords(subject) > 4 || /[,;:“"]/.test(subject)) return false;
  if (
    /^(?:it|this|that|these|those|there|here|he|she|they|we|you|i|what|who|which|one|the (?:problem|result|aim|goal|idea|point|question|answer|reason|trick|catch|key|first|second|next|last|only|main|best|other)|my|our|your|his|her|their|its|some|many|most|all|both|such|nothing|everything|so|but|and|yet|if|when|while|in|on|at|not|no)\b/i.test(
      subject,
    )
  )
    return false;
  if (/^the\b/i.test(subject))
    return /^the [\p{Lu}]/u.test(subject) || /^(?:an?|the) [^.]{3,60}? (?:that|which|where)\b/.test(rest);
  const tokens = tokensOf(sentence).filter((token) => token.start < subject.length);
  const last = tokens.at(-1);
  if (!has(last, 'Noun', 'Gerund', 'ProperNoun', 'Acronym') && !/^\p{Lu}{2,}/u.test(subject)) return false;
  // A person is described, not defined; a family or company in the first person is neither.
  if (has(tokens[0], 'Person', 'FirstName', 'Pronoun')) return false;
  return !plural || /s$/i.test(subject) || has(last, 'Plural');
}

function refersTo(sentence: string): { term: string; genus: string } | null {
  const match =
    /^([\p{L}\p{N}' -]{2,40}?) (?:refers to|means|stands for|denotes) (?:an?|the)? ?((?:[\w-]+ ){0,4}?[\w-]+)(?= (?:that|which|of|in|between|by|from|to)\b|[.,;])/u.exec(
      sentence,
    );
  if (!match?.[1] || !match[2]) return null;
  if (
    !isGeneric(match[1], false, sentence, '') ||
    !endsWell(match[2]) ||
    /^(?:that|how|what|when|if|less|more)\b/.test(match[2])
  )
    return null;
  return { term: bareName(match[1]), genus: match[2] };
}

/** "The movement of water across a membrane is called osmosis." */
function called(sentence: string): { term: string; genus: string } | null {
  const match =
    /^(?:the|an?) ((?:[\w-]+ ){0,2}[\w-]+)(?: (?:of|that|which|by|in|from)\b[^.,;]{0,80})? (?:is|are) (?:called|known as|termed) (?:an? |the )?([\w-]+(?: [\w-]+){0,2})[.,;]/i.exec(
      sentence,
    );
  if (!match?.[1] || !match[2] || /^(?:he|she|it)$/i.test(match[2])) return null;
  return { term: match[2], genus: match[1] };
}
