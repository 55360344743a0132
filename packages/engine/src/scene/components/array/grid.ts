/**
 * Where an array's cells stand: in a row with indices and pointers below, or in a column with indices to the left and
 * pointers to the right. `main` runs along the cells, `cross` towards the pointers; all lengths are px.
 */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Ladder, layLevels } from './levels.ts';
import type { ArrayData } from './schema.ts';
import type { Story } from './story.ts';

export interface Grid {
  isRow: boolean;
  pitch: number;
  cell: { width: number; height: number };
  /** Values by card and value, all in one size. */
  values: Map<string, TextBlock[]>;
  indices: TextBlock[];
  /** Centre of a place and of its index. */
  centre(place: number): Point;
  index(place: number): Point;
  /** How far a card moves aside to let another pass. */
  aside: number;
  /** Where arcs begin, on the side away from the pointers, and how far they reach. */
  arc: { from: number; reach: number };
  ladder: Ladder;
  /** A point by its place along the cells and across them. */
  at(main: number, cross: number): Point;
}

const ARC = 128;
const LIFT = 28;
const LEAST_CELL = 62;

/** The cells in the given direction, in an area; undefined where something would have to be set too small. */
export function layGrid(
  data: ArrayData,
  story: Story,
  area: Box,
  isRow: boolean,
  setting: Setting,
): Grid | undefined {
  const { places } = story;
  const [along, across] = isRow ? [area.width, area.height] : [area.height, area.width];
  const pitch = Math.min(isRow ? 236 : 178, along / places);
  const gap = Math.min(20, Math.max(8, pitch * 0.09));
  const main = pitch - gap;
  const start = (isRow ? area.x : area.y) + (along - pitch * places) / 2 + pitch / 2;
  const indices = Array.from({ length: places }, (_, place) =>
    setting.fit(String(place + data.first), {
      style: setting.theme.fonts.mono,
      size: setting.type.least + 4,
      max_width: 120,
    }),
  );
  const digits = isRow ? indices[0]!.height : Math.max(...indices.map((one) => one.width));
  const forIndex = digits + (isRow ? 26 : 40);
  const mains = Array.from({ length: places }, (_, place) => start + place * pitch);
  const ladder = layLevels(data, story, { isRow, mains, pitch, area }, setting);
  if (!ladder) return undefined;
  const does = (...names: string[]) => data.ops.some((op) => names.includes(op.do));
  const passes = does('swap', 'insert', 'remove');
  const lane = does('compare') ? ARC : 0;
  const room = across - forIndex - ladder.size;
  const wanted = isRow ? main * 1.26 : Math.min(460, Math.max(300, main * 3));
  const cross = Math.min(
    wanted,
    isRow ? Math.min(room - Math.max(lane, LIFT), passes ? room / 1.5 : room) : room - lane,
  );
  if (Math.min(main, cross) < (isRow ? LEAST_CELL : setting.type.least * 1.5)) return undefined;
  const cell = isRow ? { width: main, height: cross } : { width: cross, height: main };
  const values = fitValues(story, cell, setting);
  if (!values) return undefined;
  const before = isRow ? Math.max(lane, LIFT, passes ? cross * 0.5 : 0) : lane;
  // What is left over goes evenly around the cells and what belongs to them.
  const spare = across - before - cross - forIndex - ladder.size;
  const origin = (isRow ? area.y : area.x) + spare / 2 + before;
  const top = isRow ? origin : origin + forIndex;
  const at = (along: number, cross: number): Point =>
    isRow ? { x: along, y: cross } : { x: cross, y: along };
  return {
    isRow,
    pitch,
    cell,
    values,
    indices,
    centre: (place) => at(mains[place]!, top + cross / 2),
    index: (place) =>
      at(mains[place]!, isRow ? top + cross + 16 + digits / 2 : top - 24 - indices[place]!.width / 2),
    aside: cross * (isRow ? 0.5 : 0.3),
    arc: { from: isRow ? top - 12 : origin - 6, reach: ARC - 20 },
    ladder: { ...ladder, origin: top + cross + (isRow ? forIndex : 26) },
    at,
  };
}

/** Every value in one size, on one line; undefined where one has no room. */
function fitValues(
  story: Story,
  cell: { width: number; height: number },
  setting: Setting,
): Map<string, TextBlock[]> | undefined {
  const cards = [...story.cards.values()];
  const room = { width: cell.width - 20, height: cell.height - 6 };
  const texts = cards.flatMap((card) => card.values.map(({ text }) => text)).filter(Boolean);
  const style = setting.theme.fonts.mono;
  for (
    let size = Math.min(84, cell.height * (cell.width > 2 * cell.height ? 0.6 : 0.46));
    ;
    size = Math.max(size - 2, setting.type.least)
  ) {
    const blocks = new Map(
      texts.map((text) => [
        text,
        setting.fit(text, { style, size, min: size, max_width: 4000, max_lines: 1 }),
      ]),
    );
    const holds = [...blocks.values()].every(
      (block) => block.width <= room.width && block.height <= room.height,
    );
    if (holds) {
      const nothing = setting.fit(' ', { style, size, max_width: 10 });
      return new Map(
        cards.map((card) => [card.id, card.values.map(({ text }) => blocks.get(text) ?? nothing)]),
      );
    }
    if (size <= setting.type.least) return undefined;
  }
}
