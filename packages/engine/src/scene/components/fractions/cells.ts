/** The parts of a whole as outlines in px: boxes in a row or a grid, slices of a disc, persons in rows. */
import { around, boundsOf, inset } from '../../layout/box.ts';
import { placeOutlines } from '../../layout/outline.ts';
import type { Box, Point } from '../../scene.ts';
import type { Whole } from './schema.ts';

export interface Cell {
  box: Box;
  /** SVG path data; a box with rounded corners has none. */
  d?: string;
}

/** A person 40 wide and 100 high, from its head's top left. */
const PERSON =
  'M20 0A13 13 0 1 1 20 26A13 13 0 1 1 20 0ZM12 31L28 31Q40 31 40 44L40 62Q40 66 36 66L33 66L31 97Q31 100 28 100L12 100Q9 100 9 97L7 66L4 66Q0 66 0 62L0 44Q0 31 12 31Z';
const ASPECT = 0.4;

/** The parts of a whole within a box, as large as they go. */
export function cellsOf(whole: Whole, box: Box): Cell[] {
  if (whole.shape === 'circle') return slices(whole.parts, box);
  if (whole.shape === 'bar') return row(whole.parts, box);
  const persons = whole.shape === 'people' && whole.icon === undefined;
  return grid(whole.parts, box, persons);
}

/** Which way a part lies from the middle of the whole, as a unit vector; {0, 0} where it has no way. */
export function wayOut({ shape, parts }: Whole, at: number): Point {
  if (shape !== 'circle' || parts === 1) return { x: 0, y: 0 };
  const turn = ((at + 0.5) / parts - 0.25) * 2 * Math.PI;
  return { x: Math.cos(turn), y: Math.sin(turn) };
}

function row(parts: number, box: Box): Cell[] {
  const gap = Math.min(10, (box.width / parts) * 0.08);
  const width = (box.width - gap * (parts - 1)) / parts;
  return Array.from({ length: parts }, (_, index) => ({
    box: { ...box, x: box.x + index * (width + gap), width },
  }));
}

/** Rows and columns that leave the largest cells; ten by ten where there are a hundred. */
function grid(parts: number, box: Box, persons: boolean): Cell[] {
  const wide = persons ? 0.56 : 1;
  let best = { columns: 1, step: 0 };
  // A hundred are read as per cent, and several of them are compared at a glance.
  const hundred = parts === 100 && !persons;
  for (let columns = hundred ? 10 : 1; columns <= (hundred ? 10 : parts); columns += 1) {
    const rows = Math.ceil(parts / columns);
    // Full rows can be counted.
    const full = parts % columns === 0;
    const step = Math.min(box.width / (columns * wide), box.height / rows) * (full ? 1 : 0.78);
    if (step > best.step) best = { columns, step };
  }
  const { columns } = best;
  const rows = Math.ceil(parts / columns);
  const step = Math.min(box.width / (columns * wide), box.height / rows, persons ? 230 : 200);
  const left = box.x + (box.width - columns * step * wide) / 2;
  const top = box.y + (box.height - rows * step) / 2;
  return Array.from({ length: parts }, (_, index): Cell => {
    const place = {
      x: left + (index % columns) * step * wide,
      y: top + Math.floor(index / columns) * step,
      width: step * wide,
      height: step,
    };
    if (!persons) return { box: inset(place, step * 0.05) };
    const height = step * 0.88;
    const own = around({ x: place.x + place.width / 2, y: place.y + step / 2 }, height * ASPECT, height);
    return { box: own, d: placeOutlines([PERSON], height / 100, own) };
  });
}

function slices(parts: number, box: Box): Cell[] {
  const radius = Math.min(box.width, box.height) / 2 - 18;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const at = (share: number, distance = radius): Point => {
    const turn = (share - 0.25) * 2 * Math.PI;
    return { x: round(centre.x + Math.cos(turn) * distance), y: round(centre.y + Math.sin(turn) * distance) };
  };
  return Array.from({ length: parts }, (_, index): Cell => {
    const [from, middle, to] = [index, index + 0.5, index + 1].map((step) => step / parts) as [
      number,
      number,
      number,
    ];
    const [a, b, c] = [at(from), at(middle), at(to)];
    const arcs = `A${radius} ${radius} 0 0 1 ${b.x} ${b.y}A${radius} ${radius} 0 0 1 ${c.x} ${c.y}`;
    const whole = parts === 1;
    return {
      box: boundsOf(
        [0, 0.2, 0.4, 0.6, 0.8, 1].map((step) => at(from + (to - from) * step)).concat(whole ? [] : [centre]),
      ),
      d: `M${a.x} ${a.y}${arcs}${whole ? '' : `L${centre.x} ${centre.y}`}Z`,
    };
  });
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
