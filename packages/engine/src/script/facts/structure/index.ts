/**
 * Recognises what a passage of text is doing. Precision before recall: each recogniser declines when unsure,
 * and what none claims is a statement.
 */
import type { Structure } from '../../structure.ts';
import { cause } from './cause.ts';
import { comparison } from './comparison.ts';
import { cycle } from './cycle.ts';
import { dates } from './dates.ts';
import { definition } from './definition.ts';
import { enumeration } from './enumeration.ts';
import { formula } from './formula.ts';
import { messages } from './messages.ts';
import { number } from './number.ts';
import type { Passage, Recogniser } from './passage.ts';
import { piece, pieceOrName, withCapital } from './passage.ts';
import { quantities } from './quantities.ts';
import { quotation } from './quotation.ts';
import { steps } from './steps.ts';

/** The most particular first: what it claims is hardest to mistake. */
const RECOGNISERS: readonly Recogniser[] = [
  formula,
  quotation,
  messages,
  cycle,
  dates,
  quantities,
  comparison,
  steps,
  enumeration,
  number,
  definition,
  cause,
];

/**
 * What the sentences of one scene do, with the pieces a picture needs. Every `say` is quoted from them.
 * @param passage the scene's sentences in order; at least one
 */
export function recognise(passage: Passage): Structure {
  for (const recogniser of RECOGNISERS) {
    const found = recogniser(passage);
    if (found) return found;
  }
  return { kind: 'statement', text: statementOf(passage) };
}

/** All readings of a passage, the most particular first: for a picture that must differ from the one before. */
export function readings(passage: Passage): Structure[] {
  const found = RECOGNISERS.flatMap((recogniser) => recogniser(passage) ?? []);
  return [...found, { kind: 'statement', text: statementOf(passage) }];
}

const statementOf = (passage: Passage): string => {
  for (const look of [piece, pieceOrName]) {
    for (const sentence of passage) {
      const found = look(sentence, 8);
      if (found) return found.text;
    }
  }
  return withCapital((passage[0] ?? '').split(/\s+/).slice(0, 6).join(' '));
};
