/**
 * How a film opens and closes. It opens on the most striking sentence that stands by itself, taken from its place
 * if nothing there leans on it; it closes on the material's own conclusion, or by saying the opening's point again.
 */

import { claimOf } from './headline.ts';
import { type Idea, type Line, leansBack } from './idea.ts';
import { capital, uncapital } from './language/clauses.ts';
import { figures } from './language/nouns.ts';
import { closed } from './language/sentences.ts';
import { countWords, wordsOf } from './language/words.ts';
import { recognise } from './structure/index.ts';

const STAKES =
  /\b(?:die|dies|died|death|deaths|kills?|killed|lose|loses|lost|costs?|danger|dangerous|risk|risks|crash|crashed|destroy|destroyed|disease|cancer|war|stolen|steal|attack|threat|survive|save|saves|saved|life|lives|vanish|disappear|collapse|collapsed|secret|disaster|fails?|failed)\b/i;
const EXTREME =
  /\b(?:\w+fold|doubled|tripled|halved|most|largest|biggest|fastest|oldest|deepest|first|only|never|every|no one|nobody|nothing|everything|entire|all|twice|half|billions?|millions?|trillions?)\b/i;
const TURN =
  /(?:, (?:but|yet)\b|\byet\b|\bbut\b|\bwithout\b|\bless than\b|\bmore than\b|\beven though\b|\balthough\b)/i;
const CONCLUDES =
  /^(?:so|in short|overall|in the end|in conclusion|in summary|to sum up|to conclude|ultimately|all in all|that is why|this is why|this is the reason|the lesson|the point|the result|the bottom line|in the long run|as a result|therefore|without|for now|today|that means|this means|in other words)\b/i;
const ANNOUNCING =
  /^(?:in conclusion|in summary|to sum up|to conclude|to summarise|to summarize|in short|overall|all in all)\b[,:]?\s*/i;
/** Beginnings that lean on what was said before, where a sentence is taken from the middle. */
const AMID =
  /^(?:each|every|the|with|to|most of|some|many|by (?!\d)|after|before|inside|without|then|once|even)\b/i;
/** Kinds whose order would suffer if a sentence were taken out. */
const ORDERED = new Set(['steps', 'dates', 'messages', 'cycle', 'quantities', 'comparison']);

const RUNS = new Set(['messages', 'cycle', 'steps']);

const kindOf = (lines: readonly Line[]): string => recognise(lines.map((line) => line.text)).kind;

/** How much a sentence makes one want the next; below zero it must not open a film. */
export function striking(text: string, topic: ReadonlySet<string>): number {
  const words = countWords(text);
  if (leansBack(text) || words < 4 || words > 26) return -1;
  if (
    /^(?:for|if|when|while|because|since|as|although|in (?:this|the following)|we|i|our|my|please|note|see|according|think of|imagine)\b/i.test(
      text,
    ) ||
    /\b(?:i|i'm|i've|this|these|above|below|following)\b/i.test(text)
  )
    return -1;
  if (/\?$/.test(text)) return words <= 12 ? 1 : -1;
  let score = 1;
  if (figures(text).length > 0) score += 1.5;
  if (STAKES.test(text)) score += 1;
  if (EXTREME.test(text)) score += 0.6;
  if (TURN.test(text)) score += 1;
  if (/\byou(?:r)?\b/i.test(text)) score += 0.6;
  if (words > 18) score -= 0.8;
  if (words <= 12) score += 0.3;
  if (!wordsOf(text).some((word) => topic.has(word.replace(/(?<=\w{3})s$/, '')))) score -= 1.2;
  return score;
}

/**
 * Takes the opening's lines out of the ideas; the rest of what they stood among stays.
 * @param topic words the material comes back to
 * @param core the few it comes back to most: only a sentence about them may be taken from the middle
 * @returns the opening as an idea of its own
 */
export function takeOpening(ideas: Idea[], topic: ReadonlySet<string>, core: ReadonlySet<string>): Idea {
  const first = ideas[0] as Idea;
  const kind = first.shape.kind === 'prose' ? kindOf(first.lines) : '';
  if (RUNS.has(kind)) {
    // A conversation or a cycle stays in one piece; what is said before it begins may open.
    if (first.lines.length > 1 && kindOf(first.lines.slice(1)) === kind)
      return { ...first, lines: first.lines.splice(0, 1) };
    return ideas.shift() as Idea;
  }
  // A formula, a listing or a drawing in front is the matter itself: nothing further down opens better.
  if (['formula', 'code', 'drawing'].includes(first.shape.kind)) return ideas.shift() as Idea;
  let best: { idea: Idea; at: number; score: number } | undefined;
  for (const [place, idea] of ideas.entries()) {
    if (idea.shape.kind !== 'prose') continue;
    const ordered = place > 0 && ORDERED.has(kindOf(idea.lines));
    for (const [at, line] of idea.lines.entries()) {
      const first = place === 0 && at === 0;
      if (!first && (ordered || idea.lines[at + 1]?.leans)) continue;
      // The last words belong to the close.
      if (place === ideas.length - 1 && at === idea.lines.length - 1 && !first) continue;
      if (!first && (!touches(line.text, core) || AMID.test(line.text))) continue;
      const score = striking(line.text, topic) + (first ? 1.5 : 0) + (place === 0 ? 0.5 : 0);
      if (score > 0 && (!best || score > best.score)) best = { idea, at, score };
    }
  }
  const idea = best?.idea ?? ideas.find((one) => one.shape.kind === 'prose') ?? (ideas[0] as Idea);
  const at = best?.at ?? 0;
  if (idea.shape.kind !== 'prose') return openingFromList(ideas, idea);
  const taken = idea.lines.splice(at, 1);
  const next = idea.lines[at];
  const together = countWords(`${taken[0]?.text} ${next?.text ?? ''}`);
  if (next && at === 0 && idea === ideas[0] && together <= (next.leans ? 34 : 26))
    taken.push(...idea.lines.splice(0, 1));
  drop(ideas, idea);
  return {
    ...(idea === ideas[0] && idea.heading ? { heading: idea.heading } : {}),
    lines: taken,
    shape: { kind: 'prose' },
  };
}

const touches = (text: string, core: ReadonlySet<string>): boolean =>
  wordsOf(text).some((word) => core.has(word.replace(/(?<=\w{3})s$/, '')));

/** Nothing but lists and tables: the lead-in opens, or the first scene as it is. */
function openingFromList(ideas: Idea[], idea: Idea): Idea {
  const intro = idea.lines.findIndex((line) => line.parts.length === 0 && !line.leans);
  if (intro === 0 && idea.lines.length > 2 && countWords(idea.lines[0]?.text ?? '') >= 4) {
    return {
      ...(idea.heading ? { heading: idea.heading } : {}),
      lines: idea.lines.splice(0, 1),
      shape: { kind: 'prose' },
    };
  }
  ideas.splice(ideas.indexOf(idea), 1);
  return idea;
}

/** Takes the close out of the ideas, or says the opening's point again. */
export function takeClose(ideas: Idea[], opening: Idea): Idea {
  const last = ideas.at(-1);
  if (last?.shape.kind === 'prose' && ideas.length > 1) {
    const run = lastRun(last.lines);
    const words = run.reduce((sum, line) => sum + countWords(line.text), 0);
    const marked =
      run.some((line) => CONCLUDES.test(line.text)) ||
      /^(?:conclusions?|summary|takeaways?|the bottom line)$/i.test(last.heading ?? '');
    const dated = ORDERED.has(kindOf(last.lines)) && !marked;
    const stands =
      run.length > 0 &&
      !run[0]?.leans &&
      !/\?$/.test(run.at(-1)?.text ?? '') &&
      words >= 4 &&
      words <= (marked ? 45 : 32);
    if (stands && !dated) {
      // What would be left alone comes along.
      const rest = last.lines.length - run.length;
      if (
        rest === 1 &&
        !last.lines[0]?.leans &&
        run.length < 3 &&
        words + countWords(last.lines[0]?.text ?? '') <= 40
      )
        run.unshift(last.lines[0] as Line);
      last.lines.splice(-run.length, run.length);
      drop(ideas, last);
      return { lines: run.map(plainClose), shape: { kind: 'prose' } };
    }
  }
  const again = restated(opening, ideas);
  if (again) return { lines: [again], shape: { kind: 'prose' } };
  const final = ideas.length > 1 ? ideas.pop() : undefined;
  return final ?? { lines: [{ ...(opening.lines[0] as Line), leans: false }], shape: { kind: 'prose' } };
}

const plainClose = (line: Line): Line => {
  const text = line.text.replace(ANNOUNCING, '');
  return { ...line, text: capital(text), leans: false };
};

/** The last line, with those before it that it leans on: at most three. */
function lastRun(lines: readonly Line[]): Line[] {
  let from = lines.length - 1;
  while (from > 0 && lines[from]?.leans && !/^(?:so|therefore|ultimately)\b/i.test(lines[from]?.text ?? ''))
    from -= 1;
  return lines.length - from <= 3 ? lines.slice(from) : [];
}

/** The opening's point in a clause, or the weightiest other, led in by "So remember". */
function restated(opening: Idea, ideas: readonly Idea[]): Line | null {
  const spoken = (idea: Idea) =>
    ['prose', 'points', 'formula', 'code', 'drawing'].includes(idea.shape.kind) ? idea.lines : [];
  const lines = [
    ...spoken(opening),
    ...ideas.flatMap((idea) => spoken(idea)).sort((a, b) => b.weight - a.weight),
  ];
  for (const line of lines) {
    const whole =
      countWords(line.text) <= 13 && !line.leans && !leansBack(line.text) && !/\?$/.test(line.text)
        ? line.text.replace(/[.!]$/, '')
        : null;
    const claim = whole ?? claimOf(line.text, 12);
    if (claim && countWords(claim) >= 4 && !/^(?:if|when|while|although|because)\b/i.test(claim)) {
      return { text: closed(`So remember: ${uncapital(claim)}`), weight: 3, leans: false, parts: [] };
    }
  }
  return null;
}

function drop(ideas: Idea[], idea: Idea): void {
  if (idea.lines.length === 0) ideas.splice(ideas.indexOf(idea), 1);
}
