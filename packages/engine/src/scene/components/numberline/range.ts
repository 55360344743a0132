/** Ranges: broad bands on the line, with filled ends where these belong to them and open ones where not. */
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Element, Point } from '../../scene.ts';
import type { Move, NumberlineData } from './schema.ts';
import { DOT, type Drawn, distance, LANE, labelOf, type Site, spanned, toneOf } from './site.ts';

type Range = Extract<Move, { kind: 'range' }>;

const BAND = 26;

/** Ranges that share numbers lie on levels of their own. */
export function lanesOf(data: NumberlineData): number[] {
  const lanes: number[] = [];
  data.moves.forEach((move, index) => {
    lanes[index] = 0;
    if (move.kind !== 'range') return;
    const meets = (other: Move) =>
      other.kind === 'range' &&
      (other.from ?? data.from) < (move.to ?? data.to) &&
      (move.from ?? data.from) < (other.to ?? data.to);
    const used = data.moves.slice(0, index).flatMap((other, at) => (meets(other) ? [lanes[at]!] : []));
    while (used.includes(lanes[index]!)) lanes[index]! += 1;
  });
  return lanes;
}

export function rangeElements(range: Range, index: number, site: Site): Drawn {
  const { axis, room, setting, data, lanes } = site;
  const { fonts, colors } = setting.theme;
  const part = `moves.${index}`;
  const [from, to] = endsOf(range, index, site);
  const color = toneOf(range, setting);
  const middle = ((range.from ?? data.from) + (range.to ?? data.to)) / 2;
  const block = setting.fit(range.label, {
    style: fonts.strong,
    size: setting.type.label + 8,
    max_width: axis.wide ? Math.max(320, distance(from, to) + 80) : axis.room * 0.8,
    max_lines: axis.wide ? 2 : 3,
  });
  const deep = axis.wide ? block.height : block.width;
  const lift = lanes[index]! * LANE;
  const [low, high] = [range.from ?? data.from, range.to ?? data.to];
  const centres = [30, 50, 90, 150, 220, 300]
    .flatMap((off) =>
      [0, 0.14, -0.14, 0.28, -0.28, 0.4, -0.4].map((shift) =>
        axis.at(middle + shift * (high - low), lift + off + deep / 2),
      ),
    )
    .filter((centre) => isClearOfStems(centre, block, site));
  const end = (id: string, at: Point, value: number | undefined, open: boolean): Element | undefined =>
    value === undefined
      ? undefined
      : {
          kind: 'ellipse',
          id,
          part,
          box: around(at, DOT),
          fill: open ? (setting.theme.background.gradient.stops[0]?.color ?? colors.surface) : color,
          stroke: color,
          stroke_width: 7,
        };
  return {
    under: [
      {
        kind: 'path',
        id: `band.${index}`,
        part,
        box: spanned(from, to),
        d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
        stroke: color,
        stroke_width: range.from === undefined || range.to === undefined ? BAND - 8 : BAND,
        ...(range.from === undefined || range.to === undefined
          ? { head: { start: range.from === undefined, end: range.to === undefined, size: 48 } }
          : {}),
      },
    ],
    over: [
      end(`from.${index}`, from, range.from, range.open_from),
      end(`to.${index}`, to, range.to, range.open_to),
      labelOf(index, block, centres, color, { room, setting }),
    ],
  };
}

/** Points stand on stems, which come later and need their way up. */
function isClearOfStems(centre: Point, block: TextBlock, { data, axis }: Site): boolean {
  return data.moves.every((move) => {
    if (move.kind !== 'point') return true;
    const at = axis.at(move.at);
    const [off, half] = axis.wide ? [centre.x - at.x, block.width] : [centre.y - at.y, block.height];
    return Math.abs(off) > half / 2 + 16;
  });
}

/** An end that is not there lies where the line ends. */
export function endsOf(
  range: Range,
  index: number,
  { data, axis, lanes }: Pick<Site, 'data' | 'axis' | 'lanes'>,
): [Point, Point] {
  const lift = lanes[index]! * LANE;
  const beyond = (end: Point): Point =>
    axis.wide ? { x: end.x, y: end.y - lift } : { x: end.x + lift, y: end.y };
  return [
    range.from === undefined ? beyond(axis.start) : axis.at(range.from, lift),
    range.to === undefined ? beyond(axis.end) : axis.at(Math.min(range.to, data.to), lift),
  ];
}
