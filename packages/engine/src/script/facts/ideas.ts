/**
 * Cuts material into ideas, one a scene: by headings, lists and tables, and prose where the subject shifts.
 */
import type { Show } from '../show.ts';
import { type Idea, type Line, proseLine } from './idea.ts';
import { capital, splitLong } from './language/clauses.ts';
import { closed } from './language/sentences.ts';
import { countWords, isContent, wordsOf } from './language/words.ts';
import { listIdeas } from './lists.ts';
import { type Block, isFormulaLine } from './markdown.ts';
import { formula, spokenFormula, texOf } from './structure/formula.ts';
import { recognise } from './structure/index.ts';
import { tableIdeas } from './tables.ts';

const MOST_LINES = 4;
/** A line of no more weight than this is talk between people. */
const CHATTER = 0.15;
/** Words a scene of prose may hold: about 20 s of speech. */
const MOST_WORDS = 48;
/** Kinds that fall apart when they are cut in two. */
const LONGEST_RUN = 7;
const MOST_RUN_WORDS = 85;
const WHOLE = new Set(['messages', 'cycle', 'steps', 'dates', 'quantities']);

export interface Cut {
  ideas: Idea[];
  /** What the film leaves out, for the one who asked. */
  remarks: string[];
}

/** Ideas in the order of the material. */
export function ideasOf(blocks: readonly Block[], topic: ReadonlySet<string>): Cut {
  const ideas: Idea[] = [];
  const remarks: string[] = [];
  let heading: string | undefined;
  let prose: Line[][] = [];
  let lead: string | undefined;
  let shown: Idea['shape'] | undefined;

  const add = (lines: Line[], shape = shapeOf(lines)) =>
    ideas.push({ ...(heading ? { heading } : {}), lines, shape });

  /** What was to lead into the next block is a sentence like the others. */
  const closeLead = () => {
    if (lead) prose.push([leadLine(lead, topic)]);
    lead = undefined;
  };

  const flush = () => {
    closeLead();
    const cut = chunks(prose);
    const drawn = shown?.kind === 'drawing' ? bestFor(shown.show, cut) : undefined;
    cut.forEach((chunk, index) => {
      add(chunk, drawn === undefined || drawn === index ? shown : undefined);
    });
    if (drawn === -1)
      remarks.push(
        'A Mermaid block has no sentence beside it and is not shown; write what the voice should say to it.',
      );
    prose = [];
    shown = undefined;
  };

  /** Paragraphs before the one that leads into a listing or a drawing are told before it is shown. */
  const tellAllButLast = () => {
    closeLead();
    for (const chunk of chunks(prose.slice(0, -1))) add(chunk);
    prose = prose.slice(-1);
  };

  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'heading':
        flush();
        heading = block.text;
        break;
      case 'paragraph': {
        closeLead();
        const next = blocks[index + 1];
        const sentences = [...block.sentences];
        const leads = sentences.at(-1)!.endsWith(':') && next && next.kind !== 'heading';
        const own = leads ? sentences.pop() : undefined;
        if (shown && prose.length > 0 && !speaksOf(shown, sentences)) flush();
        lead = own;
        if (sentences.length > 0) prose.push(linesOf(sentences, topic));
        break;
      }
      case 'list': {
        const own = lead;
        lead = undefined;
        flush();
        ideas.push(...listIdeas(block, own, heading, topic));
        break;
      }
      case 'table': {
        flush();
        const told = tableIdeas(block, heading);
        ideas.push(...told.ideas);
        remarks.push(...told.remarks);
        break;
      }
      case 'code':
        if (shown?.kind === 'code' || shown?.kind === 'drawing') flush();
        tellAllButLast();
        shown = { kind: 'code', language: block.language, source: block.source };
        break;
      case 'drawing': {
        if (shown) flush();
        tellAllButLast();
        const { component, data, origin } = block.show;
        shown = { kind: 'drawing', show: { component, data, origin } };
        break;
      }
      case 'formula': {
        const spoken = spokenFormula(block.tex);
        const said = lead?.replace(/:$/, '');
        lead = undefined;
        if (shown && shown.kind !== 'formula') flush();
        if (spoken)
          prose.push([
            {
              text: said ? closed(`${said}: ${spoken}`) : closed(capital(spoken)),
              weight: 3,
              leans: said === undefined && prose.length > 0,
              parts: [],
            },
          ]);
        else if (said) prose.push([leadLine(said, topic)]);
        shown = { kind: 'formula', tex: texOf(block.tex) };
        break;
      }
    }
  }
  flush();
  return { ideas: withoutChatter(ideas).filter((idea) => idea.lines.length > 0), remarks };
}

/** Personal remarks go, where enough else is told. */
function withoutChatter(ideas: readonly Idea[]): Idea[] {
  const telling = ideas.reduce(
    (sum, idea) => sum + idea.lines.filter((line) => line.weight > CHATTER).length,
    0,
  );
  if (telling < 5) return [...ideas];
  return ideas.map((idea) => ({ ...idea, lines: idea.lines.filter((line) => line.weight > CHATTER) }));
}

/** Whether prose after a picture belongs to it; else it is a new idea. */
function speaksOf(shown: Idea['shape'], sentences: readonly string[]): boolean {
  const text = sentences.join(' ');
  if (shown.kind === 'code') return mentions(text, shown.source);
  if (shown.kind === 'drawing') return namedIn(text, wordsOfShow(shown.show)) > 0;
  return /^(?:where|here|with) /i.test(text);
}

const leadLine = (lead: string, topic: ReadonlySet<string>): Line =>
  proseLine(closed(lead.replace(/:$/, '')), topic);

/** Words of programs that are words of prose too. */
const KEYWORDS = new Set(
  'the and for from while with then else return returns function class import let const var new this that not true false none null print list value values item items end'.split(
    ' ',
  ),
);

const mentions = (text: string, source: string): boolean => namedIn(text, source) >= 2;

/** How many different names of the source the text speaks of. */
const namedIn = (text: string, source: string): number => {
  const names = new Set(
    (source.match(/[A-Za-z_]\w{2,}/g) ?? [])
      .map((name) => name.toLowerCase())
      .filter((name) => !KEYWORDS.has(name)),
  );
  const named = new Set(
    (text.match(/[A-Za-z_]\w{2,}/g) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => names.has(word)),
  );
  return named.size;
};

/** Every word that a drawing shows. */
function wordsOfShow({ data }: Show): string {
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(data);
  return words.join(' ');
}

/** Index of the scene that speaks most of what the drawing shows; −1 where there is none. */
function bestFor(show: Show, scenes: readonly Line[][]): number {
  const words = wordsOfShow(show);
  const counts = scenes.map((lines) => namedIn(lines.map((line) => line.text).join(' '), words));
  return counts.indexOf(Math.max(...counts));
}

function linesOf(sentences: readonly string[], topic: ReadonlySet<string>): Line[] {
  return sentences
    .map(withSpokenFormula)
    .map((sentence) => sentence.replace(/^where (?=\$?[A-Za-z]\b)/, 'Here '))
    .flatMap((sentence) => splitLong(sentence))
    .map((sentence) => proseLine(closed(capital(sentence.replace(/:$/, '.'))), topic))
    .filter((line) => countWords(line.text) > 0);
}

/** Inline formulas in words; a symbol alone is its letter. */
function withSpokenFormula(sentence: string): string {
  const spoken = sentence.replace(/\$([^$\n]{1,200})\$/g, (whole, tex: string) => {
    if (/^\d/.test(tex) && !/[=^_\\]/.test(tex)) return whole;
    return spokenFormula(tex) ?? 'the formula';
  });
  return spoken.replace(/[A-Za-zΔλ]\w{0,2}\s?=\s?[\w\s+\-−*/^×·²³]{1,30}(?=[,.;:)]|$)/u, (written) =>
    isFormulaLine(written) ? (spokenFormula(written) ?? written) : written,
  );
}

const shapeOf = (lines: readonly Line[]): Idea['shape'] => {
  const found = formula(lines.map((line) => line.text));
  return found ? { kind: 'formula', tex: found.tex } : { kind: 'prose' };
};

/** Paragraphs as scenes: short ones join, long ones part where the fewest words are shared. */
function chunks(paragraphs: readonly Line[][]): Line[][] {
  const out: Line[][] = [];
  for (const paragraph of paragraphs) {
    for (const chunk of parted(paragraph)) {
      const before = out.at(-1);
      const small = chunk.length === 1 || before?.length === 1 || wordsIn(chunk) < 14;
      if (
        before &&
        (small || chunk[0]?.leans) &&
        before.length + chunk.length <= MOST_LINES &&
        wordsIn(before) + wordsIn(chunk) <= MOST_WORDS
      )
        before.push(...chunk);
      else out.push([...chunk]);
    }
  }
  return out;
}

/** A paragraph in runs of two to four sentences; a run never opens with a sentence that points back, if it can be helped. */
function parted(lines: readonly Line[]): Line[][] {
  if (lines.length === 0) return [];
  const run = longestRun(lines);
  if (run)
    return [
      ...parted(lines.slice(0, run.from)),
      lines.slice(run.from, run.to),
      ...parted(lines.slice(run.to)),
    ];
  if (lines.length <= MOST_LINES && wordsIn(lines) <= MOST_WORDS) return [[...lines]];
  // The cheapest way to cut: best[i] is the cost of the first i lines.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= lines.length; end += 1) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = Math.max(0, end - MOST_LINES); from < end; from += 1) {
      const cost = (best[from]?.cost ?? 0) + runCost(lines, from, end);
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const runs: Line[][] = [];
  for (let end = lines.length; end > 0; end = (best[end] as { from: number }).from) {
    runs.unshift(lines.slice((best[end] as { from: number }).from, end));
  }
  return runs;
}

/** The longest stretch that is one of the kinds that stay whole; a line before it that is no part of it is left out. */
function longestRun(lines: readonly Line[]): { from: number; to: number } | null {
  const limit = Math.min(LONGEST_RUN, lines.length);
  for (let size = limit; size >= 3; size -= 1) {
    for (let from = 0; from + size <= lines.length; from += 1) {
      const stretch = lines.slice(from, from + size);
      if (wordsIn(stretch) <= MOST_RUN_WORDS && WHOLE.has(recognise(stretch.map((line) => line.text)).kind))
        return { from, to: from + size };
    }
  }
  return null;
}

function runCost(lines: readonly Line[], from: number, end: number): number {
  const size = end - from;
  const words = wordsIn(lines.slice(from, end));
  let cost = 1;
  if (size === 1) cost += 1.5;
  if (size === 4) cost += 0.3;
  if (words > MOST_WORDS) cost += (words - MOST_WORDS) / 6;
  if (from > 0) {
    if (lines[from]?.leans) cost += 2.5;
    cost += shared(lines[from - 1] as Line, lines[from] as Line) * 0.6;
  }
  return cost;
}

function shared(a: Line, b: Line): number {
  const words = new Set(wordsOf(a.text).filter((word) => isContent(word) && word.length > 3));
  return Math.min(3, wordsOf(b.text).filter((word) => words.has(word)).length);
}

/** Scenes of one sentence join a neighbour of the same heading; the first and the last stay by themselves. */
export function joinLone(ideas: readonly Idea[]): Idea[] {
  const out: Idea[] = [];
  for (const [index, idea] of ideas.entries()) {
    const before = out.at(-1);
    const inside =
      index < ideas.length - 1 &&
      (out.length > 1 || (idea.lines.length === 1 && before !== undefined && wordsIn(before.lines) <= 24));
    const lone = before && (idea.lines.length === 1 || before.lines.length === 1);
    const alike =
      before?.shape.kind === 'prose' && idea.shape.kind === 'prose' && before.heading === idea.heading;
    if (
      inside &&
      lone &&
      alike &&
      before.lines.length + idea.lines.length <= MOST_LINES &&
      wordsIn(before.lines) + wordsIn(idea.lines) <= MOST_WORDS
    ) {
      out[out.length - 1] = { ...before, lines: [...before.lines, ...idea.lines] };
    } else out.push(idea);
  }
  return out;
}

const wordsIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + countWords(line.text), 0);
