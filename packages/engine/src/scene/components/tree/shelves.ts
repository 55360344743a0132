/**
 * A tree of two levels as shelves: the root on top, below it a row for each branch, its leaves beside it in as many
 * lines as they need. Fills a tall frame where one long column would leave its right side empty.
 */
import { rounded } from '../../layout/bends.ts';
import { boundsOf } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import { beside, type Form, PADDING, type Placed, type Sized, sized } from './forms.ts';

const INDENT = 64;
/** Between a branch and its leaves, where their line turns. */
const TURN = 56;
/** Above a line of leaves, where their common line runs. */
const RAIL = 30;
const APART = 22;
const MOST_AIR = 70;

export const shelves: Form = (nodes, picture, setting) => {
  const { area, shape } = setting;
  if (nodes.some((node) => node.depth > 2)) return undefined;
  const narrow = shape === 'wide' ? 240 : 250;
  const sizes = sized(nodes, picture, setting, (node) =>
    node.depth === 0 ? area.width * 0.7 : Math.max(picture * 1.5, narrow),
  );
  const root = sizes[0]!;
  const cells = sizes.map(cellOf);
  const branches = nodes[0]!.children;
  const first = Math.max(...branches.map((index) => cells[index]!.width));
  const left = area.x + INDENT;
  const start = left + first + TURN;
  const room = area.x + area.width - start;
  const leaves = branches.flatMap((index) => nodes[index]!.children);
  const column = Math.max(0, ...leaves.map((index) => cells[index]!.width)) + APART;
  const across = Math.floor((room + APART) / column);
  if (leaves.length > 0 && across < 1) return undefined;
  const line = Math.max(0, ...leaves.map((index) => cells[index]!.height)) + RAIL;
  const most = Math.max(...branches.map((index) => Math.min(across, nodes[index]!.children.length)));
  const pitch = most > 1 ? Math.min((room + APART) / most, column * 1.4) : column;

  const rows = branches.map((index) => {
    const { length } = nodes[index]!.children;
    return Math.max(cells[index]!.height, Math.ceil(length / Math.max(1, across)) * line);
  });
  const head = Math.max(root.round, root.text.height + (root.round ? 0 : 2 * PADDING.y));
  const needed = head + rows.reduce((sum, row) => sum + row, 0);
  const air = (area.height - needed) / (rows.length + 1);
  if (air < 18) return undefined;
  const gap = Math.min(air, MOST_AIR);
  let y = area.y + (area.height - needed - gap * rows.length) / 2;

  const placed: Placed[] = [];
  placed[0] = beside(root, { x: area.x, y: y + head / 2 }, head);
  const trunk = area.x + Math.min(placed[0].body.width, INDENT) / 2;
  const foot = placed[0].body.y + placed[0].body.height + 4;
  y += head + gap;
  branches.forEach((index, row) => {
    const cell = cells[index]!;
    const middle = y + (rows[row]! - cell.height) / 2;
    const branch = upright(sizes[index]!, { x: left + first / 2, y: middle });
    const centre = branch.body.y + branch.body.height / 2;
    placed[index] = withLine(branch, [
      { x: trunk, y: foot },
      { x: trunk, y: centre },
      { x: branch.body.x - 4, y: centre },
    ]);
    nodes[index]!.children.forEach((leaf, at) => {
      const top =
        y + Math.floor(at / across) * line + RAIL + centred(rows[row]!, nodes[index]!.children.length);
      const x = start + (at % across) * pitch + (column - APART) / 2;
      const body = upright(sizes[leaf]!, { x, y: top });
      if (nodes[index]!.children.length === 1) {
        const level = upright(sizes[leaf]!, { x, y: centre - body.body.height / 2 });
        placed[leaf] = withLine(level, [
          { x: branch.body.x + branch.body.width + 4, y: centre },
          { x: level.body.x - 4, y: centre },
        ]);
        return;
      }
      const rail = top - RAIL / 2;
      const turn = start - TURN / 2;
      placed[leaf] = withLine(body, [
        { x: branch.body.x + branch.body.width + 4, y: centre },
        { x: turn, y: centre },
        { x: turn, y: rail },
        { x, y: rail },
        { x, y: body.body.y - 3 },
      ]);
    });
    y += rows[row]! + gap;
  });
  return placed;

  /** A row of fewer lines than its branch is high stands in the middle of it. */
  function centred(height: number, count: number): number {
    return (height - Math.ceil(count / across) * line) / 2;
  }
};

function cellOf({ text, round }: Sized): { width: number; height: number } {
  return round
    ? { width: Math.max(round, text.width), height: round + 6 + text.height }
    : { width: text.width + 2 * PADDING.x, height: text.height + 2 * PADDING.y };
}

/** A picture with its words below, or words in a pill; `at` is the middle of the upper edge. */
function upright(one: Sized, at: Point): Placed {
  const { text, round } = one;
  const cell = cellOf(one);
  const body: Box = round
    ? { x: at.x - round / 2, y: at.y, width: round, height: round }
    : { x: at.x - cell.width / 2, y: at.y, width: cell.width, height: cell.height };
  return {
    body,
    text,
    words: { x: at.x, y: round ? at.y + round + 6 : at.y + PADDING.y, align: 'centre' },
  };
}

function withLine(placed: Placed, corners: Point[]): Placed {
  return { ...placed, line: { d: rounded(corners, 22), box: boundsOf(corners, 1) } };
}
