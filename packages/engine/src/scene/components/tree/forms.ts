/**
 * Three forms of a tree: growing downwards with words below the pictures, growing to the right with words beside
 * them, and as an outline of indented rows. Each places bodies, words and the lines from parent to child.
 */
import { rounded } from '../../layout/bends.ts';
import { boundsOf } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Node } from './nodes.ts';
import { tidy } from './tidy.ts';

export interface Placed {
  /** The round of a picture, or the pill around words. */
  body: Box;
  text: TextBlock;
  /** Top of the words, and the x they are aligned to. */
  words: Point & { align: 'left' | 'centre' };
  /** Line from the parent, SVG path data and what it covers; none for the root. */
  line?: { d: string; box: Box };
}

/** Undefined where the tree does not fit at this size. */
export type Form = (nodes: Node[], picture: number, setting: Setting) => Placed[] | undefined;

/** Around the words in a pill, px. */
export const PADDING = { x: 28, y: 12 };
const TIGHT = 8;
const LEAST_RISE = 54;
const MOST_RISE = 190;

export interface Sized {
  text: TextBlock;
  /** Diameter of the round, 0 for words in a pill. */
  round: number;
}

/** The root is largest, its children larger than what is below them; one size on a level. */
export function sized(
  nodes: Node[],
  picture: number,
  setting: Setting,
  widthOf: (node: Node) => number,
): Sized[] {
  const { type, theme } = setting;
  const share = Math.min(1, picture / 150);
  const result: Sized[] = [];
  for (let depth = 0; depth <= 3; depth += 1) {
    const level = nodes.flatMap((node, index) => (node.depth === depth ? [{ node, index }] : []));
    if (level.length === 0) break;
    const size = type.least + (type.label - type.least + [16, 8, 2, 0][depth]!) * share;
    const fits = level.map(({ node }) =>
      setting.fit(node.text, {
        style: depth < 2 ? theme.fonts.strong : theme.fonts.text,
        size,
        max_width: widthOf(node),
        max_lines: 2,
      }),
    );
    const alike = Math.min(...fits.map((block) => block.font.size));
    level.forEach(({ node, index }) => {
      result[index] = {
        text: setting.fit(node.text, {
          style: depth < 2 ? theme.fonts.strong : theme.fonts.text,
          size: alike,
          max_width: widthOf(node),
          max_lines: 2,
        }),
        round: node.icon ? picture * [1.25, 1, 0.86, 0.8][depth]! : 0,
      };
    });
  }
  return result;
}

export const downwards: Form = (nodes, picture, setting) => {
  const { area } = setting;
  const room = Math.max(setting.shape === 'wide' ? 190 : 220, picture * 1.7);
  const sizes = sized(nodes, picture, setting, (node) => (node.depth === 0 ? room * 2.5 : room));
  const widths = sizes.map(({ text, round }) =>
    round ? Math.max(round, text.width) : text.width + 2 * PADDING.x,
  );
  const heights = sizes.map(({ text, round }) =>
    round ? round + 8 + text.height : text.height + 2 * PADDING.y,
  );
  const gap = 36;
  const across = tidy(nodes, widths, gap);
  const width = Math.max(...across.map((centre, index) => centre + widths[index]! / 2));
  const depths = Math.max(...nodes.map((node) => node.depth)) + 1;
  const levels = Array.from({ length: depths }, (_, depth) =>
    Math.max(...heights.filter((_, index) => nodes[index]!.depth === depth)),
  );
  const tall = levels.reduce((sum, height) => sum + height, 0);
  const rise = (area.height - tall) / (depths - 1);
  if (width > area.width || rise < LEAST_RISE) return undefined;
  // Centres drawn apart as far as the frame allows, for a tree that fills it.
  const [first, last] = [Math.min(...across), Math.max(...across)];
  const spread = Math.min(1.7, (area.width - (width - (last - first))) / Math.max(1, last - first));
  const between = Math.min(rise, MOST_RISE);
  const top = area.y + (area.height - tall - between * (depths - 1)) / 2;
  const middle = area.x + area.width / 2 - ((first + last) / 2 - across[0]!) * spread;
  const tops = levels.map(
    (_, depth) => top + levels.slice(0, depth).reduce((sum, one) => sum + one + between, 0),
  );
  const bodies = nodes.map((node, index) => {
    const { round } = sizes[index]!;
    const [width, height] = [widths[index]!, heights[index]!];
    const x = middle + (across[index]! - across[0]!) * spread;
    // Rounds of a level stand on one line; pills in its middle.
    const y = tops[node.depth]! + (round ? 0 : (levels[node.depth]! - height) / 2);
    const body = { x: x - (round || width) / 2, y, width: round || width, height: round || height };
    return { x, body, below: round ? y + round + 8 : y + PADDING.y, end: y + height + 6 };
  });
  return nodes.map((node, index) => {
    const { text, round } = sizes[index]!;
    const { x, body, below } = bodies[index]!;
    const placed: Placed = { body, text, words: { x, y: below, align: 'centre' } };
    if (node.parent === undefined) return placed;
    const parent = bodies[node.parent]!;
    const from = { x: parent.x, y: parent.end };
    const to = { x, y: body.y - (round ? 4 : 2) };
    const bend = (to.y - from.y) * 0.55;
    return {
      ...placed,
      line: curve(from, { x: from.x, y: from.y + bend }, { x: to.x, y: to.y - bend }, to),
    };
  });
};

export const rightwards: Form = (nodes, picture, setting) => {
  const { area } = setting;
  const columns = Math.max(...nodes.map((node) => node.depth)) + 1;
  const leaves = nodes.filter((node) => node.children.length === 0).length;
  const pitch = Math.min(area.height / leaves, picture * 1.9);
  const sizes = sized(nodes, picture, setting, () => area.width / columns - picture - 70);
  const widths = sizes.map(({ text, round }) => text.width + (round ? round + 18 : 2 * PADDING.x));
  const heights = sizes.map(({ text, round }) => Math.max(round, text.height + (round ? 0 : 2 * TIGHT)));
  if (heights.some((height, index) => nodes[index]!.depth > 0 && height + 10 > pitch)) return undefined;
  const breadths = Array.from({ length: columns }, (_, depth) =>
    Math.max(...widths.filter((_, index) => nodes[index]!.depth === depth)),
  );
  const gap = (area.width - breadths.reduce((sum, one) => sum + one, 0)) / (columns - 1);
  if (gap < 70) return undefined;
  const between = Math.min(gap, 260);
  const whole = breadths.reduce((sum, one) => sum + one, 0) + between * (columns - 1);
  const left = area.x + (area.width - whole) / 2;
  let row = area.y + (area.height - pitch * leaves) / 2 - pitch / 2;
  const ys: number[] = [];
  const level = (index: number): number => {
    const { children } = nodes[index]!;
    const at = children.map(level);
    if (children.length === 0) row += pitch;
    ys[index] = children.length === 0 ? row : (at[0]! + at.at(-1)!) / 2;
    return ys[index];
  };
  level(0);
  const xs = breadths.map(
    (_, depth) => left + breadths.slice(0, depth).reduce((sum, one) => sum + one + between, 0),
  );
  return nodes.map((node, index) => {
    const placed = beside(sizes[index]!, { x: xs[node.depth]!, y: ys[index]! }, heights[index]!);
    if (node.parent === undefined) return placed;
    const parent = nodes[node.parent]!;
    const from = { x: xs[parent.depth]! + widths[node.parent]! + 10, y: ys[node.parent]! };
    const to = { x: placed.body.x - 4, y: ys[index]! };
    const bend = (to.x - from.x) * 0.5;
    return {
      ...placed,
      line: curve(from, { x: from.x + bend, y: from.y }, { x: to.x - bend, y: to.y }, to),
    };
  });
};

export const outline: Form = (nodes, picture, setting) => {
  const { area } = setting;
  const pitch = Math.min(area.height / nodes.length, picture * 1.9);
  const indent = Math.max(64, picture * 0.75);
  const sizes = sized(
    nodes,
    picture,
    setting,
    (node) => area.width - indent * node.depth - picture * 1.25 - 24,
  );
  const heights = sizes.map(({ text, round }) => Math.max(round, text.height + (round ? 0 : 2 * PADDING.y)));
  if (heights.some((height) => height + 10 > pitch * 1.04)) return undefined;
  const top = area.y + (area.height - pitch * nodes.length) / 2 + pitch / 2;
  const rows = nodes.map((node, index) =>
    beside(sizes[index]!, { x: area.x + indent * node.depth, y: top + pitch * index }, heights[index]!),
  );
  return rows.map((row, index) => {
    const { parent } = nodes[index]!;
    if (parent === undefined) return row;
    const above = rows[parent]!.body;
    const x = above.x + Math.min(above.width / 2, indent * 0.5);
    const from = { x, y: above.y + above.height + 4 };
    const to = { x: row.body.x - 4, y: top + pitch * index };
    const corners = [from, { x, y: to.y }, to];
    return { ...row, line: { d: rounded(corners, 24), box: boundsOf(corners, 1) } };
  });
};

/** A picture with words to its right, or words in a pill, in a row whose middle is at `y`. */
export function beside({ text, round }: Sized, { x, y }: Point, height: number): Placed {
  if (round) {
    const body = { x, y: y - round / 2, width: round, height: round };
    return { body, text, words: { x: x + round + 18, y: y - text.height / 2, align: 'left' } };
  }
  const body = { x, y: y - height / 2, width: text.width + 2 * PADDING.x, height };
  return { body, text, words: { x: x + PADDING.x, y: y - text.height / 2, align: 'left' } };
}

function curve(from: Point, a: Point, b: Point, to: Point): { d: string; box: Box } {
  const d = `M${n(from.x)} ${n(from.y)}C${n(a.x)} ${n(a.y)} ${n(b.x)} ${n(b.y)} ${n(to.x)} ${n(to.y)}`;
  return { d, box: boundsOf([from, to], 1) };
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
