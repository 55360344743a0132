/** Speech bubbles: short words near the head of whoever talks, where nothing else is, with a tail to the speaker. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Room } from './room.ts';
import { fitFirst } from './words.ts';

export interface Bubble {
  block: TextBlock;
  box: Box;
  /** Where the tail ends, at the speaker. */
  tip: Point;
  cost: number;
}

const PAD = { x: 32, y: 22 };
/** Between the bubble and the speaker, px. */
const TAIL = 34;
const WIDTHS = { wide: [440, 320, 230], tall: [560, 420, 300, 230] } as const;

/** What a bubble takes above a speaker in whose row nothing else is at that height, px. */
export function roomAbove(words: string, setting: Setting): number {
  const block = fitWords(words, WIDTHS[setting.shape][0], setting);
  return block.height + 2 * PAD.y + TAIL;
}

/**
 * The best place for a bubble around a body.
 * @param own owners of what belongs to the speaker, which a bubble may come near
 */
export function bubbleAt(
  words: string,
  body: Box,
  room: Room,
  setting: Setting,
  own: ReadonlySet<string>,
): Bubble {
  const { area, shape } = setting;
  const middle = area.x + area.width / 2;
  const c = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  const inward = c.x <= middle ? 1 : -1;
  let best: Bubble | undefined;
  for (const [narrow, most] of WIDTHS[shape].entries()) {
    const block = fitWords(words, most, setting);
    const [width, height] = [block.width + 2 * PAD.x, block.height + 2 * PAD.y];
    const over = body.y - TAIL - height;
    const shares = inward > 0 ? [0.5, 0.3, 0.12, 0.7, 0.88] : [0.5, 0.7, 0.88, 0.3, 0.12];
    const above = shares.map((share) => at(c.x - width * share, over));
    const beside = [inward, -inward].flatMap((side) =>
      [0.62, 0.9, 0.4].map((share) =>
        at(
          side > 0 ? body.x + body.width + TAIL : body.x - TAIL - width,
          body.y + body.height * 0.34 - height * share,
        ),
      ),
    );
    const below = [at(c.x - width / 2, body.y + body.height + TAIL)];
    const places = shape === 'wide' ? [...above, ...beside, ...below] : [...beside, ...above, ...below];
    for (const [rank, { x, y }] of places.entries()) {
      const box = { x, y, width, height };
      const cost = rank + narrow * 5 + room.costOfText(box, own);
      if (!best || cost < best.cost) best = { block, box, tip: tipOf(box, body), cost };
    }
  }
  return best!;
}

/** The outline, its tail reaching for the tip from the side that faces it. */
export function outlineOf({ box, tip }: Pick<Bubble, 'box' | 'tip'>, radius: number): string {
  const { x, y, width, height } = box;
  const [right, bottom] = [x + width, y + height];
  const r = Math.min(radius, width / 2, height / 2);
  const half = Math.min(17, height / 4);
  const along = (value: number, from: number, to: number) =>
    Math.min(to - r - half, Math.max(from + r + half, value));
  const bx = along(tip.x, x, right);
  const by = along(tip.y, y, bottom);
  const tail = (a: string, b: string) => `L${a}L${px(tip.x)} ${px(tip.y)}L${b}`;
  const top = tip.y < y ? tail(`${px(bx - half)} ${y}`, `${px(bx + half)} ${y}`) : '';
  const rightSide = tip.x > right ? tail(`${right} ${px(by - half)}`, `${right} ${px(by + half)}`) : '';
  const low = tip.y > bottom ? tail(`${px(bx + half)} ${bottom}`, `${px(bx - half)} ${bottom}`) : '';
  const leftSide = tip.x < x ? tail(`${x} ${px(by + half)}`, `${x} ${px(by - half)}`) : '';
  const isUpright = tip.y < y || tip.y > bottom;
  const corner = (toX: number, toY: number, cx: number, cy: number) =>
    `Q${px(cx)} ${px(cy)} ${px(toX)} ${px(toY)}`;
  return [
    `M${px(x + r)} ${px(y)}`,
    top,
    `L${px(right - r)} ${px(y)}`,
    corner(right, y + r, right, y),
    isUpright ? '' : rightSide,
    `L${px(right)} ${px(bottom - r)}`,
    corner(right - r, bottom, right, bottom),
    low,
    `L${px(x + r)} ${px(bottom)}`,
    corner(x, bottom - r, x, bottom),
    isUpright ? '' : leftSide,
    `L${px(x)} ${px(y + r)}`,
    corner(x + r, y, x, y),
    'Z',
  ].join('');
}

function fitWords(words: string, width: number, setting: Setting): TextBlock {
  const style = setting.theme.fonts.strong;
  return (
    fitFirst([width, 480, setting.area.width * 0.7], (max_width) =>
      setting.fit(words, { style, max_width, max_lines: 3 }),
    ) ?? setting.fit(words, { style, max_width: setting.area.width - 2 * PAD.x, max_lines: 5 })
  );
}

/** On the speaker's edge that faces the bubble, a little inside. */
function tipOf(box: Box, body: Box): Point {
  const c = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  if (box.y + box.height <= body.y || box.y >= body.y + body.height) {
    const x = Math.min(box.x + box.width - 30, Math.max(box.x + 30, c.x));
    const inX = Math.min(body.x + body.width * 0.8, Math.max(body.x + body.width * 0.2, x));
    return { x: inX, y: box.y < body.y ? body.y - 5 : body.y + body.height + 5 };
  }
  return {
    x: box.x > c.x ? body.x + body.width + 3 : body.x - 3,
    y: body.y + body.height * 0.34,
  };
}

function at(x: number, y: number): Point {
  return { x, y };
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
