/**
 * A sequence: each party has a line of life, each message an arrow between two of them with its words above it.
 * Lines give way where words stand on them.
 */
import type { TextBlock } from '../../layout/text.ts';
import type { Element, PathElement } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { hasSideNotes } from './columns.ts';
import { BAR, planRows, type Row, type Rows, TO_TEXT } from './rows.ts';
import type { SequenceData } from './schema.ts';

export function layoutSequence(data: SequenceData, setting: Setting): Element[] {
  const plan = planRows(data, setting);
  return [
    ...plan.columns.elements,
    ...lifelines(plan, setting),
    ...plan.rows.flatMap((row, index) => message(data, row, index, plan, setting)),
  ];
}

/** The colours of what has not been and what has been reached. */
function barColors(setting: Setting): { ahead: string; reached: string } {
  const { background, colors } = setting.theme;
  const ground = background.gradient.stops[0]!.color;
  return { ahead: mix(ground, colors.line, 0.26), reached: mix(ground, colors.line, 0.58) };
}

/** Lines from the parties down past the last message, interrupted where words of others lie on them. */
function lifelines({ columns, rows, density }: Rows, setting: Setting): Element[] {
  const bar = BAR[setting.shape];
  const { ahead, reached } = barColors(setting);
  const top = columns.bottom + bar / 2;
  const last = rows.at(-1)!;
  const end = last.arrow + last.below + density.after - bar / 2;
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

function message(
  data: SequenceData,
  row: Row,
  index: number,
  { columns, density }: Rows,
  setting: Setting,
): Element[] {
  const { colors, stroke } = setting.theme;
  const one = data.messages[index]!;
  const part = `messages.${index}`;
  const [a, b] = [columns.lines[row.from]!, columns.lines[row.to]!];
  const group = `message.${index}`;
  const height = Math.max(row.text.height, row.strong.height, row.icon);
  const box = { ...row.boxes[0]!, y: row.arrow - density.toArrow - height, height };
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
          : { x: row.x, y: row.arrow + density.toNote, align: 'centre', color: colors.accent },
        { part },
      ),
  ]);
}
