/** Upright bars on an axis in a wide frame, lying bars below their labels in a tall one. Heights are proportional. */
import { scaleLinear } from 'd3-scale';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, TextElement } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { counterOf, decimalsOf, figureText } from '../figures.ts';
import { present, type Setting } from '../setting.ts';
import type { BarsData } from './schema.ts';

type Bar = BarsData['bars'][number];

/** The shortest bar that is still seen as one, px. */
const LEAST = 8;

export function layoutBars(data: BarsData, setting: Setting): Element[] {
  const unit = data.unit
    ? setting.text(
        'unit',
        setting.fit(data.unit, { max_width: setting.area.width, max_lines: 1, size: setting.type.label - 2 }),
        { x: setting.area.x, y: setting.area.y - 16, color: setting.theme.colors.soft },
      )
    : undefined;
  const top = unit ? unit.box.y + unit.box.height + 16 : setting.area.y;
  const area = { ...setting.area, y: top, height: setting.area.y + setting.area.height - top };
  return present([
    unit,
    ...(setting.shape === 'wide' ? upright(data, area, setting) : lying(data, area, setting)),
  ]);
}

function decimalsIn(data: BarsData): number {
  return decimalsOf(
    data,
    data.bars.map(({ value }) => value),
  );
}

function upright(data: BarsData, area: Box, setting: Setting): (Element | undefined)[] {
  const { colors, fonts, stroke } = setting.theme;
  const step = Math.min(area.width / data.bars.length, 330);
  const left = area.x + (area.width - step * data.bars.length) / 2;
  const width = Math.min(190, step * 0.68);
  const labels = data.bars.map((bar) =>
    setting.fit(bar.label, {
      max_width: step - 48,
      max_lines: 2,
      style: fonts.strong,
      size: setting.type.label,
    }),
  );
  const decimals = decimalsIn(data);
  const figures = data.bars.map((bar) =>
    setting.fit(figureText(data, bar.value, decimals), {
      max_width: step - 20,
      max_lines: 1,
      style: fonts.strong,
      size: 54,
    }),
  );
  const labelHeight = Math.max(...labels.map((block) => block.height));
  const iconSize = data.bars.some((bar) => bar.icon) ? 84 : 0;
  const figureHeight = Math.max(...figures.map((block) => block.height));
  const base = area.y + area.height - labelHeight - 24;
  const height = scaleLinear()
    .domain([0, Math.max(...data.bars.map((bar) => bar.value))])
    .range([0, base - area.y - figureHeight - 16 - (iconSize ? iconSize + 16 : 0)]);

  const boxes = data.bars.map((bar, index): Box => {
    const tall = Math.max(LEAST, height(bar.value));
    return { x: left + step * (index + 0.5) - width / 2, y: base - tall, width, height: tall };
  });
  const axis: Element = {
    kind: 'path',
    id: 'axis',
    box: { x: left, y: base, width: step * data.bars.length, height: 1 },
    d: `M${left} ${base + stroke / 2}L${left + step * data.bars.length} ${base + stroke / 2}`,
    stroke: colors.line,
    stroke_width: stroke,
  };
  return [
    ...data.bars.flatMap((bar, index) => {
      const box = boxes[index]!;
      const middle = box.x + box.width / 2;
      const figureTop = box.y - figures[index]!.height - 12;
      return [
        barOf(bar, index, box, setting),
        figure(data, bar, index, figures[index]!, { x: middle, y: figureTop }, 'centre', setting),
        setting.icon(`icon.${index}`, bar.icon, { x: middle, y: figureTop - iconSize / 2 - 12 }, iconSize, {
          part: `bars.${index}`,
        }),
        setting.text(
          `label.${index}`,
          labels[index]!,
          { x: middle, y: base + 22, align: 'centre', color: colors.soft },
          {
            part: `bars.${index}`,
          },
        ),
      ];
    }),
    axis,
    ...ratioOf(data, boxes, figures, setting),
  ];
}

function lying(data: BarsData, whole: Box, setting: Setting): (Element | undefined)[] {
  const { colors, fonts } = setting.theme;
  const ratio = data.ratio ? pillOnly(data, whole.y + whole.height, setting) : [];
  const area = { ...whole, height: whole.height - (data.ratio ? 110 : 0) };
  const step = Math.min(area.height / data.bars.length, 280);
  const thickest = Math.min(112, step * 0.42);
  const iconSize = data.bars.some((bar) => bar.icon) ? Math.min(130, step * 0.6) : 0;
  const left = area.x + (iconSize ? iconSize + 28 : 0);
  const decimals = decimalsIn(data);
  const figures = data.bars.map((bar) =>
    setting.fit(figureText(data, bar.value, decimals), {
      max_width: 320,
      max_lines: 1,
      style: fonts.strong,
      size: 64,
    }),
  );
  const room = area.x + area.width - left - Math.max(...figures.map((block) => block.width)) - 28;
  const length = scaleLinear()
    .domain([0, Math.max(...data.bars.map((bar) => bar.value))])
    .range([0, room]);
  const top = area.y + (area.height - step * data.bars.length) / 2;
  const rows = data.bars.flatMap((bar, index) => {
    const label = setting.fit(bar.label, { max_width: area.width, max_lines: 1, style: fonts.text });
    const y = top + step * index + (step - label.height - 10 - thickest) / 2;
    const thick = Math.min(thickest, step - label.height - 30);
    const box: Box = {
      x: left,
      y: y + label.height + 10,
      width: Math.max(LEAST, length(bar.value)),
      height: thick,
    };
    const part = `bars.${index}`;
    return [
      setting.text(`label.${index}`, label, { x: left, y, color: colors.soft }, { part }),
      barOf(bar, index, box, setting),
      figure(
        data,
        bar,
        index,
        figures[index]!,
        { x: box.x + box.width + 24, y: box.y + (thick - figures[index]!.height) / 2 },
        'left',
        setting,
      ),
      setting.icon(
        `icon.${index}`,
        bar.icon,
        { x: area.x + iconSize / 2, y: box.y + thick / 2 - 16 },
        iconSize,
        { part },
      ),
    ];
  });
  return [...rows, ...ratio];
}

function barOf(bar: Bar, index: number, box: Box, setting: Setting): Element {
  return {
    kind: 'rect',
    id: `bar.${index}`,
    part: `bars.${index}`,
    box,
    radius: Math.min(12, box.height / 2, box.width / 2),
    fill: restingFill(bar, setting),
  };
}

/** Calm where nothing is meant, its tone where something is. */
export function restingFill(bar: Bar, setting: Setting): string {
  const { colors } = setting.theme;
  return bar.tone && bar.tone !== 'neutral' ? setting.tone(bar.tone) : mix(colors.line, colors.surface, 0.35);
}

function figure(
  data: BarsData,
  bar: Bar,
  index: number,
  block: TextBlock,
  at: { x: number; y: number },
  align: 'left' | 'centre',
  setting: Setting,
): TextElement {
  const tone = bar.tone && bar.tone !== 'neutral' ? setting.tone(bar.tone) : setting.theme.colors.ink;
  return setting.text(
    `figure.${index}`,
    block,
    { ...at, align, color: tone },
    {
      part: `bars.${index}`,
      counter: counterOf(data, bar.value, decimalsIn(data)),
    },
  );
}

/** An arrow from the top of one bar to the top of the other, its words in a pill beside it. */
function ratioOf(
  data: BarsData,
  boxes: Box[],
  figures: TextBlock[],
  setting: Setting,
): (Element | undefined)[] {
  if (!data.ratio) return [];
  const { colors, fonts, stroke } = setting.theme;
  const indexOf = (label: string) => data.bars.findIndex((bar) => bar.label === label);
  const [a, b] = [indexOf(data.ratio.from), indexOf(data.ratio.to)];
  const from = boxes[a]!;
  const to = boxes[b]!;
  if (Math.abs(a - b) !== 1 || to.y >= from.y - 160) return pillOnly(data, setting.area.y + 52, setting);
  const rightwards = b > a;
  const start = { x: from.x + from.width / 2, y: from.y - figures[a]!.height - 36 };
  const end = { x: rightwards ? to.x - 16 : to.x + to.width + 16, y: Math.min(start.y - 60, to.y + 40) };
  const bend = { x: (start.x + end.x) / 2, y: start.y - 40 };
  const text = setting.fit(data.ratio.text, { max_width: 220, max_lines: 1, style: fonts.strong, size: 46 });
  const pill: Box = {
    x: start.x - text.width - 56,
    y: end.y - text.height / 2,
    width: text.width + 44,
    height: text.height + 18,
  };
  const clear = boxes.every(
    (box, index) =>
      index === b ||
      pill.x > box.x + box.width ||
      pill.x + pill.width < box.x ||
      pill.y + pill.height < box.y - figures[index]!.height - 24,
  );
  if (!clear || pill.y < setting.area.y) return pillOnly(data, setting.area.y + 52, setting);
  return [
    {
      kind: 'path',
      id: 'ratio.arrow',
      part: 'ratio',
      box: {
        x: Math.min(start.x, end.x),
        y: end.y,
        width: Math.abs(end.x - start.x),
        height: start.y - end.y,
      },
      d: `M${start.x} ${start.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`,
      stroke: colors.good,
      stroke_width: stroke + 2,
      head: { end: true, size: 26 },
    },
    ...pillAt(text, pill, setting),
  ];
}

/** Where no arrow can be drawn, the ratio stands at the right with both names; `bottom` is the pill's lower edge, px. */
function pillOnly(data: BarsData, bottom: number, setting: Setting): (Element | undefined)[] {
  const words = `${data.ratio!.from} → ${data.ratio!.to}: ${data.ratio!.text}`;
  const text = setting.fit(words, {
    max_width: setting.area.width * (setting.shape === 'wide' ? 0.4 : 0.9),
    max_lines: 1,
    style: setting.theme.fonts.strong,
  });
  const pill: Box = {
    x: setting.area.x + setting.area.width - text.width - 44,
    y: bottom - text.height - 18,
    width: text.width + 44,
    height: text.height + 18,
  };
  return pillAt(text, pill, setting);
}

function pillAt(text: TextBlock, pill: Box, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return [
    { kind: 'group', id: 'ratio', part: 'ratio', box: pill },
    {
      kind: 'rect',
      id: 'ratio.pill',
      part: 'ratio',
      group: 'ratio',
      box: pill,
      radius: pill.height / 2,
      fill: colors.accent_fill,
    },
    setting.text(
      'ratio.text',
      text,
      { x: pill.x + pill.width / 2, y: pill.y + 9, align: 'centre', color: colors.on_accent },
      { part: 'ratio', group: 'ratio', on: ['ratio.pill'] },
    ),
  ];
}
