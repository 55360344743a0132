/** Rows and columns of fitted words, thin rules between them, and the places where the light will stop. */
import type { Box, Element, TextElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { type FittedTable, fitTable, ICON_GAP, isNumeric, PAD } from './fit.ts';
import { type Target, targetsOf } from './highlights.ts';
import type { TableData } from './schema.ts';

export function layoutTable(data: TableData, setting: Setting): Element[] {
  const { area, theme } = setting;
  const { colors } = theme;
  const fitted = fitTable(data, setting);
  const height = fitted.headerHeight + fitted.rowHeight * data.rows.length;
  const top = area.y + (area.height - height) / (setting.shape === 'wide' ? 2 : 3);
  const lefts = fitted.widths.map((_, column) =>
    fitted.widths.slice(0, column).reduce((sum, width) => sum + width, area.x),
  );
  const body = top + fitted.headerHeight;
  const rowTop = (row: number) => body + fitted.rowHeight * row;
  const targets = targetsOf(data);
  const lights = targets.map((_, index) => `light.${index}`);
  const numeric = data.columns.map((_, column) => isNumeric(data, column));

  const words = (id: string, row: number, column: number, y: number, rest: Partial<TextElement>): Element => {
    const block = row < 0 ? fitted.header[column]! : fitted.cells[row]![column]!;
    const left = lefts[column]! + PAD.x + (column === 0 && fitted.icon ? fitted.icon + ICON_GAP : 0);
    const right = lefts[column]! + fitted.widths[column]! - PAD.x;
    return setting.text(
      id,
      block,
      {
        x: numeric[column] ? right : left,
        y: y - block.height / 2,
        align: numeric[column] ? 'right' : 'left',
        color: row >= 0 && column === 0 ? colors.ink : colors.soft,
      },
      { on: lights, ...rest },
    );
  };

  return present([
    ...targets.map((target, index) => lightOf(target, index, { fitted, lefts, body, data }, setting)),
    ...data.rows.map((_, row) => ruleOf(row, rowTop(row), setting)),
    ...data.columns.map((_, column) =>
      words(`header.${column}`, -1, column, body - PAD.y - fitted.header[column]!.height / 2, {}),
    ),
    ...data.rows.flatMap((row, index) => {
      const middle = rowTop(index) + fitted.rowHeight / 2;
      return [
        setting.icon(
          `icon.${index}`,
          row.icon,
          { x: area.x + PAD.x + fitted.icon / 2, y: middle },
          fitted.icon,
        ),
        ...row.cells.map((cell, column) =>
          cell ? words(`cell.${index}.${column}`, index, column, middle, {}) : undefined,
        ),
      ];
    }),
  ]);
}

function ruleOf(row: number, y: number, setting: Setting): Element {
  const { area, theme } = setting;
  return {
    kind: 'path',
    id: `rule.${row}`,
    role: 'scenery',
    box: { x: area.x, y, width: area.width, height: 1 },
    d: `M${area.x} ${y}L${area.x + area.width} ${y}`,
    stroke: theme.colors.line,
    stroke_width: row === 0 ? theme.stroke - 1 : 2,
    opacity: row === 0 ? 0.9 : 0.4,
  };
}

interface Grid {
  fitted: FittedTable;
  lefts: number[];
  /** Top of the first row, px. */
  body: number;
  data: TableData;
}

function lightOf(
  target: Target,
  index: number,
  { fitted, lefts, body, data }: Grid,
  setting: Setting,
): Element {
  const { area, theme } = setting;
  const { column, row } = target;
  const across = column === undefined ? area : contentOf(column, { fitted, lefts, body, data });
  // A column is lit together with its header.
  const down =
    row === undefined
      ? { y: body - fitted.headerHeight, height: fitted.headerHeight + fitted.rowHeight * data.rows.length }
      : { y: body + fitted.rowHeight * row, height: fitted.rowHeight };
  const box: Box = { x: across.x, y: down.y + 4, width: across.width, height: down.height - 8 };
  return {
    kind: 'rect',
    id: `light.${index}`,
    part: target.part,
    box,
    radius: theme.corner,
    fill: theme.colors.surface,
    stroke: setting.tone(target.tone),
    stroke_width: theme.stroke,
  };
}

/** A column as wide as its words, not as its share of the frame. */
function contentOf(column: number, { fitted, lefts, data }: Grid): { x: number; width: number } {
  const [left, whole] = [lefts[column]!, fitted.widths[column]!];
  const blocks = [fitted.header[column]!, ...fitted.cells.map((row) => row[column]!)];
  const icon = column === 0 && fitted.icon ? fitted.icon + ICON_GAP : 0;
  const width = Math.min(whole, Math.max(...blocks.map((block) => block.width)) + 2 * PAD.x + icon);
  return { x: isNumeric(data, column) ? left + whole - width : left, width };
}
