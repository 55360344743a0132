/**
 * The rows of a sequence: how much height each message needs and where it then stands. Roomy while that fits;
 * many long messages are set closely, without pictures.
 */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock, TextStyle } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { type Columns, hasSideNotes, layColumns } from './columns.ts';
import type { SequenceData } from './schema.ts';

export interface Rows {
  columns: Columns;
  rows: Row[];
  density: Density;
}

/** A message and the height it takes, px. */
interface Needs {
  /** Its words as they stand when they have passed, and as they are said. */
  text: TextBlock;
  strong: TextBlock;
  note: TextBlock | undefined;
  /** px; 0 without a picture. */
  icon: number;
  /** Centre of icon and words, px. */
  x: number;
  /** Indexes of the parties. */
  from: number;
  to: number;
  /** What its note takes below the arrow. */
  below: number;
  height: number;
}

export interface Row extends Needs {
  /** y of the arrow, px. */
  arrow: number;
  /** Where words stand, as large as they will be. */
  boxes: Box[];
}

/** Between icon and words, px. */
export const TO_TEXT = 18;
/** Width of a line of life, px. */
export const BAR = { wide: 30, tall: 26 } as const;
/** What may be added between messages where there is room, px. */
const MOST_SPARE = { wide: 84, tall: 120 } as const;

export interface Density {
  /** What the message of the moment is enlarged by. */
  now: number;
  /** Whether it also grows bold. */
  isBold: boolean;
  hasIcons: boolean;
  /** Between words and arrow, arrow and note, a message and the next (at least), px. */
  toArrow: number;
  toNote: number;
  between: number;
  /** How far the lines run on below the last arrow, px. */
  after: number;
  /** Factor of the parties' pictures; 0 for none. */
  pictures: number;
  /** Share of the area that words may take where the lines give way to them. */
  width: { wide: number; tall: number };
  /** Do the lines give way to words even between only two parties? */
  givesWay: boolean;
}

const ROOMY: Density = {
  now: 1.13,
  isBold: true,
  hasIcons: true,
  toArrow: 20,
  toNote: 14,
  between: 24,
  after: 52,
  pictures: 1,
  width: { wide: 0.32, tall: 0.8 },
  givesWay: false,
};
const CLOSE: Density = {
  ...ROOMY,
  now: 1.03,
  hasIcons: false,
  between: 12,
  pictures: 0.6,
  width: { wide: 0.6, tall: 0.96 },
};
const CLOSEST: Density = {
  ...CLOSE,
  now: 1,
  isBold: false,
  toArrow: 11,
  toNote: 8,
  between: 8,
  after: 30,
  pictures: 0,
  givesWay: true,
};

const plans = new WeakMap<Setting, Rows>();

/**
 * The rows of a sequence; layout and motion of the same setting share them.
 * @throws ChalktalkError `does_not_fit` when the messages have no room even set closely
 */
export function planRows(data: SequenceData, setting: Setting): Rows {
  let plan = plans.get(setting);
  if (!plan) {
    plan = rowsIn(ROOMY, data, setting) ?? rowsIn(CLOSE, data, setting) ?? rowsIn(CLOSEST, data, setting);
    if (!plan) {
      throw new ChalktalkError(
        'does_not_fit',
        'The messages of this sequence do not fit on screen; shorten them or show fewer.',
      );
    }
    plans.set(setting, plan);
  }
  return plan;
}

function rowsIn(density: Density, data: SequenceData, setting: Setting): Rows | undefined {
  const { area } = setting;
  const first = layRows(density, data, layColumns(data, area, density.pictures, setting), setting);
  const last = first?.at(-1);
  if (!last) return undefined;
  // What is left over below goes, in part, above.
  const over = area.y + area.height - (last.arrow + last.below + density.after);
  const columns = layColumns(
    data,
    { ...area, y: area.y + Math.max(0, over) * 0.4 },
    density.pictures,
    setting,
  );
  return { columns, rows: layRows(density, data, columns, setting)!, density };
}

/** The largest type with which every message has room. */
function layRows(
  density: Density,
  data: SequenceData,
  columns: Columns,
  setting: Setting,
): Row[] | undefined {
  const { area, type, shape } = setting;
  const room = area.y + area.height - columns.bottom - density.after;
  for (let size = type.label + 4; size >= type.least; size -= 2) {
    const rows = data.messages.map((_, index) => needsOf(density, data, index, size, columns, setting));
    const needed = rows.reduce((sum, row) => sum + (row?.height ?? Number.POSITIVE_INFINITY), 0);
    if (needed > room) continue;
    const spare = Math.min((room - needed) / rows.length, MOST_SPARE[shape]);
    let y = columns.bottom;
    return rows.map((row) => {
      y += row!.height + spare;
      return placed(row!, y - row!.below - spare * 0.25, density);
    });
  }
  return undefined;
}

/** What one message needs at a size of type; undefined when its words need more lines than it may have. */
function needsOf(
  density: Density,
  data: SequenceData,
  index: number,
  size: number,
  columns: Columns,
  setting: Setting,
): Needs | undefined {
  const { area, shape } = setting;
  const { fonts } = setting.theme;
  const said = density.isBold ? fonts.strong : fonts.text;
  const message = data.messages[index]!;
  const [from, to] = [message.from, message.to].map((name) =>
    data.parties.findIndex((party) => party.name === name),
  ) as [number, number];
  const [left, right] = [columns.lines[Math.min(from, to)]!, columns.lines[Math.max(from, to)]!];
  const icon = density.hasIcons && setting.icon('probe', message.icon, area, 1) ? size * 1.25 : 0;
  const between = right - left - BAR[shape] - 60;
  // Two parties keep their words between them; among more, the lines give way to them.
  const width =
    data.parties.length === 2 && !density.givesWay
      ? between
      : Math.max(between, area.width * density.width[shape]);
  const beside = icon ? icon + TO_TEXT : 0;
  const room = width / density.now - beside;
  // Rather a little smaller than on two lines.
  const strong =
    fitted(message.text, size, size * 0.84, room, 1, setting, said) ??
    fitted(message.text, size, size, room, shape === 'wide' ? 2 : 3, setting, said);
  if (!strong) return undefined;
  // The plain words break where the bold ones do.
  const px = strong.font.size;
  const text = fitted(message.text, px, px * 0.9, strong.width + 1, strong.lines.length, setting, fonts.text);
  if (!text) return undefined;
  const isSide = hasSideNotes(data, setting);
  const note = message.note
    ? setting.fit(message.note, {
        size: Math.min(setting.type.label - 4, size),
        max_width: isSide ? area.x + area.width - right - 40 : width,
        max_lines: isSide ? 3 : 2,
      })
    : undefined;
  const whole = (strong.width + beside) * density.now;
  const below = note && !isSide ? note.height + density.toNote : 0;
  const tall = Math.max(strong.height, icon) * density.now + density.toArrow + below;
  const x = Math.min(area.x + area.width - whole / 2, Math.max(area.x + whole / 2, (left + right) / 2));
  const height = Math.max(tall, note && isSide ? note.height : 0) + density.between;
  return { text, strong, note, icon, x, from, to, below, height };
}

function placed(needs: Needs, arrow: number, { now, toArrow, toNote }: Density): Row {
  const { strong, icon, note, x, below } = needs;
  const height = Math.max(strong.height, icon);
  const width = (strong.width + (icon ? icon + TO_TEXT : 0)) * now;
  const y = arrow - toArrow - (height * (1 + now)) / 2;
  const box = { x: x - width / 2, y, width, height: height * now };
  const noteBox =
    note && below > 0
      ? { x: x - note.width / 2, y: arrow + toNote, width: note.width, height: note.height }
      : undefined;
  return { ...needs, arrow, boxes: noteBox ? [box, noteBox] : [box] };
}

function fitted(
  text: string,
  size: number,
  min: number,
  width: number,
  lines: number,
  setting: Setting,
  style: TextStyle,
): TextBlock | undefined {
  try {
    return setting.fit(text, { style, size, min, max_width: width, max_lines: lines });
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}
