/** The figure with its unit, its picture beside or above it, its label below, and the comparison under a rule. */

import { centreOf } from '../../layout/box.ts';
import { type FlexNode, flex } from '../../layout/flex.ts';
import type { Element, TextElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { NumberData } from './schema.ts';

const LARGEST = { wide: 300, tall: 330 };
const SMALLEST = 120;
const PICTURE = { wide: 300, tall: 320 };
const COMPARED = 120;

export function layoutNumber(data: NumberData, setting: Setting): Element[] {
  const { area, theme, shape, type } = setting;
  const wide = shape === 'wide';
  const picture = setting.icon('icon', data.icon, { x: 0, y: 0 }, PICTURE[shape], {
    part: 'value',
    key: setting.key('actor', data.label),
  });
  const room = wide && picture ? area.width - PICTURE.wide - 100 : area.width;
  const whole = `${data.prefix ?? ''}${figureOf(data)}`;
  const unit = data.suffix?.trim();
  const figure = setting.fit(whole, {
    style: theme.fonts.display,
    size: LARGEST[shape],
    min: unit ? 72 : SMALLEST / 1.6,
    max_width: unit ? room * 0.68 : room,
    max_lines: 1,
  });
  const unitBlock = unit
    ? setting.fit(unit, {
        style: theme.fonts.display,
        size: figure.font.size * 0.42,
        max_width: room - figure.width - 30,
        max_lines: 1,
      })
    : undefined;
  const label = setting.fit(data.label, { size: type.label + 6, max_width: room, max_lines: 2 });
  const compare = data.compare
    ? setting.fit(data.compare.text, {
        style: theme.fonts.strong,
        size: type.label + 10,
        max_width: area.width - COMPARED - 60,
        max_lines: 2,
      })
    : undefined;
  const compareIcon =
    data.compare &&
    setting.icon('compare.icon', data.compare.icon, { x: 0, y: 0 }, COMPARED, { part: 'compare' });

  const words: FlexNode = {
    align: wide && picture ? 'start' : 'centre',
    gap: 10,
    children: [
      {
        direction: 'row',
        align: 'end',
        gap: 26,
        children: [
          { id: 'figure', width: figure.width, height: figure.height },
          ...(unitBlock
            ? [{ id: 'unit', width: unitBlock.width, height: unitBlock.height + figure.font.size * 0.07 }]
            : []),
        ],
      },
      { id: 'label', width: label.width, height: label.height },
    ],
  };
  const boxes = flex(area, {
    justify: 'evenly',
    align: 'centre',
    children: [
      {
        direction: wide ? 'row' : 'column',
        align: 'centre',
        gap: wide ? 90 : 40,
        children: [
          ...(picture ? [{ id: 'icon', width: PICTURE[shape], height: PICTURE[shape] }] : []),
          words,
        ],
      },
      ...(compare
        ? [
            {
              direction: 'row' as const,
              align: 'centre' as const,
              gap: 36,
              children: [
                ...(compareIcon ? [{ id: 'compare.icon', width: COMPARED, height: COMPARED }] : []),
                { id: 'compare', width: compare.width, height: compare.height },
              ],
            },
          ]
        : []),
    ],
  });
  return present([
    picture && { ...picture, box: boxes.icon! },
    counting(
      data,
      setting.text('figure', figure, { ...boxes.figure!, color: theme.colors.accent }, { part: 'value' }),
    ),
    unitBlock &&
      setting.text('unit', unitBlock, { ...boxes.unit!, color: theme.colors.ink }, { part: 'value' }),
    setting.text(
      'label',
      label,
      wide && picture
        ? { ...boxes.label!, color: theme.colors.soft }
        : { x: centreOf(boxes.label!).x, y: boxes.label!.y, align: 'centre', color: theme.colors.soft },
      { part: 'value' },
    ),
    compareIcon && { ...compareIcon, box: boxes['compare.icon']! },
    compare &&
      setting.text('compare', compare, { ...boxes.compare!, color: theme.colors.good }, { part: 'compare' }),
  ]);
}

function figureOf(data: NumberData): string {
  if (typeof data.value === 'string') return data.value;
  const decimals = decimalsOf(data.value);
  return data.value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

function decimalsOf(value: number): number {
  return Math.min(4, (value.toString().split('.')[1] ?? '').length);
}

/** A number counts up to itself; a text stands as it is. */
function counting(data: NumberData, element: TextElement): TextElement {
  if (typeof data.value !== 'number') return element;
  return {
    ...element,
    counter: {
      from: 0,
      to: data.value,
      decimals: decimalsOf(data.value),
      prefix: data.prefix ?? '',
      suffix: '',
    },
  };
}
