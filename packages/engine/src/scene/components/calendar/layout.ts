/** The days as a grid, and what happened on them as a list: beside it in a wide frame, below it in a tall one. */
import { ChalktalkError } from '../../../errors.ts';
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { dayOf, type Month, monthOf, numberOf, titleOf, weekdayNames } from './days.ts';
import { layMoments } from './moments.ts';
import type { CalendarData } from './schema.ts';

type Moment = CalendarData['moments'][number];

const GAP = 10;
/** Between the grid and the list, px. */
const BESIDE = 84;
/** Between the grid and the list below it, px. */
const BELOW = 44;
const MOST = { wide: 200, tall: 190 };

export function layoutCalendar(data: CalendarData, setting: Setting): Element[] {
  const { area } = setting;
  const month = monthOf(data.from, data.to, data.week_starts);
  const below = (share: number, columns: number) => {
    const grid = layGrid(data, month, { ...area, height: area.height * share }, setting);
    const taken = grid.height + BELOW;
    const list: Box = { ...area, y: area.y + taken, height: area.height - taken };
    return present([...grid.elements, ...layMoments(data, list, columns, setting)]);
  };
  const beside = () => {
    const width = area.width * 0.56;
    const grid = layGrid(data, month, { ...area, width }, setting, 'middle');
    const list: Box = { ...area, x: area.x + width + BESIDE, width: area.width - width - BESIDE };
    return present([...grid.elements, ...layMoments(data, list, 1, setting)]);
  };
  const count = data.moments.length;
  const few = month.weeks <= 2;
  if (setting.shape === 'wide') {
    return (few ? ifItFits(() => below(0.68, Math.min(count, 4))) : undefined) ?? beside();
  }
  if (count < 3 || few) return below(few ? 0.5 : 0.64, 1);
  // Two columns leave the grid more room; long words need the whole width.
  return ifItFits(() => below(0.66, 2)) ?? below(0.5, 1);
}

function ifItFits<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

function layGrid(
  data: CalendarData,
  month: Month,
  area: Box,
  setting: Setting,
  align: 'top' | 'middle' = 'top',
) {
  const { theme, type } = setting;
  const { colors, fonts } = theme;
  const title = setting.fit(titleOf(data.from, data.to, data.language), {
    style: fonts.display,
    size: type.label + 12,
    max_width: area.width,
    max_lines: 1,
  });
  const column = area.width / 7;
  const names = weekdayNames(data.week_starts, data.language).map((name) =>
    setting.fit(name, { size: type.least, max_width: column, max_lines: 1 }),
  );
  const head = title.height + 16 + names[0]!.height + 12;
  const row = Math.min((area.height - head) / month.weeks, MOST[setting.shape], column * 1.1);
  const height = head + row * month.weeks;
  const top = align === 'middle' ? area.y + (area.height - height) / 2 : area.y;
  const cellOf = (day: number): Box => {
    const place = month.place(day);
    return {
      x: area.x + place.column * column + GAP / 2,
      y: top + head + place.row * row + GAP / 2,
      width: column - GAP,
      height: row - GAP,
    };
  };
  const size = Math.min(type.label + 10, row * 0.46);
  const radius = Math.min(theme.corner, row / 4);
  const isBand = (rect: Element) => rect.id.startsWith('band');
  // Single days shine upon the spans they belong to.
  const rects = data.moments
    .flatMap((moment, index) => lights(moment, index, month, cellOf, radius, setting))
    .sort((a, b) => Number(isBand(b)) - Number(isBand(a)));
  const elements: (Element | false)[] = [
    setting.text('title', title, { x: area.x + GAP / 2, y: top }),
    ...names.map((name, index) =>
      setting.text(`weekday.${index}`, name, {
        x: area.x + column * (index + 0.5),
        y: top + title.height + 16,
        align: 'centre',
        color: colors.soft,
      }),
    ),
    ...month.days.map(
      (day): Element => ({
        kind: 'rect',
        id: `cell.${day}`,
        box: cellOf(day),
        radius,
        fill: colors.surface,
        opacity: 0.75,
      }),
    ),
    ...rects,
    ...month.days.flatMap((day) => {
      const cell = cellOf(day);
      const block = setting.fit(String(numberOf(day)), {
        style: fonts.strong,
        size,
        max_width: cell.width,
        max_lines: 1,
      });
      const at = {
        x: cell.x + cell.width / 2,
        y: cell.y + (cell.height - block.height) / 2,
        align: 'centre' as const,
      };
      const under = [`cell.${day}`, ...rects.map((rect) => rect.id)];
      const isLit = data.moments.some((moment) => isWithin(moment, day));
      return [
        setting.text(`day.${day}`, block, { ...at, color: colors.soft }, { on: under }),
        isLit &&
          setting.text(
            `lit.${day}`,
            block,
            { ...at, color: colors.on_accent },
            { on: [...under, `day.${day}`] },
          ),
      ];
    }),
  ];
  return { elements, height };
}

export function isWithin(moment: Moment, day: number): boolean {
  return day >= dayOf(moment.date)! && day <= dayOf(moment.until ?? moment.date)!;
}

/** A ringed light on one day, or a band along each week that a span touches. */
function lights(
  moment: Moment,
  index: number,
  month: Month,
  cellOf: (day: number) => Box,
  radius: number,
  setting: Setting,
): Element[] {
  const { colors, stroke } = setting.theme;
  const part = `moments.${index}`;
  const days = month.days.filter((day) => isWithin(moment, day));
  const body = { kind: 'rect' as const, part, radius, fill: colors.accent_fill };
  if (days.length === 1) {
    const tone = moment.tone && moment.tone !== 'neutral' ? setting.tone(moment.tone) : colors.accent;
    return [{ ...body, id: `light.${index}`, box: cellOf(days[0]!), stroke: tone, stroke_width: stroke + 2 }];
  }
  const rowOf = (day: number) => month.place(day).row;
  return [...new Set(days.map(rowOf))].map((row) => {
    const inRow = days.filter((day) => rowOf(day) === row);
    const [first, last] = [cellOf(inRow[0]!), cellOf(inRow.at(-1)!)];
    const box = { ...first, width: last.x + last.width - first.x };
    return { ...body, id: `band.${index}.${row}`, box };
  });
}
