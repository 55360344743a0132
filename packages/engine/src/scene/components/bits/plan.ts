/** Where the bits stand: one row in a wide frame, rows of four in a tall one; below them what they read as. px. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { BitsData } from './schema.ts';
import { readAs, type Story, sumOf, tell } from './story.ts';

/** The part of a field that lies in one row: places, first and last. */
interface Piece {
  first: number;
  last: number;
}

export interface Plan {
  story: Story;
  pitch: number;
  cell: { width: number; height: number };
  digits: TextBlock[];
  weights: TextBlock[];
  perRow: number;
  centre(place: number): Point;
  /** Lower edge of the bits of a place's row. */
  bottom(place: number): number;
  fields: Map<number, { name: TextBlock; pieces: Piece[]; widest: Piece }>;
  sums: Map<number, TextBlock>;
  sumAt: Point;
  reads: { at: Point; name: TextBlock | undefined; figures: TextBlock[] }[];
}

/** Depth of a bracket, and the room around it, px. */
export const ARM = 20;
/** By so much of their share of the width figures stand nearer to the middle. */
const NEARER = 0.22;
const NEAR = 12;
const FEW_PER_ROW = 4;

const plans = new WeakMap<Setting, Plan>();

/** @throws ChalktalkError `does_not_fit` when the bits or their fields cannot be read */
export function planBits(data: BitsData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    plan = arrange(data, setting);
    plans.set(setting, plan);
  }
  return plan;
}

function arrange(data: BitsData, setting: Setting): Plan {
  const { area, type, theme, shape } = setting;
  const wide = shape === 'wide';
  const story = tell(data);
  const count = data.bits.length;
  const perRow = wide || count <= FEW_PER_ROW ? count : FEW_PER_ROW;
  const rows = Math.ceil(count / perRow);
  const pitch = Math.min(wide ? 196 : 228, area.width / perRow);
  const gap = Math.max(8, pitch * 0.08);
  const { mono, strong } = theme.fonts;
  const weights = data.weights
    ? story.weights.map((worth) =>
        setting.fit(String(worth).replace('-', '−'), {
          style: mono,
          size: type.least + 8,
          max_width: pitch - 2,
          max_lines: 1,
        }),
      )
    : [];
  const fields: Plan['fields'] = new Map();
  for (const [index, { first, last, value }] of story.fields) {
    const pieces = piecesOf(first, last, perRow, count);
    const widest = pieces.reduce((one, other) =>
      other.last - other.first > one.last - one.first ? other : one,
    );
    const op = data.ops[index]!;
    const name = setting.fit(`${op.do === 'field' ? op.label : ''} = *${value}*`, {
      size: type.label + 2,
      max_width: (widest.last - widest.first + 1) * pitch - 16,
      max_lines: 3,
    });
    fields.set(index, { pieces, widest, name });
  }
  const sums = new Map(
    data.ops.flatMap((op, index) => {
      const text = op.do === 'sum' ? sumOf(story.steps[index]!, story.weights) || '0' : '';
      const fit = { style: mono, size: type.label + 8, max_width: area.width, max_lines: wide ? 2 : 4 };
      return text ? [[index, setting.fit(text, fit)] as const] : [];
    }),
  );
  const above = weights.length > 0 ? Math.max(...weights.map((one) => one.height)) + NEAR : 0;
  const rowOf = (place: number) => Math.floor((place + rows * perRow - count) / perRow);
  const below = Array.from({ length: rows }, (_, row) =>
    Math.max(
      0,
      ...[...fields.values()].map(({ pieces, widest, name }) => {
        if (rowOf(widest.first) === row) return ARM + 2 * NEAR + name.height;
        return pieces.some((one) => rowOf(one.first) === row) ? ARM + NEAR : 0;
      }),
    ),
  );
  const sumHeight = Math.max(0, ...[...sums.values()].map((one) => one.height));
  // They stand nearer than their share of the width, and swell a little as they come.
  const room = (area.width / Math.max(1, data.read.length)) * (1 - NEARER) - 60;
  const figures = data.read.map(({ as, name }) => ({
    name: name
      ? setting.fit(name, { style: strong, size: type.label, max_width: room, max_lines: 2 })
      : undefined,
    figures: [story.start, ...story.steps].map((step) =>
      setting.fit(readAs(as, step), {
        style: theme.fonts.display,
        size: wide ? 128 : 132,
        max_width: room,
        max_lines: 1,
      }),
    ),
  }));
  const figureHeight = Math.max(0, ...figures.flatMap((one) => one.figures.map((figure) => figure.height)));
  const nameHeight = Math.max(0, ...figures.map((one) => one.name?.height ?? 0));
  const foot = (sumHeight ? sumHeight + 34 : 0) + (figures.length > 0 ? figureHeight + nameHeight + 30 : 0);
  const between = 30;
  const height = Math.min(
    pitch * 1.24,
    (area.height - foot - rows * above - sum(below) - (rows - 1) * between) / rows,
  );
  if (height < type.least * 1.6) {
    throw new ChalktalkError(
      'does_not_fit',
      'So many bits and fields do not fit on screen; show fewer bits, or name fewer fields at once.',
    );
  }
  const cell = { width: pitch - gap, height };
  const tops = below.map((_, row) => row * (above + height + between) + sum(below.slice(0, row)));
  const grid = rows * (above + height + between) - between + sum(below);
  const used = grid + foot;
  const spare = Math.max(0, area.height - used);
  const top = area.y + spare * 0.4;
  const left = area.x + (area.width - perRow * pitch) / 2 + pitch / 2;
  // The last row is the full one: places are worth the same below each other only from the right.
  const shift = rows * perRow - count;
  const centre = (place: number): Point => ({
    x: left + ((place + shift) % perRow) * pitch,
    y: top + tops[rowOf(place)]! + above + height / 2,
  });
  const foots = top + grid + spare * 0.3 + 12;
  const digits = ['0', '1'].map((digit) =>
    setting.fit(digit, { style: mono, size: Math.min(height * 0.6, pitch * 0.62), max_width: pitch }),
  );
  const figureTop = foots + (sumHeight ? sumHeight + 34 : 0) + 12;
  return {
    story,
    pitch,
    cell,
    digits,
    weights,
    perRow,
    centre,
    bottom: (place) => centre(place).y + height / 2,
    fields,
    sums,
    sumAt: { x: area.x + area.width / 2, y: foots },
    reads: figures.map((one, index) => ({
      ...one,
      at: {
        x: area.x + (area.width / figures.length) * (index + 0.5) + spread(index, figures.length, area.width),
        y: figureTop,
      },
    })),
  };
}

function piecesOf(first: number, last: number, perRow: number, count: number): Piece[] {
  const shift = Math.ceil(count / perRow) * perRow - count;
  const pieces: Piece[] = [];
  for (let place = first; place <= last; place += 1) {
    const open = pieces.at(-1);
    if (open && (place + shift) % perRow !== 0) open.last = place;
    else pieces.push({ first: place, last: place });
  }
  return pieces;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Two or three figures stand nearer to the middle than thirds of the frame would put them. */
function spread(index: number, count: number, width: number): number {
  return ((count - 1) / 2 - index) * (width / count) * NEARER;
}
