/**
 * The keyless planner for free text: from the facts in the task to a script with an opening, a body and a close.
 * It selects, orders, cuts and joins the material's own words; it claims nothing of its own.
 */
import type { Brief } from '../../brief/brief.ts';
import { estimateByWords, type FilmEstimator } from '../pace.ts';
import type { Script, Section, Source } from '../script.ts';
import { fitTo } from './choose.ts';
import { takeClose, takeOpening } from './ends.ts';
import { headlineOf } from './headline.ts';
import { type Idea, structureOf, topicWords } from './idea.ts';
import { ideasOf, joinLone } from './ideas.ts';
import { capital } from './language/clauses.ts';
import { names } from './language/nouns.ts';
import type { Block } from './markdown.ts';
import { type Material, readMaterial } from './material.ts';
import { recognise } from './structure/index.ts';

/** Shorter than this share of the length asked for, the film is announced as short. */
const SHORT = 0.95;
/** "Photosynthesis - quick notes": what sort of text it is, not what it is about. */
const NOTES =
  /\s[-–—|:]\s(?:my |some |quick |rough |short |meeting )*(?:notes|summary|draft|outline|overview)\b.*$/i;
/** Material that stays below this share of the length has nothing left to add. */
const ALL_TOLD = 0.97;
const TASK = 'task';

/**
 * A script from the facts in the task, or null when the task only names a subject.
 * @param estimate seconds a film of given sections lasts; by words alone when absent
 */
export async function factsScript(
  brief: Brief,
  estimate: FilmEstimator = estimateByWords,
): Promise<Script | null> {
  const material = readMaterial(brief.task);
  if (!material) return null;
  const told = material.blocks.flatMap(sentencesIn);
  const topic = topicWords(told, material.title);
  const core = topicWords(told, material.title, material.title ? 2 : 4);
  const { ideas, remarks } = ideasOf(material.blocks, topic);
  if (ideas.length === 0) return null;
  const opening = takeOpening(ideas, topic, core);
  const close = takeClose(ideas, opening);
  const wanted = brief.video_duration_seconds;
  const all = [opening, ...ideas, close];
  const seconds = estimate(all.map((idea) => idea.lines.map((line) => line.text)));
  const fitted = fitTo(all, wanted, estimate);
  const steps = (ideas: readonly Idea[]) =>
    ideas
      .filter((idea) => idea.shape.kind === 'steps')
      .flatMap((idea) => idea.lines)
      .filter((line) => line.parts.length > 0).length;
  if (steps(fitted) < steps(all))
    remarks.push(
      `The film shows ${steps(fitted)} of ${steps(all)} steps; for all of them, ask for a longer film.`,
    );
  const sections = sectionsOf(joinLone(fitted));
  if (seconds < wanted * SHORT) {
    remarks.push(
      `The material is told in about ${Math.round(seconds)} s; for ${wanted} s, paste more facts.`,
    );
  }
  return {
    title: titleOf(material, told[0] ?? ''),
    planner: 'facts',
    requested_seconds: wanted,
    material_ends: seconds < wanted * ALL_TOLD,
    sections,
    sources: sourcesOf(material),
    remarks,
  };
}

function sectionsOf(ideas: readonly Idea[]): Section[] {
  const used = new Set<string>();
  return ideas.map((idea, index): Section => {
    const headline = headlineOf(idea, used);
    used.add(headline.replace(/\*/g, '').toLowerCase());
    const texts = idea.lines.map((line) => line.text);
    return {
      id: `s${index + 1}`,
      role: index === 0 ? 'opening' : index === ideas.length - 1 ? 'close' : 'body',
      headline,
      sentences: texts.map((text) => ({ text, sources: [TASK] })),
      ...(idea.shape.kind === 'drawing' ? { show: idea.shape.show } : {}),
      structure: structureOf(idea) ?? recognise(texts),
    };
  });
}

/** The task itself; and what it names as its own sources, so that a reader can go on from there. */
function sourcesOf(material: Material): Source[] {
  return [
    { id: TASK, title: 'The text of the task', where: 'the task' },
    ...material.named.map((title, index) => ({
      id: `${TASK}-${index + 1}`,
      title,
      where: 'named in the task',
    })),
  ];
}

/** The material's own title, else the first thing it names. */
function titleOf(material: Material, first: string): string {
  if (material.title) return material.title.replace(/[.:]$/, '').replace(NOTES, '').slice(0, 90);
  const name = names(first, 4)[0];
  return capital(
    name?.text ??
      first
        .split(/\s+/)
        .slice(0, 5)
        .join(' ')
        .replace(/[.,;:]$/, ''),
  );
}

function sentencesIn(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences;
    case 'list':
      return block.items.map((item) => item.text);
    case 'table':
      return block.rows.map((row) => row.join(', '));
    default:
      return [];
  }
}
