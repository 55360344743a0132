/**
 * Lists as speech: steps with "First, … Then … Finally, …", full sentences one after the other,
 * and bare names gathered into one sentence.
 */
import type { Idea, Line, Part } from './idea.ts';
import { leansBack, weigh, withoutFiller } from './idea.ts';
import { isEquation } from './inline.ts';
import { capital, isClause, splitLong, uncapital } from './language/clauses.ts';
import { figures } from './language/nouns.ts';
import { closed, sentencesOf } from './language/sentences.ts';
import { shorten } from './language/shorten.ts';
import { finiteVerb, tokensOf } from './language/tokens.ts';
import { countWords } from './language/words.ts';
import type { Block, Item } from './markdown.ts';
import { measures } from './structure/measure.ts';
import { pieceOrName, quote, withCapital } from './structure/passage.ts';
import { isInstruction } from './structure/steps.ts';
import { tableIdeas } from './tables.ts';

/** Most items a scene shows; longer lists go on in the next. */
const MOST_IN_SCENE = 5;
/** A procedure with a step missing is a wrong one: nearly everything else goes first. */
const STEP_WEIGHT = 8;
/** A lead-in that its items complete ("Benefits include:"). */
const OPEN =
  /\b(?:includes?|including|are|is|were|was|such as|by|to|for|with|of|like|has|have|contains?|needs?|covers?|means|offers?)$/i;

type ListBlock = Block & { kind: 'list' };

/**
 * The scenes of a list.
 * @param lead the sentence before it that ends in a colon
 */
export function listIdeas(
  block: ListBlock,
  lead: string | undefined,
  heading: string | undefined,
  topic: ReadonlySet<string>,
): Idea[] {
  // An equation cannot be read aloud item by item.
  const items = block.items.map(flat).filter((item) => countWords(item) > 0 && !isEquation(item));
  if (items.length === 0) return [];
  const before = lead?.replace(/:$/, '').trim();
  // "Next steps:" is a heading, not something to say.
  const bare =
    before !== undefined &&
    !OPEN.test(before) &&
    (countWords(before) <= 3 || (countWords(before) <= 5 && finiteVerb(tokensOf(before)) < 0));
  const intro = bare ? undefined : before;
  const title = bare ? before : heading;
  const instructive = items.filter((item) => isInstruction(item)).length >= Math.max(2, items.length * 0.6);
  const clauses = items.filter((item) => hasVerb(item)).length;
  const head = title ? { heading: title } : {};
  const figures = figureItems(items, title);
  if (figures) return [{ ...head, ...figures }];
  if (instructive || (block.ordered && clauses >= items.length * 0.6)) {
    return groups(items, MOST_IN_SCENE).map((group, index, all) => ({
      ...head,
      shape: { kind: 'steps' },
      lines: [
        ...(index === 0 && intro && !OPEN.test(intro) ? [introLine(intro)] : []),
        ...group.flatMap((item, place) =>
          stepLines(
            item,
            index * MOST_IN_SCENE + place,
            index === all.length - 1 && place === group.length - 1,
            items.length,
          ),
        ),
      ],
    }));
  }
  if (
    clauses < items.length * 0.5 &&
    items.every((item) => countWords(item) <= 9 && !/:/.test(item) && sentencesOf(item).length === 1)
  ) {
    return [{ ...head, shape: { kind: 'points' }, lines: series(items, intro, title) }];
  }
  return groups(items, MOST_IN_SCENE).map((group, index) => ({
    ...head,
    shape: { kind: 'points' },
    lines: [
      ...(index === 0 && intro && !OPEN.test(intro) ? [introLine(intro)] : []),
      ...group.flatMap((item) => pointLines(item, topic)),
    ],
  }));
}

/** An item with its sub-items as one text: "parent: a, b and c". */
function flat(item: Item): string {
  if (item.children.length === 0) return item.text;
  const children = joined(item.children.map((child) => child.replace(/[.;,]$/, '')));
  return item.text ? `${item.text.replace(/[.:]$/, '')}: ${children}` : children;
}

const hasVerb = (item: string): boolean =>
  finiteVerb(tokensOf(item.replace(/^[^:]{1,40}: /, ''))) >= 0 || isInstruction(item);

const introLine = (intro: string): Line => ({
  text: closed(capital(intro)),
  weight: 1.2,
  leans: false,
  parts: [],
});

function stepLines(item: string, place: number, isLast: boolean, count: number): Line[] {
  const [first = '', ...rest] = sentencesOf(item).flatMap((sentence) => splitLong(sentence));
  const order =
    place === 0 ? 'First, ' : isLast && count > 2 ? 'Finally, ' : place % 2 === 1 ? 'Then ' : 'Next, ';
  const ordered =
    /^(?:first|then|next|finally|after|once|when|now|step)\b/i.test(first) ||
    (isLast && count > 2 && /^finally/i.test(first));
  const text = ordered ? first : `${order}${uncapital(first)}`;
  const piece = pieceOrName(first);
  const told = (words: string) => closed(ordered ? words : `${order}${uncapital(words)}`);
  const shorter = [
    shorten(first, countWords(first) - 2, Number.POSITIVE_INFINITY, 'keep'),
    shorten(first, 7, Number.POSITIVE_INFINITY, 'keep'),
  ]
    .filter(
      (words, index, all): words is string =>
        words !== null && words !== all[index - 1] && (index > 0 || isComplete(first, words)),
    )
    .map(told);
  const part: Part[] = piece
    ? [{ text: piece.text, say: sayIn(text, piece.say) }]
    : [{ text: withCapital(first.split(' ').slice(0, 5).join(' ')), say: quote(first) }];
  return [
    { text, ...(shorter.length > 0 ? { shorter } : {}), weight: STEP_WEIGHT, leans: place > 0, parts: part },
    ...rest.map((sentence) => ({ text: sentence, weight: 0.6, leans: true, parts: [] })),
  ];
}

/** Nothing that must be done or measured is cut: no figure, and no "and place it on a tray". */
function isComplete(step: string, brief: string): boolean {
  const rest = step.slice(step.toLowerCase().indexOf(brief.toLowerCase()) + brief.length);
  if (/\b(?:by|in|on|until|before|from)\s+\p{Lu}/u.test(rest)) return false;
  return !/\band\b/.test(rest) && figures(brief).length === figures(step).length;
}

/** The quoted words as they stand after the first letter may have changed. */
const sayIn = (text: string, say: string): string => {
  const at = text.toLowerCase().indexOf(say.toLowerCase());
  return at < 0 ? quote(text, 0, 3) : text.slice(at, at + say.length);
};

function pointLines(item: string, topic: ReadonlySet<string>): Line[] {
  const label = /^([^:–—]{2,40}?)(?::| [–—-]) (.+)$/.exec(item);
  const lines = (label ? [labelled(label[1] as string, label[2] as string)] : sentencesOf(item)).flatMap(
    (sentence) => splitLong(withoutFiller(sentence)),
  );
  return lines.map((sentence, index) => {
    const text = closed(capital(sentence));
    const short =
      label && index === 0 && countWords(label[1] as string) <= 5
        ? { text: withCapital(label[1] as string), say: quote(text) }
        : index === 0
          ? pieceOrName(text)
          : null;
    const own = short && /\d/.test(text) && !/\d/.test(short.text) ? (withFigure(text) ?? short) : short;
    return {
      text,
      weight: weigh(text, topic) + 0.8,
      leans: index > 0 || leansBack(text),
      parts: own ? [own] : [],
    };
  });
}

/** A labelled figure keeps it on screen: "Churn 3.2%". */
function withFigure(text: string): Part | null {
  const whole = shorten(text, 8, 58);
  return whole ? { text: withCapital(whole), say: quote(text) } : null;
}

/** "Revenue: 1.2 million" is said as "Revenue is 1.2 million"; other labels keep their colon, a pause. */
function labelled(name: string, rest: string): string {
  const measure = measures(rest)[0];
  const figure = measure && measure.start <= 1 && !/^\d{1,2} [A-Z]/.test(rest);
  if (!figure || finiteVerb(tokensOf(name)) >= 0)
    return `${name}: ${isClause(rest) ? rest : uncapital(rest)}`;
  return `${name} ${/[^s]s$/i.test(name) ? 'are' : 'is'} ${rest}`;
}

/** "Q1: €2.1 million", "Q2: …" below "Revenue by quarter": one quantity, told like a table's column. */
function figureItems(
  items: readonly string[],
  title: string | undefined,
): Pick<Idea, 'lines' | 'shape'> | null {
  const rows = items.map((item) => /^([^:]{1,24}): (.{1,30})$/.exec(item.replace(/[.;]$/, '')));
  if (
    !title ||
    items.length < 2 ||
    items.length > 8 ||
    rows.some((row) => !row || measures(row[2] as string).length !== 1 || countWords(row[2] as string) > 3)
  )
    return null;
  const name = title.replace(/\s(?:by|per|for each|each|in|over)\s.*$/i, '');
  if (countWords(name) > 4 || finiteVerb(tokensOf(name)) >= 0) return null;
  const table = tableIdeas(
    { kind: 'table', header: ['', name], rows: rows.map((row) => [row?.[1] ?? '', row?.[2] ?? '']) },
    title,
  ).ideas[0];
  return table?.shape.kind === 'bars' ? { lines: table.lines, shape: table.shape } : null;
}

/** Bare names in one sentence, or two when there are many. */
function series(items: readonly string[], intro: string | undefined, heading: string | undefined): Line[] {
  const names = items.map((item) => item.replace(/[.;,]$/, ''));
  const plural = heading && /[^s]s$/i.test(heading) && countWords(heading) <= 4;
  const lead = intro
    ? OPEN.test(intro)
      ? intro
      : `${intro}:`
    : plural
      ? `The ${uncapital(heading)} are`
      : heading
        ? `${heading}:`
        : '';
  const chunks = groups(names, 4);
  return chunks.map((chunk, index) => {
    const spoken = joined(chunk.map((name) => uncapital(name)));
    const text =
      index === 0
        ? closed(capital(`${lead} ${spoken}`.trim()))
        : closed(chunk.length > 1 ? `Then come ${spoken}` : `And ${spoken}`);
    const parts = chunk.map((name) => ({
      text: withCapital(name.split(/\s+/).slice(0, 8).join(' ')),
      say: quote(uncapital(name)),
    }));
    return { text, weight: 2, leans: index > 0, parts };
  });
}

export function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Runs of at most `most`, as even as can be: 6 become 3 and 3, not 5 and 1. */
export function groups<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  const out: T[][] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const size = Math.ceil((all.length - at) / (count - index));
    out.push(all.slice(at, at + size));
    at += size;
  }
  return out;
}
