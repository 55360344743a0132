/** Words beside the ring, each as near to its slice's height as its neighbours allow, joined to it by a line. */
import { ChalktalkError } from '../../../errors.ts';
import { onCircle } from '../../layout/arc.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Element, Point } from '../../scene.ts';
import { figureText } from '../figures.ts';
import type { Setting } from '../setting.ts';
import type { DonutData } from './schema.ts';
import { formatOf, slicesOf } from './shares.ts';

/** Between the ring and the words, px. */
const AWAY = 96;
const BETWEEN = 18;

interface Words {
  index: number;
  turn: number;
  figure: TextBlock;
  label: TextBlock;
  height: number;
  /** Top edge, px. */
  y: number;
}

export function sideWords(data: DonutData, centre: Point, radius: number, setting: Setting): Element[] {
  const { area } = setting;
  const width = area.width / 2 - radius - AWAY;
  for (const size of [58, 48, 40, 34]) {
    const words = fitWords(data, setting, size, width);
    const sides = [words.filter(({ turn }) => turn < 0.5), words.filter(({ turn }) => turn >= 0.5)];
    if (!sides.every((side) => settle(side, centre, radius, setting))) continue;
    return words.flatMap((one) => drawn(one, centre, radius, setting));
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The slices of the donut have too many words beside it; shorten them or join small slices to one.',
  );
}

function fitWords(data: DonutData, setting: Setting, size: number, width: number): Words[] {
  const { fonts } = setting.theme;
  const format = formatOf(data);
  return slicesOf(data).map(({ middle, figure }, index) => {
    const figures = setting.fit(figureText(format, figure), {
      style: fonts.display,
      size,
      max_width: width,
      max_lines: 1,
    });
    const label = setting.fit(data.slices[index]!.label, {
      style: fonts.strong,
      size: size * 0.66,
      max_width: width,
      max_lines: 2,
    });
    return { index, turn: middle, figure: figures, label, height: figures.height + label.height, y: 0 };
  });
}

/** Gives every word of a side a height of its own; false when they do not all have room. */
function settle(side: Words[], centre: Point, radius: number, { area }: Setting): boolean {
  side.sort((a, b) => onCircle(centre, radius, a.turn).y - onCircle(centre, radius, b.turn).y);
  const bottom = area.y + area.height;
  let free = area.y;
  for (const one of side) {
    one.y = Math.max(free, onCircle(centre, radius, one.turn).y - one.height / 2);
    free = one.y + one.height + BETWEEN;
  }
  let limit = bottom;
  for (const one of [...side].reverse()) {
    one.y = Math.min(one.y, limit - one.height);
    limit = one.y - BETWEEN;
  }
  return side.length === 0 || side[0]!.y >= area.y - 1;
}

function drawn(words: Words, centre: Point, radius: number, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const { index, figure, label, y } = words;
  const part = `slices.${index}`;
  const right = words.turn < 0.5;
  const way = right ? 1 : -1;
  const x = centre.x + way * (radius + AWAY);
  const align = right ? ('left' as const) : ('right' as const);
  const from = onCircle(centre, radius + 24, words.turn);
  const end = { x: x - way * 20, y: y + figure.height / 2 };
  const knee = { x: end.x - way * 24, y: end.y };
  return [
    {
      kind: 'path',
      id: `leader.${index}`,
      part,
      box: {
        x: Math.min(from.x, end.x),
        y: Math.min(from.y, end.y),
        width: Math.abs(end.x - from.x),
        height: Math.max(1, Math.abs(end.y - from.y)),
      },
      d: `M${from.x} ${from.y}L${knee.x} ${knee.y}L${end.x} ${end.y}`,
      stroke: colors.line,
      stroke_width: stroke - 1,
    },
    setting.text(`figure.${index}`, figure, { x, y, align }, { part }),
    setting.text(`label.${index}`, label, { x, y: y + figure.height, align, color: colors.soft }, { part }),
  ];
}
