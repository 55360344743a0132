/** The list of moments: picture, date and words, in one column or two. */
import type { Box, Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { spanOf } from './days.ts';
import type { CalendarData } from './schema.ts';

const MOST_ICON = 120;
/** Between two columns, px. */
const BETWEEN = 32;

export function layMoments(data: CalendarData, area: Box, columns: number, setting: Setting): Element[] {
  const { fonts, colors } = setting.theme;
  const { type } = setting;
  const rows = Math.ceil(data.moments.length / columns);
  const row = Math.min(area.height / rows, 220);
  const column = (area.width - BETWEEN * (columns - 1)) / columns;
  const icon = data.moments.some((moment) => moment.icon) ? Math.min(MOST_ICON, row - 20) : 0;
  const top = area.y + (setting.shape === 'wide' ? (area.height - row * rows) / 2 : 0);
  return data.moments.flatMap((moment, index) => {
    const part = `moments.${index}`;
    // In a column all words begin below one another; side by side each moment stands for itself.
    const beside = icon && (moment.icon || columns === 1) ? icon + (columns === 1 ? 32 : 20) : 0;
    const width = column - beside;
    const date = setting.fit(spanOf(moment.date, moment.until, data.language), {
      style: fonts.display,
      size: Math.min(type.label + 8, row * 0.34),
      max_width: width,
      max_lines: 1,
    });
    const text = setting.fit(moment.text, {
      size: type.label,
      max_width: width,
      max_lines: 3,
      max_height: row - date.height - 10,
    });
    const middle = top + row * (Math.floor(index / columns) + 0.5);
    const left = area.x + (column + BETWEEN) * (index % columns);
    const y = middle - (date.height + text.height) / 2;
    return present([
      setting.icon(`icon.${index}`, moment.icon, { x: left + icon / 2, y: middle }, icon, { part }),
      setting.text(`date.${index}`, date, { x: left + beside, y, color: colors.accent }, { part }),
      setting.text(`text.${index}`, text, { x: left + beside, y: y + date.height }, { part }),
    ]);
  });
}
