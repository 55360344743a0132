/** The formula across the frame; below it a column for each symbol explained; the result at the foot. */
import { typesetFormula } from '../../../assets/index.ts';
import { ChalktalkError } from '../../../errors.ts';
import { flex } from '../../layout/flex.ts';
import { placeOutlines } from '../../layout/outline.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { FormulaData } from './schema.ts';

/** px of one em, at most. */
const LARGEST = 190;
const SYMBOL = { wide: 74, tall: 104 };
/** An index is so much smaller than the letter it belongs to, and is to be read too. */
const SUBSCRIPT = 0.71;
const PICTURE = 96;
/** Between the rows of a tall frame's legend, px. */
const GAP = 44;

type Part = FormulaData['parts'][number];

/** The colour in which a symbol and its meaning light up. */
export function colourOf(part: Part, index: number, setting: Setting): string {
  const { colors } = setting.theme;
  if (part.tone && part.tone !== 'neutral') return setting.tone(part.tone);
  return [colors.accent, colors.good, colors.second, colors.danger, colors.accent][index]!;
}

export async function layoutFormula(data: FormulaData, setting: Setting): Promise<Element[]> {
  const { area, theme } = setting;
  const wide = setting.shape === 'wide';
  const result = data.result
    ? setting.fit(data.result.text, {
        style: theme.fonts.strong,
        size: setting.type.label + 8,
        max_width: area.width,
        max_lines: 2,
      })
    : undefined;
  const columns = await Promise.all(
    data.parts.map((part) =>
      columnOf(part, setting, wide ? area.width / data.parts.length - 40 : area.width - 200),
    ),
  );
  const legendHeight = wide
    ? Math.max(0, ...columns.map((column) => column.height))
    : columns.reduce((sum, column) => sum + column.height + GAP, 0);
  const set = await typesetFormula(
    data.tex,
    data.parts.map((part) => part.tex),
  );
  const room = area.height - legendHeight - (result ? result.height + 40 : 0) - 60;
  const size = Math.min(LARGEST, (area.width * 0.94) / set.width, room / (set.ascent + set.descent));
  if (size < setting.type.least / SUBSCRIPT) {
    throw new ChalktalkError(
      'does_not_fit',
      `The formula "${data.tex.slice(0, 60)}" is too long to be read on screen; write it shorter, or in two scenes.`,
    );
  }
  const height = (set.ascent + set.descent) * size;
  const boxes = flex(area, {
    justify: 'evenly',
    align: 'centre',
    children: [
      { id: 'formula', width: set.width * size, height },
      ...(columns.length > 0 ? [{ id: 'legend', width: area.width, height: legendHeight }] : []),
      ...(result ? [{ id: 'result', width: result.width, height: result.height }] : []),
    ],
  });
  const place = boxes.formula!;
  const baseline = place.y + set.ascent * size;
  const outline = (
    id: string,
    part: string | undefined,
    chosen: typeof set.glyphs,
  ): PathElement | undefined => {
    if (chosen.length === 0) return undefined;
    const x = Math.min(...chosen.map(({ box }) => box.x));
    const y = Math.min(...chosen.map(({ box }) => box.y));
    const right = Math.max(...chosen.map(({ box }) => box.x + box.width));
    const bottom = Math.max(...chosen.map(({ box }) => box.y + box.height));
    return {
      kind: 'path',
      id,
      ...(part ? { part } : {}),
      box: {
        x: place.x + x * size,
        y: baseline + y * size,
        width: (right - x) * size,
        height: (bottom - y) * size,
      },
      d: placeOutlines(
        chosen.map(({ d }) => d),
        size,
        { x: place.x, y: baseline },
      ),
      fill: theme.colors.ink,
    };
  };
  const partOf = data.say === undefined ? undefined : 'tex';
  return present([
    outline(
      'formula.rest',
      partOf,
      set.glyphs.filter((glyph) => glyph.part === undefined),
    ),
    ...data.parts.map((_, index) =>
      outline(
        `formula.${index}`,
        `parts.${index}`,
        set.glyphs.filter((glyph) => glyph.part === index),
      ),
    ),
    ...(boxes.legend
      ? columns.flatMap((column, index) =>
          column.place(index, legendBox(boxes.legend!, columns, index, wide)),
        )
      : []),
    result &&
      setting.text(
        'result',
        result,
        { x: area.x + area.width / 2, y: boxes.result!.y, align: 'centre', color: theme.colors.accent },
        { part: 'result' },
      ),
  ]);
}

interface Column {
  height: number;
  place(index: number, box: Box): (Element | undefined)[];
}

function legendBox(legend: Box, columns: Column[], index: number, wide: boolean): Box {
  if (wide) {
    const width = legend.width / columns.length;
    return { x: legend.x + width * index, y: legend.y, width, height: legend.height };
  }
  const before = columns.slice(0, index).reduce((sum, column) => sum + column.height + GAP, 0);
  return { x: legend.x, y: legend.y + before, width: legend.width, height: columns[index]!.height };
}

/** Symbol over meaning in a wide frame, symbol before meaning in a tall one. */
async function columnOf(part: Part, setting: Setting, width: number): Promise<Column> {
  const symbol = await typesetFormula(part.tex, []);
  const wide = setting.shape === 'wide';
  const size = Math.min(SYMBOL[setting.shape], (wide ? width : 170) / symbol.width);
  const tall = (symbol.ascent + symbol.descent) * size;
  const means = setting.fit(part.means, { max_width: width, max_lines: 3, size: setting.type.label });
  const picture = wide && setting.icon('probe', part.icon, { x: 0, y: 0 }, PICTURE) ? PICTURE + 12 : 0;
  return {
    height: wide ? picture + tall + 20 + means.height : Math.max(tall, means.height),
    place(index, box) {
      const color = colourOf(part, index, setting);
      const path = `parts.${index}`;
      const x = wide ? box.x + (box.width - symbol.width * size) / 2 : box.x + 85 - (symbol.width * size) / 2;
      const y = wide ? box.y + picture : box.y + (box.height - tall) / 2;
      const words = wide
        ? { x: box.x + box.width / 2, y: y + tall + 20, align: 'centre' as const }
        : { x: box.x + 200, y: box.y + (box.height - means.height) / 2, align: 'left' as const };
      return [
        wide
          ? setting.icon(
              `picture.${index}`,
              part.icon,
              { x: box.x + box.width / 2, y: box.y + PICTURE / 2 },
              PICTURE,
              { part: path },
            )
          : undefined,
        {
          kind: 'path',
          id: `symbol.${index}`,
          part: path,
          box: { x, y, width: symbol.width * size, height: tall },
          d: placeOutlines(
            symbol.glyphs.map(({ d }) => d),
            size,
            { x, y: y + symbol.ascent * size },
          ),
          fill: color,
        },
        setting.text(`means.${index}`, means, { ...words, color: setting.theme.colors.soft }, { part: path }),
      ];
    },
  };
}
