/**
 * An idea: what one scene will tell. Its lines are the sentences as they will be spoken, each with what the
 * choice of a film's length needs to know about it.
 */
import type { Show } from '../show.ts';
import type { Structure } from '../structure.ts';
import { capital } from './language/clauses.ts';
import { figures, nounPhrases } from './language/nouns.ts';
import { has, tokensOf } from './language/tokens.ts';
import { countWords, POINTING_BACK, wordsOf } from './language/words.ts';
import { definition } from './structure/definition.ts';
import { enumeration } from './structure/enumeration.ts';

export interface Line {
  text: string;
  /** Shorter ways to say what must not be left out, each shorter than the one before: without detail, then the bare act. */
  shorter?: string[];
  /** How much the film would lose without it. */
  weight: number;
  /** It points back at the line before and cannot stand without it. */
  leans: boolean;
  /** What it puts on the screen, where the material's own form says so (a list item, a table row). */
  parts: Part[];
}

export interface Part {
  text: string;
  say: string;
  value?: number;
  /** For a comparison: which of the two sides it belongs to. */
  side?: string;
}

export interface Idea {
  /** As the author wrote it above. */
  heading?: string;
  lines: Line[];
  shape:
    | { kind: 'prose' }
    | { kind: 'steps' }
    | { kind: 'points' }
    | { kind: 'bars'; unit: string }
    | { kind: 'comparison'; sides: [string, string] }
    | { kind: 'code'; language: string; source: string }
    | { kind: 'drawing'; show: Show }
    | { kind: 'formula'; tex: string };
}

const CAUSE =
  /\b(?:because|causes?|caused|leads? to|led to|results? in|therefore|as a result|so that|due to|which means|that means|that is why)\b|, so (?!that\b|far\b)/i;
const CONTRAST = /\b(?:but|yet|although|while|whereas|unlike|instead|however|despite|only|without)\b/i;
const PERSONAL = /\b(?:i|i'm|i've|i'd|me|my|mine)\b/i;
const CHAT =
  /\b(?:i (?:think|guess|suppose|mean|hope|was|wanted|know)|as you know|by the way|to be honest|you know|no worries|let me|sorry|anyway|haha|remember when)\b/i;
const FILLER =
  /^(?:(?:(?:so|well|and|but|now|okay)\s+)?(?:anyway|well|okay|ok|so|right|basically|honestly|frankly|actually|look|listen|you know|as you know|as we all know|to be honest|by the way|btw|fyi|oh|also|like i said|as i said|as mentioned|in any case|long story short|to be fair|needless to say|interestingly enough|it is worth noting that|it should be noted that|note that|it is important to note that|importantly|of course),\s+)+/i;

/** A line of prose, weighed by what it tells. `topic` holds the words the material keeps coming back to. */
export function proseLine(text: string, topic: ReadonlySet<string>): Line {
  const spoken = withoutFiller(text);
  return { text: spoken, weight: weigh(spoken, topic), leans: leansBack(spoken), parts: [] };
}

/** Spoken fillers and throat-clearing in front of a sentence say nothing and are left out. */
export function withoutFiller(text: string): string {
  const rest = text.replace(FILLER, '');
  return rest === text || countWords(rest) < 3 ? text : capital(rest);
}

export function weigh(text: string, topic: ReadonlySet<string>): number {
  const words = countWords(text);
  let weight = 1;
  if (figures(text).length > 0) weight += 1.2;
  if (definition([text])) weight += 1.4;
  if (enumeration([text])) weight += 1;
  if (CAUSE.test(text)) weight += 0.8;
  if (CONTRAST.test(text)) weight += 0.5;
  if (/\b(?:most|largest|biggest|fastest|first|never|every|all|deadliest|oldest)\b/i.test(text))
    weight += 0.3;
  const about = wordsOf(text).filter((word) => topic.has(word.replace(/(?<=\w{3})s$/, ''))).length;
  weight += Math.min(about, 3) * 0.25;
  if (/\b(?:1[0-9]|20)\d\d\b/.test(text)) weight += 0.9;
  if (PERSONAL.test(text)) weight -= 0.6;
  if (CHAT.test(text)) weight -= 1.2;
  if (/\?$/.test(text)) weight -= 0.7;
  if (/https?:|www\./.test(text)) weight -= 1.5;
  if (words > 24) weight -= 0.5;
  if (words < 4) weight -= 0.4;
  return Math.max(0.1, weight);
}

/** Whether the sentence needs the one before it: a pronoun, a pointing word or a joining word in front. */
export function leansBack(text: string): boolean {
  const tokens = tokensOf(text);
  const first = tokens[0]?.lower ?? '';
  const second = tokens[1]?.lower ?? '';
  if (/^(?:here|there)$/.test(first) && /^(?:is|are|was|were|has|have)$/.test(second))
    return first === 'here';
  if (
    first === 'it' &&
    /^(?:is|was|takes?|took|turns?) /.test(text.slice(3)) &&
    /\b(?:that|to)\b/.test(text.split(',')[0] ?? '')
  )
    return false;
  if (/^(?:second|third|fourth|next|then|finally)$/.test(first)) return true;
  if (
    /^(?:for (?:example|instance)|as a result|in (?:turn|contrast|addition|other words|fact)|by contrast|on the other hand|because of this|after that|at the same time|that is)\b/i.test(
      text,
    )
  )
    return true;
  if (
    POINTING_BACK.has(first) ||
    tokens.slice(0, 5).some((token) => /^(?:this|these|such)$/.test(token.lower))
  )
    return true;
  // "By 1455 his workshop …", "When it discharges, …": a pronoun before anything it could mean.
  const pronoun = tokens.findIndex((token) =>
    /^(?:it|they|he|she|his|her|its|their|him|them|these|those)$/.test(token.lower),
  );
  const noun = tokens.findIndex(
    (token) =>
      has(token, 'Noun') &&
      !has(token, 'Pronoun', 'Date', 'Value', 'Possessive') &&
      !/^(?:it|they|he|she|his|her|its|their|him|them)$/.test(token.lower),
  );
  return pronoun >= 0 && (noun < 0 || pronoun < noun);
}

/** The structure that the idea's own form gives, for the lines that are spoken in the end; undefined for prose. */
export function structureOf(idea: Idea): Structure | undefined {
  const parts = idea.lines.flatMap((line) => line.parts);
  const pieces = parts.map(({ text, say }) => ({ text, say }));
  const { shape } = idea;
  switch (shape.kind) {
    case 'steps':
      return pieces.length >= 2 ? { kind: 'steps', items: pieces } : undefined;
    case 'points':
      return pieces.length >= 2 ? { kind: 'enumeration', items: pieces } : undefined;
    case 'bars':
      return parts.length >= 2
        ? {
            kind: 'quantities',
            unit: shape.unit,
            values: parts.map(({ text, say, value }) => ({
              label: text,
              value: value ?? 0,
              piece: { text, say },
            })),
          }
        : undefined;
    case 'comparison':
      return {
        kind: 'comparison',
        sides: shape.sides.map((name) => ({
          name,
          points: parts.filter((part) => part.side === name).map(({ text, say }) => ({ text, say })),
        })),
      };
    case 'code':
      return { kind: 'code', language: shape.language, source: shape.source };
    case 'formula':
      return { kind: 'formula', tex: shape.tex };
    default:
      return undefined;
  }
}

/** The words the sentences keep coming back to, as singular stems: nouns said at least twice (of these the `most` frequent), and those of the title. */
export function topicWords(
  sentences: readonly string[],
  title = '',
  most = Number.POSITIVE_INFINITY,
): Set<string> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const phrase of nounPhrases(sentence)) {
      const stem = phrase.head.replace(/(?<=\w{3})s$/, '');
      if (stem.length > 2) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  const ranked = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1]);
  const topic = new Set(ranked.slice(0, most).map(([stem]) => stem));
  for (const word of wordsOf(title)) if (word.length > 3) topic.add(word.replace(/(?<=\w{3})s$/, ''));
  return topic;
}
