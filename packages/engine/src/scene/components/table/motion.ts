/** The table is there at once; then the light slides to what is named, and the words under it take its colour. */
import { draw, fade, grow, overBefore, present, rest } from '../../motion/grammar.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { ICON_GAP, PAD } from './fit.ts';
import { covers, type Target, targetsOf } from './highlights.ts';
import type { TableData } from './schema.ts';

const SLIDE = 0.4;
const STEP = 0.05;
/** Of the words of a single cell that is lit. */
const ENLARGED = 1.16;
/** What stays between enlarged words and the picture or the edge beside them, px. */
const CLEAR = 8;

export function moveTable(data: TableData, setting: Setting): void {
  const { timeline, placed } = setting;
  data.columns.forEach((_, column) => {
    fade(timeline, [`header.${column}`], 0.1);
  });
  data.rows.forEach((row, index) => {
    const at = 0.1 + index * STEP;
    draw(timeline, [`rule.${index}`], at, 0.5);
    const cells = row.cells.map((_, column) => `cell.${index}.${column}`);
    fade(
      timeline,
      [`icon.${index}`, ...cells].filter((id) => placed.has(id)),
      at,
    );
  });
  const targets = targetsOf(data);
  targets.forEach((target, index) => {
    const at = setting.cue(target.part);
    const next = targets[index + 1];
    const until = next ? setting.cue(next.part) : setting.duration;
    slide(index, at, overBefore(until, at, SLIDE), setting);
    colour(data, target, targets[index - 1], { at, over: overBefore(until, at, 0.25) }, setting);
  });
}

/** From where the light was to where it is wanted: two rectangles that change places look like one that moves. */
function slide(index: number, at: number, over: number, setting: Setting): void {
  const { timeline } = setting;
  const id = `light.${index}`;
  if (index === 0) {
    grow(timeline, id, at, 'right', over);
    return;
  }
  const [from, to] = [setting.boxOf(`light.${index - 1}`), setting.boxOf(id)];
  timeline.set(id, { opacity: 0, ...shift(from, to) });
  timeline.to(id, { opacity: 1 }, { at, over: 0.06 });
  timeline.to(id, { x: 0, y: 0, scale_x: 1, scale_y: 1 }, { at, over, ease: 'out' });
  timeline.to(`light.${index - 1}`, { opacity: 0 }, { at, over: 0.06 });
}

/** What makes `to` look like `from`: side scales are about the left and the bottom edge. */
function shift(from: Box, to: Box): { x: number; y: number; scale_x: number; scale_y: number } {
  return {
    x: from.x - to.x,
    y: from.y + from.height - to.y - to.height,
    scale_x: from.width / to.width,
    scale_y: from.height / to.height,
  };
}

/** Long words grow less: they have no more room beside them than short ones. */
function enlarged(width: number): number {
  return Math.min(ENLARGED, 1 + (2 * (Math.min(ICON_GAP, PAD.x) - CLEAR)) / width);
}

function colour(
  data: TableData,
  target: Target,
  before: Target | undefined,
  { at, over }: { at: number; over: number },
  setting: Setting,
): void {
  const { timeline, theme, placed } = setting;
  const resting = (column: number, row: number) =>
    row >= 0 && column === 0 ? theme.colors.ink : theme.colors.soft;
  const paint = (id: string, lit: boolean, wasLit: boolean, color: string) => {
    if (!placed.has(id) || lit === wasLit) return;
    timeline.to(id, { color: lit ? setting.tone(target.tone) : color }, { at, over });
    if (lit && isCell(target)) present(timeline, id, at, enlarged(placed.get(id)!.box.width));
    else if (before && isCell(before)) rest(timeline, id, at);
  };
  data.columns.forEach((_, column) => {
    const heads = (one: Target | undefined) =>
      one !== undefined && one.row === undefined && one.column === column;
    paint(`header.${column}`, heads(target), heads(before), resting(column, -1));
    data.rows.forEach((_, row) => {
      const was = before !== undefined && covers(before, row, column);
      paint(`cell.${row}.${column}`, covers(target, row, column), was, resting(column, row));
    });
  });
}

function isCell(target: Target): boolean {
  return target.row !== undefined && target.column !== undefined;
}
