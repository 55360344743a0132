/**
 * Fits ideas to a length: says steps more briefly, leaves out what tells least, and never leaves a sentence
 * without the one it leans on. Order stays as it was.
 */
import type { FilmEstimator } from '../pace.ts';
import type { Idea, Line } from './idea.ts';
import { countWords, isContent, wordsOf } from './language/words.ts';

/** How far (as a share of the length) the estimate may be off before more is tried. */
const CLOSE_ENOUGH = 0.02;
/** From here on a procedure is told only in part, its last scenes left out. */
const FAR_OVER = 1.05;
const MOST_CUTS = 400;
/** A film may end this share over its length where that is nearer than any shorter cut. */
const MOST_OVER = 0.04;
const MOST_REFILLS = 8;
const MOST_EXCHANGED = 8;
/** What a scene of prose with a single sentence left costs, in weight. */
const LONE = 1.2;

/** What it costs to leave out the sentence that brought up a thing spoken of later. */
const ORPHAN = 0.7;

interface Plan {
  /** The lines kept of each idea, by index. */
  kept: Set<number>[];
  /** How briefly each line is said: 0 in full, 1 and 2 in its shorter forms. */
  brief: Map<number, number>[];
}

/** One thing that makes the film shorter: lines left out, or one line said briefly. */
interface Saving {
  idea: number;
  lines: number[];
  brief: boolean;
  /** Weight lost per word saved. */
  rate: number;
}

/**
 * The ideas cut to about `seconds` by `estimator`; the first is the opening and the last the close.
 * Ideas of which nothing is left are gone.
 */
export function fitTo(ideas: readonly Idea[], seconds: number, estimator: FilmEstimator): Idea[] {
  const estimate = remembering(estimator);
  const plan: Plan = {
    kept: ideas.map((idea) => new Set(idea.lines.keys())),
    brief: ideas.map(() => new Map<number, number>()),
  };
  const length = () => estimate(chosen(ideas, plan).map((idea) => idea.lines.map((line) => line.text)));
  const cut = (limit: number, giveUpSteps: boolean) => {
    for (let cuts = 0; cuts < MOST_CUTS && length() > limit; cuts += 1) {
      const saving = cheapest(ideas, plan, giveUpSteps);
      if (!saving) return;
      for (const line of saving.lines) {
        if (saving.brief) plan.brief[saving.idea]?.set(line, (plan.brief[saving.idea]?.get(line) ?? 0) + 1);
        else plan.kept[saving.idea]?.delete(line);
      }
    }
  };
  cut(seconds * (1 + CLOSE_ENOUGH), false);
  if (length() > seconds * FAR_OVER) cut(seconds * (1 + CLOSE_ENOUGH), true);
  refill(ideas, plan, seconds, length);
  return chosen(ideas, plan);
}

/** The same estimate from each sentence's own, asked once: hundreds of cuts are weighed against each other. */
function remembering(estimate: FilmEstimator): FilmEstimator {
  const known = new Map<string, number>();
  const alone = (text: string): number => {
    const seconds = known.get(text) ?? estimate([[text]]);
    known.set(text, seconds);
    return seconds;
  };
  const probe = 'One.';
  const next = estimate([[probe, probe]]) - 2 * alone(probe);
  const apart = estimate([[probe], [probe]]) - 2 * alone(probe);
  return (sections) => {
    let seconds = 0;
    for (const [index, sentences] of sections.entries()) {
      for (const sentence of sentences) seconds += alone(sentence);
      seconds += (sentences.length - 1) * next + (index > 0 ? apart : 0);
    }
    return seconds;
  };
}

const chosen = (ideas: readonly Idea[], plan: Plan): Idea[] =>
  ideas.flatMap((idea, index) => {
    const lines = idea.lines.flatMap((line, at) => {
      if (!plan.kept[index]?.has(at)) return [];
      return [spokenAs(line, plan.brief[index]?.get(at))];
    });
    return lines.length > 0 ? [{ ...idea, lines }] : [];
  });

const textOf = (line: Line, brief = 0): string =>
  brief > 0 ? (line.shorter?.[brief - 1] ?? line.text) : line.text;

/** The line as briefly as asked; what its parts quote is quoted from the words that are left. */
function spokenAs(line: Line, brief = 0): Line {
  const text = textOf(line, brief);
  if (text === line.text) return line;
  const parts = line.parts.map((part) => {
    const words = part.say.split(/\s+/);
    while (words.length > 1 && !text.includes(words.join(' '))) words.pop();
    return { ...part, say: words.join(' ').replace(/[.,;:!?]+$/, '') };
  });
  return { ...line, text, parts };
}

function cheapest(ideas: readonly Idea[], plan: Plan, giveUpSteps: boolean): Saving | null {
  let best: Saving | null = null;
  const lastSteps = ideas.findLastIndex(
    (idea, index) => idea.shape.kind === 'steps' && (plan.kept[index] as Set<number>).size > 0,
  );
  for (let index = 0; index < ideas.length; index += 1) {
    for (const saving of savings(ideas, index, plan)) {
      const step = ideas[index]?.shape.kind === 'steps' && !saving.brief;
      if (step && !(giveUpSteps && index === lastSteps)) continue;
      if (!best || saving.rate < best.rate) best = saving;
    }
  }
  return best;
}

function* savings(ideas: readonly Idea[], index: number, plan: Plan): Generator<Saving> {
  const idea = ideas[index] as Idea;
  const kept = [...(plan.kept[index] as Set<number>)].sort((a, b) => a - b);
  const had = idea.lines.filter((line) => line.parts.length > 0).length;
  for (const at of kept) {
    const line = idea.lines[at] as Line;
    const brief = plan.brief[index]?.get(at) ?? 0;
    if (brief < (line.shorter?.length ?? 0)) {
      // Without detail costs little; the bare act loses what one needs to do it.
      yield {
        idea: index,
        lines: [at],
        brief: true,
        rate:
          (line.weight * (brief === 0 && line.shorter?.length === 2 ? 0.1 : 0.25)) /
          Math.sqrt(countWords(line.text)),
      };
    }
    let lines = withFollowers(idea, kept, at);
    const left = kept.filter((one) => !lines.includes(one));
    const parts = left.filter((one) => (idea.lines[one] as Line).parts.length > 0).length;
    // A list keeps two parts and a run of steps all of them: without, the whole scene goes.
    if (left.length === 0 || (idea.shape.kind === 'steps' ? parts < had : had > 1 && parts < 2)) lines = kept;
    const weight = lines.reduce((sum, one) => sum + (idea.lines[one] as Line).weight, 0);
    if (!mayGo(ideas, index, lines, left)) continue;
    const words = lines.reduce((sum, one) => sum + countWords((idea.lines[one] as Line).text), 0);
    const lone = left.length === 1 && lines !== kept ? LONE : 0;
    const orphans = lines === kept ? 0 : orphaned(idea, kept, lines);
    yield {
      idea: index,
      lines,
      brief: false,
      rate: (weight + lone + orphans) / Math.sqrt(Math.max(1, words)),
    };
  }
}

/** What later lines of the scene would miss: words they take up that only the lines in question have brought. */
function orphaned(idea: Idea, kept: readonly number[], gone: readonly number[]): number {
  const first = gone[0] as number;
  const words = (at: number) =>
    wordsOf((idea.lines[at] as Line).text).filter((word) => word.length > 3 && isContent(word));
  const before = new Set(kept.filter((at) => at < first).flatMap(words));
  const after = new Set(kept.filter((at) => at > first && !gone.includes(at)).flatMap(words));
  const missed = new Set(gone.flatMap(words).filter((word) => after.has(word) && !before.has(word)));
  return Math.min(missed.size * ORPHAN, 2 * ORPHAN);
}

/**
 * The opening keeps its first line and the close its last. Only a procedure too long for its film may end on its
 * last step instead.
 */
function mayGo(
  ideas: readonly Idea[],
  index: number,
  lines: readonly number[],
  left: readonly number[],
): boolean {
  if (index === 0) return left.length > 0 && !lines.includes(0);
  if (index < ideas.length - 1) return true;
  const last = (ideas[index] as Idea).lines.length - 1;
  return left.length > 0
    ? !lines.includes(last) && !(ideas[index]?.lines[Math.max(...lines) + 1]?.leans ?? false)
    : ideas.at(-2)?.shape.kind === 'steps';
}

/** The line and the kept lines after it that lean on it. Steps follow one another without leaning in this sense. */
function withFollowers(idea: Idea, kept: readonly number[], at: number): number[] {
  const lines = [at];
  for (let next = at + 1; next < idea.lines.length; next += 1) {
    const line = idea.lines[next] as Line;
    if (!line.leans || (idea.shape.kind === 'steps' && line.parts.length > 0)) break;
    if (kept.includes(next)) lines.push(next);
  }
  return lines;
}

/** Puts back what still fits, the one that comes nearest to the length first. */
function refill(ideas: readonly Idea[], plan: Plan, seconds: number, length: () => number): void {
  for (let round = 0; round < MOST_REFILLS; round += 1) {
    const now = length();
    if (now >= seconds * (1 - CLOSE_ENOUGH)) return;
    let best: { apply: () => void; off: number } | null = null;
    for (const { apply, undo } of additions(ideas, plan)) {
      apply();
      const then = length();
      undo();
      const off = Math.abs(then - seconds);
      if (then <= seconds * (1 + MOST_OVER) && off < Math.abs(now - seconds) && (!best || off < best.off))
        best = { apply, off };
    }
    best ??= exchange(ideas, plan, seconds, length);
    if (!best) return;
    best.apply();
  }
}

/** One line out for another that brings the length nearer: among the lightest that are told and all that are not. */
function exchange(
  ideas: readonly Idea[],
  plan: Plan,
  seconds: number,
  length: () => number,
): { apply: () => void; off: number } | null {
  const gives = ideas
    .flatMap((idea, index) =>
      index === 0 || index === ideas.length - 1 || idea.shape.kind === 'steps'
        ? []
        : [...savings(ideas, index, plan)],
    )
    .filter(
      (saving) =>
        !saving.brief && saving.lines.length === 1 && (plan.kept[saving.idea] as Set<number>).size > 1,
    )
    .sort((a, b) => a.rate - b.rate)
    .slice(0, MOST_EXCHANGED);
  const takes = [...additions(ideas, plan)].slice(0, 2 * MOST_EXCHANGED);
  let best: { apply: () => void; off: number } | null = null;
  for (const give of gives) {
    const kept = plan.kept[give.idea] as Set<number>;
    const line = give.lines[0] as number;
    for (const take of takes) {
      kept.delete(line);
      take.apply();
      const then = length();
      take.undo();
      kept.add(line);
      const off = Math.abs(then - seconds);
      if (
        then > seconds * (1 + MOST_OVER) ||
        off >= Math.abs(length() - seconds) ||
        (best && off >= best.off)
      )
        continue;
      const apply = () => {
        kept.delete(line);
        take.apply();
      };
      best = { apply, off };
    }
  }
  return best;
}

function* additions(ideas: readonly Idea[], plan: Plan): Generator<{ apply: () => void; undo: () => void }> {
  for (let index = 1; index < ideas.length - 1; index += 1) {
    const idea = ideas[index] as Idea;
    const kept = plan.kept[index] as Set<number>;
    const brief = plan.brief[index] as Map<number, number>;
    for (const at of idea.lines.keys()) {
      const level = brief.get(at) ?? 0;
      if (kept.has(at) && level > 0)
        yield { apply: () => brief.set(at, level - 1), undo: () => brief.set(at, level) };
      const alone = idea.shape.kind !== 'prose' && kept.size === 0;
      if (kept.has(at) || alone || (idea.lines[at]?.leans && !kept.has(at - 1))) continue;
      yield { apply: () => kept.add(at), undo: () => kept.delete(at) };
    }
  }
}
