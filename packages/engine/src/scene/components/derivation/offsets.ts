/** How far lines and words are from where they stand in the end, while another line is the newest. All px. */
import { centreOf, union } from '../../layout/box.ts';
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { aroundOf, columnsOf, gapOf, within } from './layout.ts';
import type { DerivationData } from './schema.ts';
import { anchorAt, PAST, type Reach, type Row, stackAt } from './stack.ts';

export interface Offsets {
  line(index: number, now: number): Point;
  words(index: number, now: number): Point;
}

export function offsetsFor(data: DerivationData, setting: Setting): Offsets {
  const { area, placed } = setting;
  const last = data.lines.length - 1;
  const words = (index: number) => placed.get(`reason.${index}`)?.box;
  const rows = data.lines.map((_, index): Row => {
    const formula = setting.boxOf(`line.${index}`).height;
    return { formula, ...aroundOf(words(index)?.height ?? 0, formula, setting) };
  });
  const reaches = data.lines.map((_, index) => reachOf(index, setting));
  const columns = columnsOf(data, setting);
  const anchor = (now: number) => {
    // Until there are reasons the lines have the whole width.
    const reasons = data.lines.slice(0, now + 1).some((line) => line.reason !== undefined);
    const column = reasons ? columns.formulas : area;
    return column.x + anchorAt(reaches, now, column.width);
  };
  const middle = (index: number, now: number) =>
    stackAt(rows, now, area.height, gapOf(rows, setting))[index]!;
  const line = (index: number, now: number): Point => ({
    x: anchor(now) - anchor(last),
    y: middle(index, now) - middle(index, last),
  });
  const toShrink = (index: number, now: number) => (index < last && index === now ? 1 - PAST : 0);
  return {
    line,
    words(index, now) {
      const { x, y } = line(index, now);
      const own = words(index);
      if (setting.shape === 'wide' || !own) return { x: 0, y };
      const { left, right } = reaches[index]!;
      const wished = own.x + x + ((right - left) / 2) * toShrink(index, now);
      return {
        x: within(wished, own.width, area) - own.x,
        // Above a line that is yet to shrink they stand farther off.
        y: y - (rows[index]!.formula * toShrink(index, now)) / 2,
      };
    },
  };
}

/** How far the ink of a line reaches to both sides of its axis. */
function reachOf(index: number, { placed }: Setting): Reach {
  const group = `line.${index}`;
  const axis = centreOf(placed.get(group)!.box).x;
  const runs = [...placed.values()].filter((one) => one.kind === 'path' && one.group === group);
  const ink = union(runs.map(({ box }) => box));
  return { left: axis - ink.x, right: ink.x + ink.width - axis };
}
