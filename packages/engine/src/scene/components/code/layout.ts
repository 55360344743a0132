/** A panel with the listing in a fixed-width face; below it one place for the notes, which follow one another. */
import { type CodeLine, highlightCode } from '../../../assets/index.ts';
import { ChalktalkError } from '../../../errors.ts';
import { measure } from '../../layout/text.ts';
import type { Box, Element, FontSpec, TextElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { CodeData } from './schema.ts';

const LARGEST = 52;
const LEADING = 1.42;
/** A long line goes on below itself, this many spaces further in. */
const HANGING = 4;

interface Row {
  /** Line of the source, from 1. */
  line: number;
  tokens: CodeLine;
}

export async function layoutCode(data: CodeData, setting: Setting): Promise<Element[]> {
  const { area, theme } = setting;
  const pad = setting.shape === 'wide' ? 44 : 36;
  const lines = await highlightCode(data.source.replace(/\n+$/, ''), data.language);
  const notes = data.steps.map((step) =>
    step.note
      ? setting.fit(step.note, {
          style: theme.fonts.strong,
          size: setting.type.label + 2,
          max_width: area.width,
          max_lines: setting.shape === 'wide' ? 1 : 2,
        })
      : undefined,
  );
  const output = data.output
    ? setting.fit(`→ ${data.output.text}`, {
        style: theme.fonts.mono,
        size: setting.type.label,
        max_width: area.width,
        max_lines: 2,
      })
    : undefined;
  const foot = Math.max(0, ...notes.map((note) => note?.height ?? 0)) + (output ? output.height + 16 : 0);
  const room = { width: area.width - 2 * pad, height: area.height - 2 * pad - (foot ? foot + 36 : 0) };
  const { rows, font } = fitListing(lines, room, setting);
  const step = font.size * LEADING;
  const panel: Box = { x: area.x, y: area.y, width: area.width, height: rows.length * step + 2 * pad };
  panel.y += (area.height - panel.height - (foot ? foot + 36 : 0)) / 2;
  const top = panel.y + pad;
  const frames = data.steps.map((_, index) => `frame.${index}`);
  const noteTop = panel.y + panel.height + 36;
  return present([
    {
      kind: 'rect',
      id: 'panel',
      box: panel,
      radius: theme.corner,
      fill: theme.colors.surface,
      stroke: theme.colors.surface_edge,
      stroke_width: 2,
      shadow: theme.shadow,
    },
    ...data.steps.map((one, index) => frameOf(one.lines, index, rows, { ...panel, y: top }, step, setting)),
    ...rows.map((row, index) =>
      rowOf(row, index, { x: panel.x + pad, y: top + index * step }, font, frames, setting),
    ),
    ...notes.map(
      (note, index) =>
        note &&
        setting.text(
          `note.${index}`,
          note,
          { x: area.x + area.width / 2, y: noteTop, align: 'centre', color: theme.colors.accent },
          { part: `steps.${index}` },
        ),
    ),
    output &&
      setting.text(
        'output',
        output,
        {
          x: area.x + area.width / 2,
          y: noteTop + foot - output.height,
          align: 'centre',
          color: theme.colors.good,
        },
        { part: 'output' },
      ),
  ]);
}

/** The largest size at which all lines fit, long lines going on below when there is no other way. */
function fitListing(
  lines: CodeLine[],
  room: { width: number; height: number },
  setting: Setting,
): { rows: Row[]; font: FontSpec } {
  const { family, weight } = setting.theme.fonts.mono;
  for (let size = LARGEST; size >= setting.type.least; size -= 1) {
    const font = { family, weight, size };
    const letters = Math.floor(room.width / measure('0', font));
    const rows = lines.flatMap((tokens, index) =>
      wrapped(tokens, letters).map((row) => ({ line: index + 1, tokens: row })),
    );
    const isWrapped = rows.length > lines.length;
    if (rows.length * size * LEADING <= room.height && (!isWrapped || size === setting.type.least))
      return { rows, font };
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The code does not fit on screen at a readable size; show fewer or shorter lines.',
  );
}

function wrapped(tokens: CodeLine, letters: number): CodeLine[] {
  const rows: CodeLine[] = [[]];
  const indent = (/^ */.exec(tokens.map((token) => token.text).join(''))?.[0].length ?? 0) + HANGING;
  let used = 0;
  for (const token of tokens) {
    let rest = token.text;
    while (rest.length > 0) {
      const free = letters - used;
      if (rest.length <= free) {
        rows.at(-1)!.push({ ...token, text: rest });
        used += rest.length;
        break;
      }
      const space = rest.lastIndexOf(' ', free - 1);
      const cut = space > 0 ? space + 1 : used > indent ? 0 : free;
      if (cut > 0) rows.at(-1)!.push({ ...token, text: rest.slice(0, cut) });
      rest = rest.slice(cut);
      rows.push([{ text: ' '.repeat(Math.min(indent, letters - 1)), role: 'plain' }]);
      used = Math.min(indent, letters - 1);
    }
  }
  return rows;
}

function rowOf(
  row: Row,
  index: number,
  at: { x: number; y: number },
  font: FontSpec,
  frames: string[],
  setting: Setting,
): TextElement | undefined {
  const { colors } = setting.theme;
  const letter = measure('0', font);
  let letters = 0;
  const runs = row.tokens.flatMap((token) => {
    const dx = letters * letter;
    letters += token.text.length;
    if (!token.text.trim()) return [];
    const lead = token.text.length - token.text.trimStart().length;
    const color = token.role === 'plain' || token.role === 'operator' ? colors.ink : colors.code[token.role];
    const text = token.text.trim();
    return [{ text, dx: dx + lead * letter, width: measure(text, font), color }];
  });
  if (runs.length === 0) return undefined;
  const height = font.size * LEADING;
  const width = Math.max(...runs.map((run) => run.dx + run.width));
  return {
    kind: 'text',
    id: `row.${index}`,
    box: { x: at.x, y: at.y, width, height },
    font,
    color: colors.ink,
    lines: [{ x: at.x, baseline: at.y + height / 2 + font.size * 0.36, width, runs }],
    on: ['panel', ...frames],
  };
}

function frameOf(
  lines: string,
  index: number,
  rows: Row[],
  panel: Box,
  step: number,
  setting: Setting,
): Element {
  const [from = 1, to = from] = lines.split('-').map(Number);
  const first = Math.max(
    0,
    rows.findIndex((row) => row.line >= from),
  );
  const last = Math.max(
    first,
    rows.findLastIndex((row) => row.line <= to),
  );
  return {
    kind: 'rect',
    id: `frame.${index}`,
    part: `steps.${index}`,
    box: {
      x: panel.x + 18,
      y: panel.y + first * step,
      width: panel.width - 36,
      height: (last - first + 1) * step,
    },
    radius: 10,
    stroke: setting.theme.colors.accent,
    stroke_width: 4,
    on: ['panel'],
  };
}
