/** Two matrices and their result, the sum of the present entry written out below; beside them the plane. */
import { ChalktalkError } from '../../../errors.ts';
import { centreOf, inset } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { legible, mix } from '../../themes/colour.ts';
import type { Theme } from '../../themes/index.ts';
import type { Setting } from '../setting.ts';
import { bracketsOf, cellOf, type Frames, framesFor } from './frames.ts';
import { planeElements } from './plane.ts';
import { resultOf, type Step, stepsOf, written } from './product.ts';
import { type Entry, type MatrixData, sizeOf } from './schema.ts';

const NAME = 64;
const SIDES = ['left', 'right', 'result'] as const;

export function layoutMatrix(data: MatrixData, setting: Setting): Element[] {
  const areas = areasFor(data, setting);
  const steps = stepsOf(data);
  const result = resultOf(data);
  const sums = steps.map((step) => sumOf(step, areas.sum.width, setting));
  const sumHeight = Math.max(...sums.map((pieces) => pieces[0]!.height));
  const named = data.left.name !== undefined || data.right.name !== undefined ? NAME : 0;
  const gap = setting.shape === 'wide' ? 48 : 64;
  const room = areas.sum.height - named - sumHeight - gap;
  const falk = setting.shape === 'tall' && data.operation === 'multiply' && data.plane === undefined;
  const [a, b, c] = [sizeOf(data.left.rows), sizeOf(data.right.rows), sizeOf(result)];
  const whole = { ...areas.sum, y: areas.sum.y + named, height: room };
  const frames = framesFor(a, b, c, whole, falk);
  const content = Math.max(...SIDES.map((side) => frames[side].y + frames[side].height));
  // What the matrices leave free is shared above, between and below.
  const spare = (areas.sum.y + areas.sum.height - content - gap - sumHeight) / 2;
  const sumTop = content + gap + Math.max(0, Math.min(spare, 40));
  const entries = { left: data.left.rows, right: data.right.rows, result };
  return [
    ...bandElements(frames, steps, b.rows, a.columns, data, setting),
    ...SIDES.flatMap((side) => matrixElements(side, entries[side], frames, steps, data, setting)),
    ...signElements(frames, data, setting),
    ...steps.flatMap((_, index) => sumElements(index, sums[index]!, areas.sum, sumTop, setting)),
    ...(areas.plane ? planeElements(data, areas.plane, setting) : []),
  ];
}

export function areasFor(data: MatrixData, { area, shape }: Setting): { sum: Box; plane?: Box } {
  if (!data.plane) return { sum: area };
  if (shape === 'wide') {
    const side = Math.min(area.height, area.width * 0.42);
    const plane = {
      x: area.x + area.width - side,
      y: area.y + (area.height - side) / 2,
      width: side,
      height: side,
    };
    return { sum: { ...area, width: area.width - side - 80 }, plane };
  }
  const side = Math.min(area.width, area.height * 0.48);
  return {
    sum: { ...area, height: area.height - side - 56 },
    plane: { x: area.x + (area.width - side) / 2, y: area.y + area.height - side, width: side, height: side },
  };
}

/** The sum in pieces that come one by one: terms with their signs, then the result. */
function sumOf(step: Step, width: number, setting: Setting): TextBlock[] {
  const { display } = setting.theme.fonts;
  const pieces = [...step.terms.map((term, index) => (index > 0 ? `+ ${term}` : term)), `= ${step.sum}`];
  for (const size of [
    setting.type.figure * (setting.shape === 'wide' ? 1.2 : 1),
    setting.type.figure,
    setting.type.figure * 0.8,
    setting.type.label,
    setting.type.least,
  ]) {
    const blocks = pieces.map((text) =>
      setting.fit(text, { style: display, size, min: size, max_width: 4000, max_lines: 1 }),
    );
    const space = size * 0.28;
    if (blocks.reduce((sum, block) => sum + block.width + space, -space) <= width) return blocks;
  }
  throw new ChalktalkError(
    'does_not_fit',
    `The sum ${pieces.join(' ')} does not fit on screen; show a smaller matrix or shorter entries.`,
  );
}

function sumElements(
  index: number,
  blocks: TextBlock[],
  area: Box,
  top: number,
  setting: Setting,
): Element[] {
  const space = blocks[0]!.font.size * 0.28;
  const width = blocks.reduce((sum, block) => sum + block.width + space, -space);
  let x = area.x + (area.width - width) / 2;
  return blocks.map((block, piece) => {
    const last = piece === blocks.length - 1;
    const color = last ? setting.theme.colors.accent : setting.theme.colors.ink;
    const element = setting.text(
      `sum.${index}.${piece}`,
      block,
      { x, y: top, color },
      { part: `steps.${index}` },
    );
    x += block.width + space;
    return element;
  });
}

function bandColour({ colors }: Theme): string {
  return mix(colors.surface, colors.accent, 0.2);
}

/** Of an entry that has just been found, legible on its band even while it appears. */
export function litColour({ theme }: Setting): string {
  return legible(theme.colors.accent, [bandColour(theme), theme.colors.surface], 6.5);
}

/** The row and the column that meet, and the entry they meet in. */
function bandElements(
  frames: Frames,
  steps: Step[],
  rightRows: number,
  leftColumns: number,
  { operation }: MatrixData,
  { theme }: Setting,
): Element[] {
  const { cell } = frames;
  const fill = bandColour(theme);
  const band = (id: string, box: Box, part?: string): Element => ({
    kind: 'rect',
    id,
    ...(part ? { part } : {}),
    box: inset(box, cell * 0.06),
    radius: Math.min(theme.corner, cell * 0.2),
    fill,
  });
  const first = steps[0]!;
  const row = cellOf(frames.left, cell, first.row, operation === 'add' ? first.column : 0);
  const column = cellOf(frames.right, cell, operation === 'add' ? first.row : 0, first.column);
  return [
    band('band.left', operation === 'add' ? row : { ...row, width: cell * leftColumns }),
    band('band.right', operation === 'add' ? column : { ...column, height: cell * rightRows }),
    ...steps.map((step, index) =>
      band(`goal.${index}`, cellOf(frames.result, cell, step.row, step.column), `steps.${index}`),
    ),
  ];
}

function matrixElements(
  side: (typeof SIDES)[number],
  rows: Entry[][],
  frames: Frames,
  steps: Step[],
  data: MatrixData,
  setting: Setting,
): Element[] {
  const { cell } = frames;
  const { theme, type } = setting;
  const frame = frames[side];
  const own = side === 'result' ? {} : { part: side };
  const size = Math.max(type.least, Math.min(cell * 0.46, 84));
  const brackets = bracketsOf(frame, cell).map(
    (d, index): Element => ({
      kind: 'path',
      id: `bracket.${side}.${index}`,
      ...own,
      box: {
        x: index === 0 ? frame.x - cell * 0.11 : frame.x + frame.width,
        y: frame.y,
        width: cell * 0.11,
        height: frame.height,
      },
      d,
      stroke: theme.colors.soft,
      stroke_width: theme.stroke + 1,
    }),
  );
  const goals = steps.map((_, index) => `goal.${index}`);
  const entries = rows.flatMap((row, r) =>
    row.map((entry, c): Element => {
      const block = setting.fit(written(entry), {
        style: theme.fonts.strong,
        size,
        max_width: cell * 0.94,
        max_lines: 1,
      });
      const at = centreOf(cellOf(frame, cell, r, c));
      const step = steps.findIndex((one) => one.row === r && one.column === c);
      const part = side === 'result' ? (step < 0 ? {} : { part: `steps.${step}` }) : own;
      return setting.text(
        `entry.${side}.${r}.${c}`,
        block,
        { x: at.x, y: at.y - block.height / 2, align: 'centre' },
        { ...part, on: ['band.left', 'band.right', ...goals] },
      );
    }),
  );
  return [...brackets, ...entries, ...nameElements(side, frame, data, setting)];
}

function nameElements(
  side: (typeof SIDES)[number],
  frame: Box,
  data: MatrixData,
  setting: Setting,
): Element[] {
  const name = side === 'result' ? undefined : data[side].name;
  if (name === undefined) return [];
  const block = setting.fit(name, {
    style: setting.theme.fonts.strong,
    max_width: Math.max(frame.width + 40, 150),
    max_lines: 1,
  });
  const at = { x: frame.x + frame.width / 2, y: frame.y - block.height - 8, align: 'centre' as const };
  return [setting.text(`name.${side}`, block, { ...at, color: setting.theme.colors.soft }, { part: side })];
}

function signElements(frames: Frames, { operation }: MatrixData, setting: Setting): Element[] {
  const signs = [operation === 'add' ? '+' : '·', '='];
  return frames.signs.map((at, index) => {
    const block = setting.fit(signs[index]!, {
      style: setting.theme.fonts.strong,
      size: Math.max(setting.type.label, frames.cell * 0.44),
      max_width: frames.cell,
      max_lines: 1,
    });
    return setting.text(`sign.${index}`, block, {
      x: at.x,
      y: at.y - block.height / 2,
      align: 'centre',
      color: setting.theme.colors.soft,
    });
  });
}

/** Where the bands lie in each step, px from where they lie in the first. */
export function bandShifts(data: MatrixData, setting: Setting): { left: Box; right: Box }[] {
  const at = (side: string, row: number, column: number) => setting.boxOf(`entry.${side}.${row}.${column}`);
  const steps = stepsOf(data);
  const shift = (from: Box, to: Box): Box => {
    const [a, b] = [centreOf(from), centreOf(to)];
    return { x: b.x - a.x, y: b.y - a.y, width: 0, height: 0 };
  };
  const first = steps[0]!.pairs[0]!;
  return steps.map((step) => {
    const pair = step.pairs[0]!;
    return {
      left: shift(at('left', ...first.left), at('left', ...pair.left)),
      right: shift(at('right', ...first.right), at('right', ...pair.right)),
    };
  });
}
