/** Rows below the ring: a swatch of the slice's colour, its name, its figure. */
import type { Element } from '../../scene.ts';
import { figureText } from '../figures.ts';
import type { Setting } from '../setting.ts';
import type { DonutData } from './schema.ts';
import { colorOf, formatOf, slicesOf } from './shares.ts';

const SWATCH = 40;
const GAP = 28;

export interface Rows {
  /** px. */
  height: number;
  /** The rows with the first one's top at `y`, px. */
  place(y: number): Element[];
}

export function rowsBelow(data: DonutData, setting: Setting): Rows {
  const { area, theme, type } = setting;
  const format = formatOf(data);
  const row = Math.min(100, Math.max(56, (area.height * 0.38) / data.slices.length));
  const words = slicesOf(data).map(({ figure }, index) => {
    const figures = setting.fit(figureText(format, figure), {
      style: theme.fonts.display,
      size: Math.min(52, row * 0.62),
      max_width: area.width / 2,
      max_lines: 1,
    });
    const label = setting.fit(data.slices[index]!.label, {
      style: theme.fonts.strong,
      size: type.label,
      max_width: area.width - SWATCH - GAP - figures.width - 40,
      max_lines: 1,
    });
    return { figures, label };
  });
  return {
    height: row * words.length,
    place: (y) =>
      words.flatMap(({ figures, label }, index): Element[] => {
        const part = `slices.${index}`;
        const middle = y + row * (index + 0.5);
        return [
          {
            kind: 'rect',
            id: `swatch.${index}`,
            part,
            box: { x: area.x, y: middle - SWATCH / 2, width: SWATCH, height: SWATCH },
            radius: 10,
            fill: colorOf(data, index, setting),
          },
          setting.text(
            `label.${index}`,
            label,
            { x: area.x + SWATCH + GAP, y: middle - label.height / 2, color: theme.colors.soft },
            { part },
          ),
          setting.text(
            `figure.${index}`,
            figures,
            { x: area.x + area.width, y: middle - figures.height / 2, align: 'right' },
            { part },
          ),
        ];
      }),
  };
}
