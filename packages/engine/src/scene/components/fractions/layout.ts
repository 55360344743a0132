/** Each whole in a cell of its own: its parts as large as they go, what they are told beside or below them. */
import { ChalktalkError } from '../../../errors.ts';
import { around, centreOf, inset } from '../../layout/box.ts';
import { flex } from '../../layout/flex.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Cell, cellsOf, wayOut } from './cells.ts';
import { colourOf } from './colour.ts';
import { type Legend, legendOf } from './legend.ts';
import type { FractionsData, Whole } from './schema.ts';

const BETWEEN = 64;
/** px by which a slice that is taken stands out. */
export const OUT = 14;
const TALLEST_BAR = 300;
const LEAST_PICTURE = 90;

export function layoutFractions(data: FractionsData, setting: Setting): Element[] {
  return present(
    framesFor(data, setting).flatMap((frame, index) =>
      wholeElements(data.wholes[index]!, index, frame, setting),
    ),
  );
}

/** One frame for each whole: bars below each other, others side by side in a wide frame. */
function framesFor({ wholes }: FractionsData, { area, shape }: Setting): Box[] {
  const stacked = shape === 'tall' || wholes.every((whole) => whole.shape === 'bar');
  const count = wholes.length;
  const [columns, rows] = stacked
    ? shape === 'tall' && count === 4 && wholes[0]!.shape !== 'bar'
      ? [2, 2]
      : [1, count]
    : [count, 1];
  const width = (area.width - BETWEEN * (columns - 1)) / columns;
  const height = (area.height - BETWEEN * (rows - 1)) / rows;
  return wholes.map((_, index) => ({
    x: area.x + (index % columns) * (width + BETWEEN),
    y: area.y + Math.floor(index / columns) * (height + BETWEEN),
    width,
    height,
  }));
}

function wholeElements(whole: Whole, index: number, frame: Box, setting: Setting): (Element | undefined)[] {
  const { picture, legend, words } = arrange(whole, index, frame, setting);
  const cells = cellsOf(whole, picture);
  const part = `wholes.${index}`;
  const { colors, corner } = setting.theme;
  const shapeOf = (cell: Cell, id: string, fill: string, own: string): Element =>
    cell.d
      ? { kind: 'path', id, part: own, box: cell.box, d: cell.d, fill }
      : {
          kind: 'rect',
          id,
          part: own,
          box: cell.box,
          radius: Math.min(corner, cell.box.width * 0.16, cell.box.height * 0.16),
          fill,
        };
  const owners = ownersOf(whole);
  const empty =
    whole.shape === 'people' && whole.icon === undefined
      ? mix(colors.surface, colors.line, 0.5)
      : mix(colors.surface, colors.line, 0.22);
  return [
    ...cells.map((cell, at) => outlined(shapeOf(cell, `part.${index}.${at}`, empty, part), whole, setting)),
    ...cells.flatMap((cell, at): Element[] => {
      const share = owners[at];
      if (share === undefined) return [];
      const own = `${part}.shares.${share}`;
      const color = colourOf(whole, share, setting);
      // Pictures are seen on a calm tint, within an edge in the full colour.
      const fill = whole.icon ? mix(colors.surface, color, 0.3) : color;
      const taken = shapeOf(cell, `taken.${index}.${at}`, fill, own);
      if (whole.icon && taken.kind === 'rect') return [{ ...taken, stroke: color, stroke_width: 6 }];
      return [outlined(taken, whole, setting)];
    }),
    ...cells.flatMap((cell, at) => pictures(whole, index, cell, at, owners[at], setting)),
    ...legend.place(words),
  ];
}

/** Which share each part belongs to; undefined for what is left. */
export function ownersOf(whole: Whole): (number | undefined)[] {
  const owners = whole.shares.flatMap((share, index) => Array.from({ length: share.count }, () => index));
  return Array.from({ length: whole.parts }, (_, at) => owners[at]);
}

/** The parts a share takes, in order. */
export function partsTaken(whole: Whole, share: number): number[] {
  return ownersOf(whole).flatMap((owner, at) => (owner === share ? [at] : []));
}

/** Slices that touch are told apart by the ground's colour between them. */
function outlined(element: Element, whole: Whole, { theme }: Setting): Element {
  if (whole.shape !== 'circle' || element.kind !== 'path') return element;
  return { ...element, stroke: theme.background.gradient.stops[0]!.color, stroke_width: 7 };
}

function pictures(
  whole: Whole,
  index: number,
  cell: Cell,
  at: number,
  share: number | undefined,
  setting: Setting,
): (Element | undefined)[] {
  if (!whole.icon) return [];
  const part = share === undefined ? `wholes.${index}` : `wholes.${index}.shares.${share}`;
  return placesIn(cell, at, whole).map(({ centre, size }, which) =>
    setting.icon(`icon.${index}.${at}.${which}`, whole.icon, centre, size, { part }),
  );
}

/** Where the pictures of a part stand: in its middle, in a slice nearer to the rim, or in rows that fill a box. */
function placesIn({ box, d }: Cell, at: number, whole: Whole): { centre: Point; size: number }[] {
  const middle = centreOf(box);
  if (d) {
    const size = Math.min(box.width, box.height) * 0.42;
    const out = wayOut(whole, at);
    return [{ centre: { x: middle.x + out.x * size * 0.15, y: middle.y + out.y * size * 0.15 }, size }];
  }
  const inner = inset(box, box.width * 0.08, box.height * 0.08);
  let best = { columns: 1, step: 0 };
  for (let columns = 1; columns <= whole.each; columns += 1) {
    const full = whole.each % columns === 0 ? 1 : 0.75;
    const step = Math.min(inner.width / columns, inner.height / Math.ceil(whole.each / columns)) * full;
    if (step > best.step) best = { columns, step };
  }
  const rows = Math.ceil(whole.each / best.columns);
  const step = Math.min(inner.width / best.columns, inner.height / rows, 190);
  const origin = around(middle, step * best.columns, step * rows);
  return Array.from({ length: whole.each }, (_, which) => ({
    centre: {
      x: origin.x + ((which % best.columns) + 0.5) * step,
      y: origin.y + (Math.floor(which / best.columns) + 0.5) * step,
    },
    size: step * 0.82,
  }));
}

interface Arranged {
  picture: Box;
  legend: Legend;
  words: Box;
}

function arrange(whole: Whole, index: number, frame: Box, setting: Setting): Arranged {
  const bare = whole.shares.length === 0 && whole.label === undefined;
  const below = whole.shape === 'bar' || frame.width < frame.height * 1.35;
  const gap = bare ? 0 : below ? 44 : 72;
  if (!below) {
    const legend = legendOf(
      whole,
      index,
      { width: frame.width * 0.37, height: frame.height },
      'column',
      setting,
    );
    const room = { ...frame, width: frame.width - legend.width - gap };
    const square = whole.shape === 'circle' ? Math.min(room.width, room.height) : room.width;
    const boxes = flex(frame, {
      direction: 'row',
      justify: 'centre',
      align: 'centre',
      gap,
      children: [
        { id: 'picture', width: square, height: frame.height },
        { id: 'words', width: legend.width, height: legend.height },
      ],
    });
    return { picture: boxes.picture!, legend, words: boxes.words! };
  }
  const flow = whole.shape === 'bar' && setting.shape === 'wide' ? 'row' : 'column';
  const legend = legendOf(whole, index, { width: frame.width, height: frame.height * 0.55 }, flow, setting);
  const most = frame.height - legend.height - gap;
  const height = whole.shape === 'bar' ? Math.min(TALLEST_BAR, most) : Math.min(most, frame.width * 1.2);
  if (height < LEAST_PICTURE)
    throw new ChalktalkError(
      'does_not_fit',
      'The parts have no room beside their words; show fewer wholes or shorter words.',
    );
  const boxes = flex(frame, {
    justify: 'centre',
    align: whole.shape === 'bar' ? 'start' : 'centre',
    gap,
    children: [
      { id: 'picture', width: frame.width, height },
      { id: 'words', width: legend.width, height: legend.height },
    ],
  });
  return { picture: boxes.picture!, legend, words: boxes.words! };
}
