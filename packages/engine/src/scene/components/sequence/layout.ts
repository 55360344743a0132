/**
 * A sequence: each party has a line of life, each message an arrow between two of them with its words above it.
 * Lines give way where words stand on them.
 */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock, TextStyle } from '../../layout/text.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Columns, hasSideNotes, layColumns } from './columns.ts';
import type { SequenceData } from './schema.ts';

/** What the message of the moment is enlarged by. */
export const NOW = 1.13;
/** Width of a line of life, between words and arrow, icon and words, arrow and note, px. */
const BAR = { wide: 30, tall: 26 } as const;
const TO_ARROW = 20;
const TO_TEXT = 18;
const TO_NOTE = 14;
/** Between a message and the next, at least, and what may be added where there is room, px. */
const BETWEEN = 24;
const MOST_SPARE = { wide: 84, tall: 120 } as const;
/** How far the lines run on below the last arrow, px. */
const AFTER_LAST = 52;

/** A message and the height it takes, px. */
interface Needs {
  /** Its words as they stand when it has passed, and as they are said. */
  text: TextBlock;
  strong: TextBlock;
  note: TextBlock | undefined;
  icon: number;
  /** Centre of icon and words, px. */
  x: number;
  from: number;
  to: number;
  /** What its note takes below the arrow. */
  below: number;
  height: number;
}

interface Row extends Needs {
  /** y of the arrow, px. */
  arrow: number;
  /** Where words stand, as large as they will be. */
  boxes: Box[];
}

export function layoutSequence(data: SequenceData, setting: Setting): Element[] {
  const { area } = setting;
  const first = layColumns(data, area, setting);
  const last = layRows(data, first, setting).at(-1)!;
  // What is left over below goes, in part, above.
  const over = area.y + area.height - (last.arrow + last.below + AFTER_LAST);
  const columns = layColumns(data, { ...area, y: area.y + Math.max(0, over) * 0.4 }, setting);
  const rows = layRows(data, columns, setting);
  return [
    ...columns.elements,
    ...lifelines(columns, rows, setting),
    ...rows.flatMap((row, index) => message(data, row, index, columns, setting)),
  ];
}

/** The largest type with which every message has room. */
function layRows(data: SequenceData, columns: Columns, setting: Setting): Row[] {
  const { area, type, shape } = setting;
  const room = area.y + area.height - columns.bottom - AFTER_LAST;
  for (let size = type.label + 4; size >= type.least; size -= 2) {
    const rows = data.messages.map((_, index) => rowOf(data, index, size, columns, setting));
    const needed = rows.reduce((sum, row) => sum + (row?.height ?? Number.POSITIVE_INFINITY), 0);
    if (needed > room) continue;
    const spare = Math.min((room - needed) / rows.length, MOST_SPARE[shape]);
    let y = columns.bottom;
    return rows.map((row) => {
      y += row!.height + spare;
      return placed(row!, y - row!.below - spare * 0.25);
    });
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The messages of this sequence do not fit on screen; shorten them or show fewer.',
  );
}

/** What one message needs at a size of type; undefined when its words need more lines than it may have. */
function rowOf(
  data: SequenceData,
  index: number,
  size: number,
  columns: Columns,
  setting: Setting,
): Needs | undefined {
  const { area, shape } = setting;
  const { fonts } = setting.theme;
  const { text: words, from: sender, to: receiver, icon: meaning, note: remark } = data.messages[index]!;
  const isSide = hasSideNotes(data, setting);
  const [from, to] = [sender, receiver].map((name) =>
    data.parties.findIndex((party) => party.name === name),
  ) as [number, number];
  const [left, right] = [columns.lines[Math.min(from, to)]!, columns.lines[Math.max(from, to)]!];
  const icon = setting.icon('probe', meaning, area, 1) ? size * 1.25 : 0;
  const between = right - left - BAR[shape] - 60;
  // Two parties keep their words between them; among more, the lines give way to them.
  const width =
    data.parties.length === 2 ? between : Math.max(between, shape === 'wide' ? 520 : area.width * 0.8);
  const beside = icon ? icon + TO_TEXT : 0;
  const room = width / NOW - beside;
  // Rather a little smaller than on two lines.
  const strong =
    fitted(words, size, size * 0.84, room, 1, setting, fonts.strong) ??
    fitted(words, size, size, room, shape === 'wide' ? 2 : 3, setting, fonts.strong);
  // The plain words break where the bold ones do.
  const text =
    strong &&
    fitted(
      words,
      strong.font.size,
      strong.font.size * 0.9,
      strong.width + 1,
      strong.lines.length,
      setting,
      fonts.text,
    );
  const note = remark
    ? noteOf(remark, isSide ? area.x + area.width - right - 40 : width, isSide, setting)
    : undefined;
  if (!text || !strong) return undefined;
  const whole = (Math.max(text.width, strong.width) + beside) * NOW;
  const below = note && !isSide ? note.height + TO_NOTE : 0;
  const tall = Math.max(text.height, strong.height, icon) * NOW;
  const x = Math.min(area.x + area.width - whole / 2, Math.max(area.x + whole / 2, (left + right) / 2));
  return { text, strong, note, icon, x, from, to, below, height: tall + TO_ARROW + below + BETWEEN };
}

function placed(needs: Needs, arrow: number): Row {
  const { text, strong, icon, note, x, below } = needs;
  const height = Math.max(text.height, strong.height, icon);
  const width = (Math.max(text.width, strong.width) + (icon ? icon + TO_TEXT : 0)) * NOW;
  const box = {
    x: x - width / 2,
    y: arrow - TO_ARROW - height * (1 + (NOW - 1) / 2),
    width,
    height: height * NOW,
  };
  const noteBox =
    note && below > 0
      ? { x: x - note.width / 2, y: arrow + TO_NOTE, width: note.width, height: note.height }
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

function noteOf(note: string, width: number, isSide: boolean, setting: Setting): TextBlock | undefined {
  return setting.fit(note, { size: setting.type.label - 4, max_width: width, max_lines: isSide ? 3 : 2 });
}

/** The colours of what has not been and what has been reached. */
function barColors(setting: Setting): { ahead: string; reached: string } {
  const { background, colors } = setting.theme;
  const ground = background.gradient.stops[0]!.color;
  return { ahead: mix(ground, colors.line, 0.26), reached: mix(ground, colors.line, 0.58) };
}

/** Lines from the parties down past the last message, interrupted where words of others lie on them. */
function lifelines(columns: Columns, rows: Row[], setting: Setting): Element[] {
  const bar = BAR[setting.shape];
  const { ahead, reached } = barColors(setting);
  const top = columns.bottom + bar / 2;
  const last = rows.at(-1)!;
  const end = last.arrow + last.below + AFTER_LAST - bar / 2;
  return columns.lines.flatMap((x, party) => {
    const gaps = rows
      .flatMap((row) => row.boxes)
      .filter((box) => box.x - 14 < x + bar / 2 && box.x + box.width + 14 > x - bar / 2)
      .map((box) => ({ from: box.y - 4 - bar / 2, to: box.y + box.height + 4 + bar / 2 }));
    return pieces(top, end, gaps).flatMap(([from, to], piece): PathElement[] =>
      (['ahead', 'reached'] as const).map((kind) => ({
        kind: 'path',
        id: `${kind}.${party}.${piece}`,
        box: { x, y: from, width: 1, height: to - from },
        d: `M${x} ${from}L${x} ${to}`,
        stroke: kind === 'ahead' ? ahead : reached,
        stroke_width: bar,
      })),
    );
  });
}

/** What remains of a span without the gaps. */
function pieces(from: number, to: number, gaps: { from: number; to: number }[]): [number, number][] {
  const result: [number, number][] = [];
  let at = from;
  for (const gap of gaps) {
    if (gap.from - at > 4) result.push([at, gap.from]);
    at = Math.max(at, gap.to);
  }
  if (to - at > 4) result.push([at, to]);
  return result;
}

function message(data: SequenceData, row: Row, index: number, columns: Columns, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const one = data.messages[index]!;
  const part = `messages.${index}`;
  const [a, b] = [columns.lines[row.from]!, columns.lines[row.to]!];
  const group = `message.${index}`;
  const height = Math.max(row.text.height, row.strong.height, row.icon);
  const box = { ...row.boxes[0]!, y: row.arrow - TO_ARROW - height, height };
  const middle = box.y + height / 2;
  const inset = row.icon ? row.icon + TO_TEXT : 0;
  // Icon and bold words together stand in the middle; the plain words begin where the bold ones do.
  const left = row.x - (row.strong.width + inset) / 2;
  const start = left + inset;
  const line = (id: string, rest: Partial<PathElement>): PathElement => ({
    kind: 'path',
    id,
    part,
    box: { x: Math.min(a, b), y: row.arrow, width: Math.abs(b - a), height: 1 },
    d: `M${a} ${row.arrow}L${b} ${row.arrow}`,
    stroke: colors.accent,
    stroke_width: stroke + 3,
    ...rest,
  });
  const words = (id: string, block: TextBlock, color: string, on: string[]) =>
    setting.text(id, block, { x: start, y: middle - block.height / 2, color }, { part, group, on });
  const isSide = hasSideNotes(data, setting);
  return present([
    line(`hint.${index}`, { stroke: colors.line, stroke_width: 7, dash: [0, 19] }),
    line(`arrow.${index}`, { head: { end: true, size: 30 } }),
    { kind: 'group', id: group, part, box },
    row.icon > 0
      ? setting.icon(`icon.${index}`, one.icon, { x: left + row.icon / 2, y: middle }, row.icon, {
          part,
          group,
          color: colors.second,
        })
      : undefined,
    words(`text.${index}`, row.text, colors.second, []),
    // The same words, bold, for as long as they are the present ones.
    words(`now.${index}`, row.strong, colors.ink, [`text.${index}`]),
    row.note &&
      setting.text(
        `note.${index}`,
        row.note,
        isSide
          ? { x: Math.max(a, b) + 40, y: row.arrow - row.note.height / 2, color: colors.accent }
          : { x: row.x, y: row.arrow + TO_NOTE, align: 'centre', color: colors.accent },
        { part },
      ),
  ]);
}
