/** A window with a bar, its lines, the frames that marks draw around some of them, and a cursor. */
import type { Element, TextElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { type Plan, planTerminal, type Row } from './plan.ts';
import type { TerminalData } from './schema.ts';

export function layoutTerminal(data: TerminalData, setting: Setting): Element[] {
  const plan = planTerminal(data, setting);
  const { window, bar } = plan;
  const { theme } = setting;
  const { colors } = theme;
  const title = data.title
    ? setting.fit(data.title, {
        size: setting.type.least + 2,
        max_width: window.width - 2 * bar - 200,
        max_lines: 1,
      })
    : undefined;
  const light = bar * 0.27;
  const marks = data.lines.flatMap((line, index) => (line.do === 'mark' ? [`mark.${index}`] : []));
  return present([
    {
      kind: 'rect',
      id: 'window',
      box: window,
      radius: theme.corner,
      fill: colors.surface,
      stroke: colors.surface_edge,
      stroke_width: 3,
      shadow: theme.shadow,
    },
    {
      kind: 'path',
      id: 'bar',
      box: { x: window.x, y: window.y + bar, width: window.width, height: 1 },
      d: `M${window.x} ${window.y + bar}H${window.x + window.width}`,
      stroke: colors.surface_edge,
      stroke_width: 3,
    },
    ...[colors.danger, colors.accent, colors.good].map(
      (fill, index): Element => ({
        kind: 'ellipse',
        id: `light.${index}`,
        role: 'scenery',
        box: {
          x: window.x + bar * 0.42 + index * light * 1.7,
          y: window.y + (bar - light) / 2,
          width: light,
          height: light,
        },
        fill,
      }),
    ),
    title &&
      setting.text(
        'title',
        title,
        {
          x: window.x + window.width / 2,
          y: window.y + (bar - title.height) / 2,
          align: 'centre',
          color: colors.soft,
        },
        { on: ['window'] },
      ),
    ...data.lines.map((line, index) =>
      line.do === 'mark' ? frameOf(line.line, index, data, plan, setting) : undefined,
    ),
    ...data.lines.flatMap((line, index) => {
      if (line.do !== 'type') return [];
      const first = plan.rows.find((row) => row.entry === index)!;
      const row = { ...first, text: data.prompt, x: 0, width: plan.prompt.width };
      return [written(`prompt.${index}`, row, colors.good, plan, marks, {})];
    }),
    ...plan.rows.map((row) => {
      const line = data.lines[row.entry]!;
      const tone = line.do === 'print' ? line.tone : undefined;
      const color =
        line.do === 'type' ? colors.ink : tone && tone !== 'neutral' ? setting.tone(tone) : colors.soft;
      const part = { part: `lines.${row.entry}` };
      return written(`row.${row.entry}.${row.piece}`, row, color, plan, marks, part);
    }),
    ...data.lines.map((line, index) => (line.do === 'type' ? cursorOf(index, plan, setting) : undefined)),
    ...plan.notes.map(
      (note, index) =>
        note &&
        setting.text(
          `note.${index}`,
          note,
          { x: window.x + window.width / 2, y: plan.noteTop, align: 'centre', color: colors.accent },
          { part: `lines.${index}` },
        ),
    ),
  ]);
}

function written(
  id: string,
  row: Row,
  color: string,
  { left, top, font, step }: Plan,
  marks: string[],
  rest: Partial<TextElement>,
): TextElement {
  const x = left + row.x;
  return {
    kind: 'text',
    id,
    box: { x, y: top + row.y, width: Math.ceil(row.width), height: step },
    font,
    color,
    lines: [
      {
        x,
        baseline: top + row.y + step / 2 + font.size * 0.35,
        width: row.width,
        runs: [{ text: row.text, dx: 0, width: row.width }],
      },
    ],
    on: ['window', ...marks],
    ...rest,
  };
}

/** A bar below the place of the next letter, clear of the letters it runs ahead of; here after the last one. */
function cursorOf(entry: number, { rows, left, top, font, step }: Plan, setting: Setting): Element {
  const last = rows.findLast((row) => row.entry === entry)!;
  return {
    kind: 'rect',
    id: `cursor.${entry}`,
    role: 'scenery',
    box: {
      x: left + last.x + last.width + font.size * 0.12,
      y: top + last.y + step / 2 + font.size * 0.58,
      width: font.size * 0.58,
      height: font.size * 0.11,
    },
    radius: 3,
    fill: setting.theme.colors.accent,
  };
}

function frameOf(line: number, index: number, data: TerminalData, plan: Plan, setting: Setting): Element {
  const entries = data.lines.flatMap((one, entry) => (one.do === 'mark' ? [] : [entry]));
  const rows = plan.rows.filter((row) => row.entry === entries[line - 1]);
  const { window, left, top, step } = plan;
  const right = left + Math.max(...rows.map((row) => row.x + row.width));
  return {
    kind: 'rect',
    id: `mark.${index}`,
    part: `lines.${index}`,
    box: {
      x: window.x + 20,
      y: top + rows[0]!.y + step * 0.04,
      width: Math.min(window.width - 40, right - window.x + 8),
      height: rows.length * step * 0.98,
    },
    radius: 12,
    stroke: setting.theme.colors.accent,
    stroke_width: 4,
    on: ['window'],
  };
}
