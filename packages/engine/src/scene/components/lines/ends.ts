/** What stands at the end of each line instead of a legend: its last figure and its name. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { decimalsOf, figureText } from '../figures.ts';
import type { Setting } from '../setting.ts';
import { type Curve, colorOf } from './chart.ts';
import type { LinesData } from './schema.ts';

/** Between a line's end and its words, px. */
const AWAY = 30;
const BETWEEN = 14;
/** How far they may reach above the chart, px. */
const ABOVE = 30;
/** From this size on, px, text may have any hue of a series: 3 : 1 is enough. */
const LARGE = 48;

export interface End {
  figure: TextBlock;
  label: TextBlock;
  height: number;
}

export interface Ends {
  list: End[];
  /** Width to keep at the right, px. */
  room: number;
}

export function fitEnds(data: LinesData, setting: Setting): Ends {
  const { area, theme, type } = setting;
  const width = area.width * (setting.shape === 'wide' ? 0.2 : 0.26);
  const decimals = Math.min(
    1,
    decimalsOf(
      data,
      data.series.flatMap((series) => series.values),
    ),
  );
  const list = data.series.map((series) => {
    const figure = setting.fit(figureText(data, series.values.at(-1)!, data.decimals ?? decimals), {
      style: theme.fonts.display,
      size: type.label + 16,
      max_width: width,
      max_lines: 1,
    });
    const label = setting.fit(series.label, {
      style: theme.fonts.strong,
      size: type.label - 2,
      max_width: width,
      max_lines: 3,
    });
    return { figure, label, height: figure.height + label.height };
  });
  return { list, room: Math.max(...list.map((end) => Math.max(end.figure.width, end.label.width))) + AWAY };
}

/** Each at the height of its line's end, or as near as its neighbours allow. */
export function endLabels(
  data: LinesData,
  ends: Ends,
  curves: Curve[],
  box: Box,
  setting: Setting,
): Element[] {
  const x = box.x + box.width + AWAY;
  const placed = placeEnds(ends, curves, box);
  return data.series.flatMap((_, index) => {
    const { figure, label } = ends.list[index]!;
    const part = `series.${index}`;
    const y = placed[index]!;
    return [
      setting.text(
        `figure.${index}`,
        figure,
        { x, y, color: figureColor(data, index, figure, setting) },
        { part },
      ),
      setting.text(
        `label.${index}`,
        label,
        { x, y: y + figure.height, color: setting.theme.colors.soft },
        { part },
      ),
    ];
  });
}

/** The line's own colour, by which its figure is found; too faint for small type. */
function figureColor(data: LinesData, index: number, figure: TextBlock, setting: Setting): string {
  return figure.font.size >= LARGE ? colorOf(data, index, setting) : setting.theme.colors.ink;
}

function placeEnds({ list }: Ends, curves: Curve[], box: Box): number[] {
  const order = list
    .map((end, index) => ({
      index,
      end,
      want: curves[index]!.points.at(-1)!.y - end.figure.height / 2,
      y: 0,
    }))
    .sort((a, b) => a.want - b.want);
  let limit = box.y + box.height;
  for (const one of [...order].reverse()) {
    one.y = Math.min(one.want, limit - one.end.height);
    limit = one.y - BETWEEN;
  }
  let free = box.y - ABOVE;
  for (const one of order) {
    one.y = Math.max(one.y, free);
    free = one.y + one.end.height + BETWEEN;
  }
  if (free - BETWEEN > box.y + box.height + 4) {
    throw new ChalktalkError(
      'does_not_fit',
      'The names of the lines do not fit one above another; shorten them or show fewer lines.',
    );
  }
  const result: number[] = [];
  for (const one of order) result[one.index] = one.y;
  return result;
}
