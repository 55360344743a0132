/**
 * One figure that carries the passage: "Light travels at 299,792 km/s". With two or more it is not one.
 */
import type { Piece } from '../../structure.ts';
import { shorten } from '../language/shorten.ts';
import { finiteVerb, has, slice, tokensOf } from '../language/tokens.ts';
import { countWords, PRONOUNS } from '../language/words.ts';
import { measures } from './measure.ts';
import { bareName, type Passage, quote, withCapital } from './passage.ts';

const SHARE =
  /\b(?<value>(?:(?:about|nearly|almost|over|under|only) )?(?:(?:one|two|three|nine) in (?:two|three|four|five|six|seven|eight|nine|ten)|(?:a|one|two|three) (?:quarters?|thirds?|half|fifths?|tenths?)|\d+ in \d+|\d+ out of \d+|half))(?= of (?:all |the |every |our |its )?(?!what|which|them|us|it|those|this|that)(?<what>[\p{L} -]{3,40})| (?<who>people|adults|children|women|men|patients|users|students|workers)\b)/iu;

/** Words that soften a figure and must stay with it. */
const HEDGE =
  /\b(more than|less than|fewer than|at least|at most|up to|about|around|nearly|almost|roughly|over|under|only|just)\s$/i;

export function number(
  passage: Passage,
): { kind: 'number'; value: string; unit: string; label: string; piece: Piece } | null {
  const all = passage.flatMap((sentence) =>
    measures(sentence)
      .filter((one) => one.unit !== '' || one.value >= 1000)
      .map((measure) => ({ sentence, measure })),
  );
  const shares = passage.flatMap((sentence) => {
    const match = SHARE.exec(sentence);
    return match ? [{ sentence, match }] : [];
  });
  if (all.length === 1 && shares.length === 0) {
    const { sentence, measure } = all[0]!;
    // "2 minutes later", "a 3 km walk": small everyday measures lead nowhere by themselves.
    if (/^\s?(?:later|ago|earlier|before|after)\b/i.test(sentence.slice(measure.end))) return null;
    // One end of a range is not the figure.
    if (/\b(?:between|from)\b[^.,]*$/i.test(sentence.slice(0, measure.start))) return null;
    if (
      measure.value < 10 &&
      !/[%°€$£]|million|billion|thousand/.test(`${measure.unit}${measure.written}`) &&
      !/\d\.\d/.test(measure.written)
    )
      return null;
    const times =
      /^\s?times (?=(?:more|less|as|larger|bigger|smaller|faster|slower|heavier|hotter|stronger|brighter|[a-z]+er)\b)/.exec(
        sentence.slice(measure.end),
      );
    const compared = times ? shorten(sentence.slice(measure.end + times[0].length), 7) : null;
    const label = times ? compared && withCapital(compared) : labelOf(sentence, measure.start, measure.end);
    const unit = times ? 'times' : measure.unitText;
    const hedge = HEDGE.exec(sentence.slice(0, measure.start).replace(/[€$£¥]$/, ''))?.[1] ?? '';
    const value = hedge ? `${hedge} ${measure.written}` : measure.written;
    return label && measure.written.length <= 16
      ? { kind: 'number', value, unit, label, piece: { text: label, say: quote(sentence, measure.start, 3) } }
      : null;
  }
  if (all.length === 0 && shares.length === 1) {
    const { sentence, match } = shares[0]!;
    const value = (match.groups as Record<string, string>).value as string;
    const rest =
      sentence
        .slice(match.index + value.length)
        .replace(/[.!?]+$/, '')
        .split(/[,;:]/)[0] ?? '';
    const label = shorten(rest, 8) ?? labelOf(sentence, match.index, match.index + value.length);
    return label
      ? {
          kind: 'number',
          value,
          unit: '',
          label,
          piece: { text: label, say: quote(sentence, match.index, 3) },
        }
      : null;
  }
  return null;
}

/** What the figure counts, in the sentence's own words: what follows it, else the subject it is told of. */
function labelOf(sentence: string, start: number, end: number): string | null {
  const after = sentence
    .slice(end)
    .replace(/[.!?]+$/, '')
    .trim();
  const tokens = tokensOf(sentence);
  const verb = finiteVerb(tokens, 1);
  const figure = tokens.findIndex((token) => token.start >= start);
  const subject = verb >= 1 && figure > verb ? slice(sentence, tokens, 0, verb) : '';
  // "To measure it, statisticians …": only the subject itself names the figure.
  const own = subject.split(/,\s/).at(-1) ?? '';
  const about = own && !PRONOUNS.has(own.toLowerCase()) ? bareName(own) : '';
  const clause = sentence.slice(0, start).trim();
  // "Light travels at 299,792 km/s": the clause up to the figure, without the words that only lead to it.
  const lead = clause
    .replace(
      /\s(?:at|of|to|by|about|nearly|almost|roughly|over|around|is|was|are|were|up to|at least|at most|just|only|some|than|more|less|for|in|reaches|has|have)$/gi,
      '',
    )
    .replace(/\s(?:at|of|to|by|is|was|are|were|about|than|more|less|nearly|almost)$/gi, '');
  if (after && /^of\b/.test(after)) {
    const what = shorten(after.replace(/^of (?:all |the |every )?/, '').split(/[,;:]/)[0] as string, 7);
    if (what) return withCapital(what);
  }
  const told =
    about !== '' ||
    tokensOf(lead).some((token) => has(token, 'Noun') && !has(token, 'Date', 'Value', 'Pronoun'));
  if (
    lead &&
    !lead.includes(',') &&
    countWords(lead) <= 8 &&
    told &&
    !/^(?:it|they|he|she|we|you|i|this|that|these|those|there)\b/i.test(lead)
  )
    return withCapital(bareName(lead));
  if (about && countWords(about) <= 8) return withCapital(about);
  const what = after ? shorten(after.split(/[,;:]/)[0] as string, 7) : null;
  return what && countWords(what) >= 2 ? withCapital(what) : null;
}
