/** Marks side by side, and below them the closing line in the display face. */
import type { Element } from '../../scene.ts';
import { layMarks } from '../marks.ts';
import { present, type Setting } from '../setting.ts';
import type { RecapData } from './schema.ts';

export function layoutRecap(data: RecapData, setting: Setting): Element[] {
  const { area, theme } = setting;
  const wide = setting.shape === 'wide';
  const line = data.line
    ? setting.fit(data.line.text, {
        style: theme.fonts.display,
        size: wide ? 60 : 64,
        max_width: area.width,
        max_lines: wide ? 2 : 3,
      })
    : undefined;
  const height = area.height - (line ? line.height + (wide ? 30 : 70) : 0);
  const items = data.items.map((item, index) => ({
    ...item,
    part: `items.${index}`,
    edge: theme.colors.good,
  }));
  return present([
    ...layMarks(items, setting.within({ ...area, height })).elements,
    line &&
      setting.text(
        'line',
        line,
        {
          x: area.x + area.width / 2,
          y: area.y + area.height - line.height,
          align: 'centre',
          color: theme.colors.accent,
        },
        { part: 'line' },
      ),
  ]);
}
