/** Bits as cards that are lit or not, their worth above, brackets of fields below, and the figure they make. */
import { around, union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Element, PathElement } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { ARM, type Plan, planBits } from './plan.ts';
import type { BitsData } from './schema.ts';

export function looksOf({ theme }: Setting) {
  const { colors, background } = theme;
  const ground = background.gradient.stops[0]!.color;
  return {
    0: { fill: mix(ground, colors.surface, 0.5), stroke: colors.surface_edge, color: colors.soft },
    1: { fill: mix(colors.surface, colors.second, 0.22), stroke: colors.second, color: colors.ink },
    now: { fill: colors.accent_fill, stroke: colors.accent, color: colors.on_accent },
  };
}

export function layoutBits(data: BitsData, setting: Setting): Element[] {
  const plan = planBits(data, setting);
  const { colors } = setting.theme;
  return present([
    ...plan.weights.map((block, place) => {
      const { x, y } = plan.centre(place);
      return setting.text(`weight.${place}`, block, {
        x,
        y: y - plan.cell.height / 2 - block.height - 12,
        align: 'centre',
        color: colors.soft,
      });
    }),
    ...[...data.bits].flatMap((_, place) => bitOf(place, plan, setting)),
    ...[...plan.fields.keys()].flatMap((index) => fieldOf(index, plan, setting)),
    ...[...plan.sums].map(([index, block]) =>
      setting.text(
        `sum.${index}`,
        block,
        { ...plan.sumAt, align: 'centre', color: colors.ink },
        { part: `ops.${index}` },
      ),
    ),
    ...plan.reads.flatMap((read, order) => readingOf(read, order, plan, setting)),
  ]);
}

function bitOf(place: number, { story, centre, cell, digits }: Plan, setting: Setting): Element[] {
  const { corner, stroke } = setting.theme;
  const looks = looksOf(setting);
  const at = centre(place);
  const box = around(at, cell.width, cell.height);
  const group = `bit.${place}`;
  const first = Number(story.start.bits[place]) as 0 | 1;
  const radius = Math.min(corner, cell.width * 0.2);
  const values = [
    { value: first, index: -1 },
    ...story.steps.flatMap(({ bits, changed }, index) =>
      changed.includes(place) ? [{ value: Number(bits[place]) as 0 | 1, index }] : [],
    ),
  ];
  return [
    { kind: 'group', id: group, box },
    {
      kind: 'rect',
      id: `${group}.card`,
      group,
      box,
      radius,
      fill: looks[first].fill,
      stroke: looks[first].stroke,
      stroke_width: stroke,
    },
    ...values.flatMap(({ value, index }, order): Element[] => {
      const part = index < 0 ? {} : { part: `ops.${index}` };
      const block = digits[value]!;
      const digit = setting.text(
        `${group}.digit.${order}`,
        block,
        { x: at.x, y: at.y - block.height / 2, align: 'centre', color: looks[value].color },
        // A digit takes the place of the one before.
        {
          group,
          ...part,
          on: [`${group}.card`, ...(order > 0 ? [`${group}.digit.${order - 1}`] : [])],
        },
      );
      if (index < 0) return [digit];
      return [
        {
          kind: 'rect',
          id: `${group}.ring.${index}`,
          group,
          ...part,
          role: 'scenery',
          box: around(at, box.width + 18, box.height + 18),
          radius: radius + 9,
          stroke: setting.theme.colors.accent,
          stroke_width: stroke,
        },
        digit,
      ];
    }),
  ];
}

function fieldOf(index: number, plan: Plan, setting: Setting): Element[] {
  const { name, pieces, widest } = plan.fields.get(index)!;
  const { colors, stroke } = setting.theme;
  const part = `ops.${index}`;
  const group = `field.${index}`;
  const brackets = pieces.map((piece, order): PathElement => {
    const y = plan.bottom(piece.first) + 12;
    const [left, right] = [
      plan.centre(piece.first).x - plan.cell.width / 2 + 4,
      plan.centre(piece.last).x + plan.cell.width / 2 - 4,
    ];
    return {
      kind: 'path',
      id: `${group}.bracket.${order}`,
      part,
      group,
      box: { x: left, y, width: right - left, height: ARM },
      d: `M${left} ${y}V${y + ARM}H${right}V${y}`,
      stroke: colors.accent,
      stroke_width: stroke,
    };
  });
  const { x, y, width } = brackets[pieces.indexOf(widest)]!.box;
  return [
    { kind: 'group', id: group, part, box: union(brackets.map((one) => one.box)) },
    ...brackets,
    setting.text(
      `${group}.name`,
      name,
      { x: x + width / 2, y: y + ARM + 8, align: 'centre', color: colors.ink },
      { part, group },
    ),
  ];
}

/** One figure after the other at the same place, each there until the bits change. */
function readingOf(read: Plan['reads'][number], order: number, plan: Plan, setting: Setting): Element[] {
  const { colors } = setting.theme;
  const { steps } = plan.story;
  const height = Math.max(...read.figures.map((one) => one.height));
  const shown = read.figures.flatMap((block, index) =>
    index === 0 || steps[index - 1]!.changed.length > 0 ? [{ block, index }] : [],
  );
  const figure = (block: TextBlock, index: number, before: number) =>
    setting.text(
      `read.${order}.${index}`,
      block,
      { x: read.at.x, y: read.at.y + (height - block.height) / 2, align: 'centre', color: colors.ink },
      {
        ...(index > 0 ? { part: `ops.${index - 1}`, on: [`read.${order}.${before}`] } : {}),
      },
    );
  return present([
    ...shown.map(({ block, index }, at) => figure(block, index, shown[at - 1]?.index ?? 0)),
    read.name &&
      setting.text(`read.${order}.name`, read.name, {
        x: read.at.x,
        y: read.at.y + height + 2,
        align: 'centre',
        color: colors.soft,
      }),
  ]);
}
