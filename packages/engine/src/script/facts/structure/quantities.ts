/**
 * Quantities of one unit side by side: "1.2 million euros in Q1, 1.5 million in Q2",
 * "a cheetah runs at 110 km/h, a lion at 80 km/h". Each needs a name of its own, or there is nothing to compare.
 */
import type { Piece } from '../../structure.ts';
import { finiteVerb, has, slice, tokensOf } from '../language/tokens.ts';
import { countWords, PRONOUNS } from '../language/words.ts';
import { type Measure, measures } from './measure.ts';
import { bareName, type Passage, quote, withCapital } from './passage.ts';

interface Value {
  label: string;
  value: number;
  piece: Piece;
}

/** From … to, between … and, changes by …: figures of one thing, not of several. */
const CHANGE =
  /\b(?:from|between|by|than|up to|at least|at most|another|further|additional|extra|plus)\s(?:about |nearly |almost |roughly |over |around |some |only |just )?[€$£]?\s?$/i;
const AFTER =
  /^\s?(?:of [\w ]{2,20} )?(?:in|for|during|on|at|from|among) (?<label>(?:the |a |an )?[\p{L}\p{N}'’ -]{1,26}?)(?=[,.;:]|\s(?:and|but|while|to|up|down|or|of|a year|per)\b|$)/u;

export function quantities(passage: Passage): { kind: 'quantities'; unit: string; values: Value[] } | null {
  const values: (Value & { unit: string; unitText: string; after: boolean })[] = [];
  for (const sentence of passage) {
    const found = measures(sentence);
    const unit = found.find((one) => one.unit !== '')?.unit;
    for (const [index, measure] of found.entries()) {
      const inherits =
        measure.unit === '' &&
        unit !== undefined &&
        (/\b(?:million|billion|thousand)$/.test(measure.written) || found.length > 1);
      const own = inherits ? (found.find((one) => one.unit !== '') as Measure) : measure;
      const scaled = /[kmb]n?$|million|billion|thousand/i.test(measure.written);
      if ((own.unit === '' && !scaled) || CHANGE.test(sentence.slice(0, measure.start))) continue;
      const named = labelOf(sentence, measure, found[index - 1], found[index + 1]);
      if (!named) continue;
      const { label, after } = named;
      values.push({
        label,
        after,
        value: measure.value,
        unit: own.unit,
        unitText: own.unitText,
        piece: { text: label, say: quote(sentence, measure.start, 3) },
      });
    }
  }
  for (const { unit } of values) {
    const same = values.filter((one) => one.unit === unit);
    // Named in the same way each, and not all alike: or they are figures of different things.
    if (new Set(same.map((one) => one.after)).size > 1 || new Set(same.map((one) => one.value)).size < 2)
      continue;
    const labels = new Set(same.map((one) => one.label.toLowerCase()));
    if (
      same.length < 2 ||
      same.length > 8 ||
      labels.size < same.length ||
      same.every((one) => one.value === 0)
    )
      continue;
    return {
      kind: 'quantities',
      unit: same[0]!.unitText,
      values: same.map(({ label, value, piece }) => ({ label, value, piece })),
    };
  }
  return null;
}

/** What the measure belongs to: "in Q1" after it, else the subject before it in its own clause. */
function labelOf(
  sentence: string,
  measure: Measure,
  previous: Measure | undefined,
  next: Measure | undefined,
): { label: string; after: boolean } | null {
  const tail = sentence.slice(measure.end, next?.start ?? sentence.length);
  const after = AFTER.exec(tail)?.groups?.label;
  const before = subjectBefore(sentence.slice(previous?.end ?? 0, measure.start), previous !== undefined);
  if (
    before &&
    (!after || (next === undefined && previous !== undefined && !sharedAfter(sentence, previous)))
  )
    return { label: before, after: false };
  const own = after ? tidy(after) : null;
  if (own) return { label: own, after: true };
  return before ? { label: before, after: false } : null;
}

const sharedAfter = (sentence: string, previous: Measure): boolean =>
  AFTER.test(sentence.slice(previous.end));

/** ", a lion at" → "lion"; "A cheetah runs at" → "cheetah"; nothing when the text before has no subject of its own. */
function subjectBefore(text: string, continued: boolean): string | null {
  const clause =
    text
      .split(/[,;:]\s|\s(?:and|but|while|whereas)\s/)
      .filter((part) => part.trim())
      .at(-1) ?? '';
  const trimmed = clause
    .trim()
    .replace(/\s(?:about|nearly|almost|roughly|over|around|some|only|just|up to|more than|less than)$/i, '');
  const tokens = tokensOf(trimmed);
  if (tokens.length === 0) return null;
  const verb = finiteVerb(tokens, 1);
  if (verb >= 1) return tidy(slice(trimmed, tokens, 0, verb));
  if (!continued) return null;
  return tidy(trimmed.replace(/\s(?:at|with|has|in|of|to|on|for|:|is|was|takes|needs)$/i, ''));
}

/** Ends in a noun, an acronym or a figure ("Q1", "2019"), and holds no verb (after an article none can be). */
function isName(text: string, article: boolean): boolean {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  const verb = !article && tokens.some((token) => has(token, 'Verb') && !has(token, 'Noun', 'Gerund'));
  return (
    (/\d/.test(text) ||
      article ||
      has(last, 'Noun', 'Acronym', 'Date', 'Value', 'Adjective') ||
      /^\p{Lu}/u.test(text)) &&
    !(verb && !/\p{Lu}/u.test(text))
  );
}

function tidy(label: string): string | null {
  const text = bareName(label.trim().replace(/^(?:and|in|for|but|then|while)\s+/i, ''));
  const words = countWords(text);
  if (
    words < 1 ||
    words > 4 ||
    text.length > 24 ||
    PRONOUNS.has(text.toLowerCase()) ||
    /^(?:it|they|he|she|we|you|i|this|that|these|those|there|total|average|all|if|when|while|as|yet|but|so|and|or|next|first|last|another|each|of)\b|\b(?:it|they|he|she|we|you|i)$/i.test(
      text,
    ) ||
    !isName(text, /(?:^|\s)(?:the|an?) /i.test(label))
  )
    return null;
  return withCapital(text);
}
