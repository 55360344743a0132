/** Gauge: one half ring as large as the frame allows, its figure in the middle of it. */
import { arcPath, onCircle } from '../../layout/arc.ts';
import type { Element, Point } from '../../scene.ts';
import { figureText } from '../figures.ts';
import { present, type Setting } from '../setting.ts';
import { figureAt, figureBlock, goalMark, trackAndFill } from './layout.ts';
import type { ProgressData } from './schema.ts';

/** The part of a circle that is the whole: half of it in a wide frame, three quarters in a tall one. */
const SWEEP = { wide: 0.5, tall: 0.75 };

export function layoutGauge(data: ProgressData, setting: Setting): Element[] {
  const { area, theme, type } = setting;
  const item = data.items[0]!;
  const part = 'items.0';
  const sweep = SWEEP[setting.shape];
  const label = setting.fit(item.label, {
    style: theme.fonts.strong,
    size: type.remark + 8,
    max_width: area.width,
    max_lines: setting.shape === 'wide' ? 1 : 2,
  });
  const goal = item.goal && setting.fit(item.goal.text, { max_width: area.width, max_lines: 1 });
  const ends = type.least * 1.2 + 12;
  const foot = 16 + label.height + (goal ? goal.height + 4 : 0);
  // Of the radius: how far the ends lie below the centre.
  const drop = -Math.cos(Math.PI * sweep);
  const radius = Math.min((area.height - ends - foot) / (1 + drop), area.width / 2, 480);
  const width = radius * 0.2;
  const line = radius - width / 2;
  const height = radius * (1 + drop);
  const centre: Point = {
    x: area.x + area.width / 2,
    y: area.y + (area.height - height - ends - foot) / 2 + radius,
  };
  const start = -sweep / 2;
  const turn = (value: number) => start + (sweep * value) / data.of;
  const base = centre.y + radius * drop;
  const icon = item.icon ? radius * (sweep > 0.5 ? 0.42 : 0.3) : 0;
  const figure = figureBlock(data, item, setting, Math.min(type.hero, radius * 0.42), (radius - width) * 1.6);
  const figureTop = sweep > 0.5 ? centre.y - figure.height * 0.3 : centre.y - figure.height;
  return present([
    ...trackAndFill(
      0,
      item,
      {
        whole: arcPath(centre, line, start, start + sweep),
        come: arcPath(centre, line, start, Math.max(start + 0.002, turn(item.value))),
        box: { x: centre.x - line, y: centre.y - line, width: line * 2, height: line * (1 + drop) },
        width,
      },
      setting,
    ),
    ...[0, data.of].map((value, index) => {
      const block = setting.fit(figureText(data, value), {
        size: type.least,
        max_width: radius,
        max_lines: 1,
      });
      return setting.text(`end.${index}`, block, {
        x: onCircle(centre, line, start + sweep * index).x,
        y: base + 10,
        align: 'centre',
        color: theme.colors.soft,
      });
    }),
    item.goal &&
      goalMark(
        0,
        onCircle(centre, radius - width - 10, turn(item.goal.value)),
        onCircle(centre, radius + 10, turn(item.goal.value)),
        setting,
      ),
    setting.icon(
      'icon.0',
      item.icon,
      { x: centre.x, y: figureTop - icon / 2 - (sweep > 0.5 ? 8 : -6) },
      icon,
      { part },
    ),
    figureAt(data, 0, figure, { x: centre.x, y: figureTop, align: 'centre' }, setting),
    setting.text('label.0', label, { x: centre.x, y: base + ends + 16, align: 'centre' }, { part }),
    goal &&
      setting.text(
        'goal.text.0',
        goal,
        { x: centre.x, y: base + ends + 20 + label.height, align: 'centre', color: theme.colors.soft },
        { part },
      ),
  ]);
}
