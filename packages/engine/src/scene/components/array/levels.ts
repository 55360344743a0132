/**
 * Levels beside the cells: pointers and brackets stand as near to the cells as they can without meeting each other
 * at any time; who comes where somebody already is stands one level further out.
 */
import type { TextBlock } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { ArrayData } from './schema.ts';
import type { Story } from './story.ts';

export interface Stand {
  kind: 'pointer' | 'bracket';
  /** A pointer's name; a bracket's operation. */
  name: string;
  /** From which operation (−1 the start) up to which it stands there. */
  from: number;
  to: number;
  /** Places it belongs to. */
  first: number;
  last: number;
  label: TextBlock | undefined;
  level: number;
}

export interface Ladder {
  stands: Stand[];
  /** Cross coordinate of the first level, px. */
  origin: number;
  /** Where each level begins, from the origin, px. */
  offsets: number[];
  /** What all levels take, px. */
  size: number;
}

/** Length of a pointer's tip and of a bracket's arms, and the room between things, px. */
export const TIP = 30;
export const ARM = 24;
export const NEAR = 8;
const BETWEEN = 18;
const MOST_LEVELS = 4;

export interface Run {
  isRow: boolean;
  /** Centres of the places along the cells, px. */
  mains: number[];
  pitch: number;
  area: Box;
}

/** Undefined where more levels would be needed than anybody can read. */
export function layLevels(data: ArrayData, story: Story, run: Run, setting: Setting): Ladder | undefined {
  const stands = [...pointersOf(data, story, setting), ...bracketsOf(story, run, setting)].sort(
    (a, b) => a.from - b.from,
  );
  const settled: Stand[] = [];
  for (const stand of stands) {
    const rivals = settled.filter(
      (one) => one.from < stand.to && stand.from < one.to && meet(one, stand, run),
    );
    while (rivals.some((one) => one.level === stand.level)) stand.level += 1;
    if (stand.level >= MOST_LEVELS) return undefined;
    settled.push(stand);
  }
  const offsets: number[] = [];
  let size = 0;
  for (let level = 0; level <= Math.max(-1, ...settled.map((one) => one.level)); level += 1) {
    offsets.push(size);
    const here = settled.filter((one) => one.level === level);
    size += Math.max(0, ...here.map((one) => depthOf(one, run.isRow))) + BETWEEN;
  }
  return { stands: settled, origin: 0, offsets, size };
}

function depthOf({ kind, label }: Stand, isRow: boolean): number {
  const own = kind === 'pointer' ? TIP : ARM;
  return own + (label ? NEAR + (isRow ? label.height : label.width) : 0);
}

function pointersOf(data: ArrayData, story: Story, setting: Setting): Stand[] {
  const stands: Stand[] = [];
  const stand = (name: string, place: number, from: number) => {
    const last = stands.findLast((one) => one.name === name);
    if (last) last.to = from;
    const label = setting.fit(name, {
      style: setting.theme.fonts.mono,
      size: setting.type.label + 2,
      max_width: 400,
      max_lines: 1,
    });
    const to = Number.POSITIVE_INFINITY;
    stands.push({ kind: 'pointer', name, from, to, first: place, last: place, label, level: 0 });
  };
  for (const { name, at } of data.pointers) stand(name, at - data.first, -1);
  story.steps.forEach(({ op }, index) => {
    if (op.do === 'point') stand(op.pointer, op.to - data.first, index);
  });
  return stands;
}

function bracketsOf(story: Story, run: Run, setting: Setting): Stand[] {
  const stands: Stand[] = [];
  story.steps.forEach(({ op, about, before, after }, index) => {
    // Where cells have moved, a bracket no longer says what it said.
    if (op.do === 'insert' || op.do === 'remove') {
      const from = (op.do === 'insert' ? after : before).indexOf(about[0]!);
      for (const one of stands) if (one.last >= from) one.to = Math.min(one.to, index);
    }
    if (op.do !== 'drop' && op.do !== 'mark') return;
    const first = before.indexOf(about[0]!);
    const last = before.indexOf(about.at(-1)!);
    // A bracket around what already has one takes its place.
    for (const one of stands) if (one.first <= last && first <= one.last) one.to = Math.min(one.to, index);
    const span = run.pitch * (last - first + 1);
    const label = op.label
      ? setting.fit(op.label, {
          size: setting.type.label,
          max_width: run.isRow ? Math.max(span, 420) : setting.area.width * 0.34,
          max_lines: run.isRow ? 2 : 3,
        })
      : undefined;
    const to = Number.POSITIVE_INFINITY;
    stands.push({ kind: 'bracket', name: String(index), from: index, to, first, last, label, level: 0 });
  });
  return stands;
}

/** Along the cells: do both need the same room? */
function meet(a: Stand, b: Stand, run: Run): boolean {
  const [one, other] = [extentOf(a, run), extentOf(b, run)];
  return one.from < other.to && other.from < one.to;
}

/** What a stand takes along the cells, px; a label is kept within the area. */
function extentOf({ kind, first, last, label }: Stand, run: Run): { from: number; to: number } {
  const middle = (run.mains[first]! + run.mains[last]!) / 2;
  const own = kind === 'pointer' ? TIP : run.pitch * (last - first + 1);
  const words = label ? (run.isRow ? label.width + 28 : label.height) : 0;
  const at = labelAt(middle, words, run);
  return {
    from: Math.min(middle - own / 2, at - words / 2),
    to: Math.max(middle + own / 2, at + words / 2),
  };
}

/** Centre of a label along the cells. */
export function labelAt(middle: number, length: number, { isRow, area }: Run): number {
  const [from, size] = isRow ? [area.x - 60, area.width + 120] : [area.y, area.height];
  return Math.min(from + size - length / 2, Math.max(from + length / 2, middle));
}
