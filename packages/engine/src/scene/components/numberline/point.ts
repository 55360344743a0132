/** Points: a dot on the line, a stem, and at its end a picture with its words. */
import { around, centreOf } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Move } from './schema.ts';
import { DOT, type Drawn, doesNotFit, type Site, spanned, toneOf } from './site.ts';

type Place = Extract<Move, { kind: 'point' }>;

export function pointElements(point: Place, index: number, site: Site): Drawn {
  const { axis, room, setting } = site;
  const { fonts, stroke } = setting.theme;
  const part = `moves.${index}`;
  const block = setting.fit(point.label, {
    style: fonts.strong,
    size: setting.type.label + 4,
    max_width: axis.wide ? 340 : axis.room * 0.45,
    max_lines: 3,
  });
  const at = axis.at(point.at);
  const full = point.icon ? Math.min(200, axis.room * (axis.wide ? 0.36 : 0.24)) : 0;
  const place = [1, 0.7, 0.5]
    .map((share) => placeOf(point, block, full * share, site))
    .find((one) => one !== undefined);
  const box = place && room.take(place.box, [centreOf(place.box)], 14);
  if (!box) throw doesNotFit();
  const { size } = place;
  const foot = axis.wide ? { x: at.x, y: box.y + box.height + 6 } : { x: box.x - 12, y: at.y };
  room.blockLine([at, foot], 12);
  const picture = axis.wide
    ? { x: box.x + box.width / 2, y: box.y + size / 2 }
    : { x: box.x + size / 2, y: box.y + box.height / 2 };
  const words = axis.wide
    ? { x: box.x + box.width / 2, y: box.y + box.height - block.height, align: 'centre' as const }
    : { x: box.x + box.width - block.width, y: box.y + (box.height - block.height) / 2 };
  const color = toneOf(point, setting);
  return {
    under: [
      {
        kind: 'path',
        id: `stem.${index}`,
        part,
        box: spanned(at, foot),
        d: `M${at.x} ${at.y}L${foot.x} ${foot.y}`,
        stroke: color,
        stroke_width: stroke,
      },
    ],
    over: [
      { kind: 'ellipse', id: `dot.${index}`, part, box: around(at, DOT), fill: color },
      setting.icon(`picture.${index}`, point.icon, picture, size, { part }),
      setting.text(`label.${index}`, block, words, { part }),
    ],
  };
}

/** Where picture and words of a point find room together, the picture being of a size; px. */
function placeOf(
  point: Place,
  block: TextBlock,
  size: number,
  site: Site,
): { box: Box; size: number } | undefined {
  const { axis, room } = site;
  const whole = axis.wide
    ? { width: Math.max(size, block.width), height: size + (size ? 12 : 0) + block.height }
    : { width: size + (size ? 20 : 0) + block.width, height: Math.max(size, block.height) };
  const deep = axis.wide ? whole.height : whole.width;
  const stems = (axis.wide ? [0.3, 0.44, 0.58, 0.7, 0.16] : [0.2, 0.12, 0.3, 0.42, 0.05])
    .map((share) => share * axis.room)
    .filter((stem) => stem + deep < axis.room);
  const boxes = stems.flatMap((stem) =>
    [0, 0.3, -0.3, 0.46, -0.46].map((shift) => {
      const foot = axis.at(point.at, stem + deep / 2);
      const centre = axis.wide
        ? { x: foot.x + shift * whole.width, y: foot.y }
        : { x: foot.x, y: foot.y + shift * whole.height };
      return around(centre, whole.width, whole.height);
    }),
  );
  const box = boxes.find((one) => room.isFree(one, 10) && stemIsFree(axis.at(point.at), one, site));
  return box && { box, size };
}

/** The stem must not run through a label that is there already. */
function stemIsFree(at: Point, box: Box, { axis, room }: Site): boolean {
  const from = axis.wide ? { x: at.x, y: at.y - DOT } : { x: at.x + DOT, y: at.y };
  const to = axis.wide ? { x: at.x, y: box.y + box.height + 8 } : { x: box.x - 14, y: at.y };
  return Array.from({ length: 9 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / 8,
    y: from.y + ((to.y - from.y) * step) / 8,
  })).every((point) => room.isFree(around(point, 10)));
}
