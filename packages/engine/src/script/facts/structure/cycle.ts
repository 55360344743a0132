/**
 * What comes round again: three or more happenings and a word that the last leads back to the first.
 * A bicycle, a news cycle or "life cycle costs" alone turn nothing.
 */
import type { Piece } from '../../structure.ts';
import { finiteVerb, has, tokensOf } from '../language/tokens.ts';
import { type Passage, pieceOrName } from './passage.ts';

const AGAIN =
  /\b(?:(?:cycle|process|loop|whole thing|it|everything) (?:then )?(?:repeats|begins again|starts again|starts over|begins anew|continues|restarts|goes on)|starts? (?:all )?over|begins? again|starts? again|over and over|back to (?:the (?:start|beginning|sea|ocean|first|soil|ground|heart|atmosphere)|where it (?:began|started)|step (?:one|1))|(?:completes|completing|closes|closing) the (?:cycle|loop|circle)|repeats? (?:itself|the cycle)|round and round)\b/i;

export function cycle(passage: Passage): { kind: 'cycle'; items: Piece[] } | null {
  const last = passage.findLastIndex((sentence) => AGAIN.test(sentence));
  if (last < passage.length - 2 || last < 1) return null;
  const items: Piece[] = [];
  for (const [index, sentence] of passage.entries()) {
    for (const clause of sentence
      .replace(/^[^:]{1,40}: /, '')
      .split(/, (?:and |then |where it |so )|; | and then /)) {
      if (
        /\b(?:cycle|loop|process|everything|whole thing)\b/i.test(clause) ||
        (AGAIN.test(clause) && !/\bback to\b/i.test(clause))
      )
        continue;
      const tokens = tokensOf(clause);
      const verb = finiteVerb(tokens);
      // Only what happens now is a station: not what is, was or will be.
      if (verb < 0 || has(tokens[verb], 'Copula', 'PastTense', 'Modal') || index > last) continue;
      const one = pieceOrName(clause.replace(/[.!?]+$/, ''), 7);
      if (one) items.push(one);
    }
  }
  return items.length >= 3 && items.length <= 6 ? { kind: 'cycle', items } : null;
}
