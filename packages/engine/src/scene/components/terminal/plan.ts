/** The window, and where each line of text stands in it: the largest type in which all of them have room. px. */
import { ChalktalkError } from '../../../errors.ts';
import { measure, type TextBlock } from '../../layout/text.ts';
import type { Box, FontSpec } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { TerminalData } from './schema.ts';

export interface Row {
  /** Index of the entry in the data, and of the part of it, for entries that go on below themselves. */
  entry: number;
  piece: number;
  text: string;
  /** Left edge and baseline's row, px from the window's text area. */
  x: number;
  y: number;
  width: number;
}

export interface Plan {
  window: Box;
  bar: number;
  font: FontSpec;
  /** Height of a row. */
  step: number;
  /** Left and upper edge of the text. */
  left: number;
  top: number;
  prompt: { text: string; width: number };
  rows: Row[];
  notes: (TextBlock | undefined)[];
  noteTop: number;
}

const LEADING = 1.5;
const LARGEST = { wide: 64, tall: 60 } as const;

const plans = new WeakMap<Setting, Plan>();

/** @throws ChalktalkError `does_not_fit` when the lines have no room at a readable size */
export function planTerminal(data: TerminalData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    plan = arrange(data, setting);
    plans.set(setting, plan);
  }
  return plan;
}

function arrange(data: TerminalData, setting: Setting): Plan {
  const { area, theme, type, shape } = setting;
  const wide = shape === 'wide';
  const bar = wide ? 68 : 80;
  const pad = wide ? 48 : 40;
  const notes = data.lines.map((line) =>
    line.do === 'mark' && line.note
      ? setting.fit(line.note, {
          style: theme.fonts.strong,
          size: type.label + 4,
          max_width: area.width,
          max_lines: wide ? 1 : 2,
        })
      : undefined,
  );
  const foot = Math.max(0, ...notes.map((note) => (note ? note.height + 32 : 0)));
  const room = { width: area.width - 2 * pad, height: area.height - foot - bar - 2 * pad };
  const { family, weight } = theme.fonts.mono;
  for (let size = LARGEST[shape]; size >= type.least; size -= 2) {
    const font = { family, weight, size };
    const step = size * LEADING;
    const rows = rowsIn(data, font, room.width);
    if (!rows || rows.length * step > room.height) continue;
    // Rather a little smaller than lines that go on below themselves.
    const isWrapped = rows.some((row) => row.piece > 0);
    if (isWrapped && size > type.least + 4) continue;
    // What is left over goes between the lines first.
    const spaced = Math.min(size * (wide ? 1.66 : 2), room.height / rows.length);
    for (const [place, row] of rows.entries()) row.y = place * spaced;
    const height = Math.min(
      area.height - foot,
      Math.max(bar + 2 * pad + rows.length * spaced, room.height * 0.66),
    );
    const window = {
      x: area.x,
      y: area.y + (area.height - foot - height) / 2,
      width: area.width,
      height,
    };
    return {
      window,
      bar,
      font,
      step: spaced,
      left: window.x + pad,
      top: window.y + bar + pad,
      prompt: { text: data.prompt, width: measure(`${data.prompt} `, font) },
      rows,
      notes,
      noteTop: window.y + height + 32,
    };
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The lines of this terminal do not fit on screen at a readable size; show fewer or shorter lines.',
  );
}

/** Undefined where a word is wider than the window. */
function rowsIn(data: TerminalData, font: FontSpec, width: number): Row[] | undefined {
  const rows: Row[] = [];
  const indent = measure(`${data.prompt} `, font);
  for (const [entry, line] of data.lines.entries()) {
    if (line.do === 'mark') continue;
    const x = line.do === 'type' ? indent : 0;
    const pieces = wrapped(line.text, font, width - x);
    if (!pieces) return undefined;
    pieces.forEach((text, piece) => {
      rows.push({ entry, piece, text, x, y: 0, width: measure(text, font) });
    });
  }
  return rows;
}

function wrapped(text: string, font: FontSpec, width: number): string[] | undefined {
  const rows: string[] = [];
  let row = '';
  // Spaces within a line may be meant: a table's columns.
  for (const word of text.split(/(?<=\s)/u)) {
    const next = row + word;
    if (measure(next.trimEnd(), font) <= width) {
      row = next;
      continue;
    }
    if (row) rows.push(row.trimEnd());
    row = word;
    if (measure(row.trimEnd(), font) > width) return undefined;
  }
  return [...rows, row.trimEnd()];
}
