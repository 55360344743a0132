/**
 * Somebody's own words: `"…," said Newton`, `Newton wrote: "…"`, `As Newton put it, "…"`. The speaker must be a name,
 * and the words must be the greater part of the passage.
 */
import { countWords } from '../language/words.ts';
import { type Passage, quote } from './passage.ts';

const LEAST_WORDS = 5;
const MOST_LETTERS = 240;
const SAID =
  '(?:said|says|wrote|writes|put it|remarked|observed|noted|warned|declared|answered|replied|asked)';
const NAME = String.raw`(?<speaker>(?:\p{Lu}[\p{L}.'’-]+)(?: (?:of|de|da|von|van|the|\p{Lu}[\p{L}.'’-]+)){0,4})`;
const WORDS = '["“](?<text>[^"“”]+)["”]';
const WHEN = '(?:[^"“”:]{0,60})';

const PATTERNS = [
  new RegExp(`^(?:As )?${NAME} (?:once |famously |later )?${SAID}${WHEN}[:,] ${WORDS}`, 'u'),
  new RegExp(`^${WORDS},? (?:once |famously )?${SAID} ${NAME}`, 'u'),
  new RegExp(`^${WORDS},? ${NAME} (?:once |famously )?${SAID}`, 'u'),
];

export function quotation(
  passage: Passage,
): { kind: 'quotation'; text: string; speaker: string; say: string } | null {
  for (const sentence of passage) {
    for (const pattern of PATTERNS) {
      const match = pattern.exec(sentence.trim());
      const { text, speaker } = match?.groups ?? {};
      if (!text || !speaker || /^(?:He|She|It|They|We|I|You|This|That|One|People|Someone)\b/.test(speaker))
        continue;
      const words = text.trim().replace(/[,;]$/, '.');
      if (countWords(words) < LEAST_WORDS || words.length > MOST_LETTERS) continue;
      return { kind: 'quotation', text: words, speaker: speaker.replace(/[.’']+$/, ''), say: quote(speaker) };
    }
  }
  return null;
}
