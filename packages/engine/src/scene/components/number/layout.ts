/** The figure with its unit, its picture beside or above it, its label below, and the comparison under a rule. */

import { ChalktalkError } from '../../../errors.ts';
import { centreOf } from '../../layout/box.ts';
import { type FlexNode, flex } from '../../layout/flex.ts';
import type { Element, TextElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { NumberData } from './schema.ts';

const LARGEST = { wide: 300, tall: 330 };
const SMALLEST = 120;
const PICTURE = { wide: 300, tall: 320 };
const COMPARED = 120;
/** Picture and figure give way in these steps, until what stands below each other has air between it. */
const SCALES = [1, 0.86, 0.72, 0.58];
const AIR = 40;

/** @throws ChalktalkError `does_not_fit` when even the smallest figure leaves the comparison no room */
export function layoutNumber(data: NumberData, setting: Setting): Element[] {
  for (const scale of SCALES) {
    const { elements, height } = arrange(data, setting, scale);
    if (height <= setting.area.height) return elements;
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The figure and what it is compared with do not fit below each other; shorten their words, or leave out the picture.',
  );
}

function arrange(data: NumberData, setting: Setting, scale: number): { elements: Element[]; height: number } {
  const { area, theme, shape, type } = setting;
  const side = PICTURE[shape] * scale;
  const wide = shape === 'wide';
  const picture = setting.icon('icon', data.icon, { x: 0, y: 0 }, side, {
    part: 'value',
    key: setting.key('actor', data.label),
  });
  const room = wide && picture ? area.width - side - 100 : area.width;
  const whole = `${data.prefix ?? ''}${figureOf(data)}`;
  const unit = data.suffix?.trim();
  const figure = setting.fit(whole, {
    style: theme.fonts.display,
    size: LARGEST[shape] * scale,
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
  const spoken = figure.height + 10 + label.height;
  const above = picture && !wide ? side + AIR + spoken : Math.max(picture ? side : 0, spoken);
  const height = above + (compare ? AIR + Math.max(compareIcon ? COMPARED : 0, compare.height) : 0);
  const boxes = flex(area, {
    justify: 'evenly',
    align: 'centre',
    children: [
      {
        direction: wide ? 'row' : 'column',
        align: 'centre',
        gap: wide ? 90 : AIR,
        children: [...(picture ? [{ id: 'icon', width: side, height: side }] : []), words],
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
  const elements = present([
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
  return { elements, height };
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
