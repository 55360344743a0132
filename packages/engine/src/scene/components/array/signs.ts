/** What stands around an array's cells: arcs between compared ones, named pointers, brackets over ranges. */
import { around, union } from '../../layout/box.ts';
import type { Element, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { Plan } from './layout.ts';
import { ARM, labelAt, NEAR, type Run, type Stand, TIP } from './levels.ts';
import type { ArrayData } from './schema.ts';

const ROUND = 76;

/** An arc from one compared cell to the other, the sign between them on its top. */
export function drawArcs(data: ArrayData, { grid }: Plan, setting: Setting): Element[] {
  const { colors, fonts, stroke } = setting.theme;
  return data.ops.flatMap((op, index) => {
    if (op.do !== 'compare') return [];
    const part = `ops.${index}`;
    const along = (place: number) => (grid.isRow ? grid.centre(place).x : grid.centre(place).y);
    const [a, b] = [along(op.a - data.first), along(op.b - data.first)];
    const { from, reach } = grid.arc;
    const outer = from - reach + ROUND / 2;
    // A cubic's top lies at three quarters of the way to its handles.
    const handle = from - (from - outer) / 0.75;
    const [p, q, r, s] = [grid.at(a, from), grid.at(a, handle), grid.at(b, handle), grid.at(b, from)];
    const top = grid.at((a + b) / 2, outer);
    const sign = setting.fit(op.sign, { style: fonts.mono, size: 48, max_width: ROUND });
    return [
      {
        kind: 'path' as const,
        id: `arc.${index}`,
        part,
        box: union([p, s, top].map((point) => around(point, 2))),
        d: `M${p.x} ${p.y}C${q.x} ${q.y} ${r.x} ${r.y} ${s.x} ${s.y}`,
        stroke: colors.accent,
        stroke_width: stroke,
      },
      { kind: 'group' as const, id: `sign.${index}`, part, box: around(top, ROUND), on: [`arc.${index}`] },
      {
        kind: 'ellipse' as const,
        id: `sign.${index}.round`,
        part,
        group: `sign.${index}`,
        box: around(top, ROUND),
        fill: colors.accent_fill,
        stroke: colors.accent,
        stroke_width: stroke - 1,
      },
      setting.text(
        `sign.${index}.text`,
        sign,
        { x: top.x, y: top.y - sign.height / 2, align: 'centre', color: colors.on_accent },
        { part, group: `sign.${index}`, on: [`sign.${index}.round`] },
      ),
    ];
  });
}

/** Where a stand's tip or bracket touches, as a point along and across. */
export function footOf(stand: Stand, { grid }: Plan): Point {
  const [a, b] = [grid.centre(stand.first), grid.centre(stand.last)];
  const main = grid.isRow ? (a.x + b.x) / 2 : (a.y + b.y) / 2;
  return grid.at(main, grid.ladder.origin + grid.ladder.offsets[stand.level]!);
}

export function drawStands(data: ArrayData, plan: Plan, setting: Setting): Element[] {
  const { stands } = plan.grid.ladder;
  const names = [...new Set(stands.filter((one) => one.kind === 'pointer').map((one) => one.name))];
  return [
    ...stands.filter((one) => one.kind === 'bracket').flatMap((one) => bracketOf(one, data, plan, setting)),
    ...names.flatMap((name) => pointerOf(stands.find((one) => one.name === name)!, plan, setting)),
  ];
}

function pointerOf(stand: Stand, plan: Plan, setting: Setting): Element[] {
  const { isRow } = plan.grid;
  const foot = footOf(stand, plan);
  const label = stand.label!;
  const group = `pointer.${stand.name}`;
  const color = setting.theme.colors.second;
  const half = TIP * 0.58;
  const tip = isRow
    ? `M${foot.x} ${foot.y}L${foot.x + half} ${foot.y + TIP}L${foot.x - half} ${foot.y + TIP}Z`
    : `M${foot.x} ${foot.y}L${foot.x + TIP} ${foot.y - half}L${foot.x + TIP} ${foot.y + half}Z`;
  const tipBox = isRow
    ? { x: foot.x - half, y: foot.y, width: 2 * half, height: TIP }
    : { x: foot.x, y: foot.y - half, width: TIP, height: 2 * half };
  const words = isRow
    ? setting.text(
        `${group}.label`,
        label,
        { x: foot.x, y: foot.y + TIP + NEAR - 4, align: 'centre', color },
        { group },
      )
    : setting.text(
        `${group}.label`,
        label,
        { x: foot.x + TIP + NEAR, y: foot.y - label.height / 2, color },
        { group },
      );
  return [
    { kind: 'group', id: group, box: union([tipBox, words.box]) },
    {
      kind: 'path',
      id: `${group}.tip`,
      group,
      box: tipBox,
      d: tip,
      fill: color,
      stroke: color,
      stroke_width: 4,
    },
    words,
  ];
}

function bracketOf(stand: Stand, data: ArrayData, plan: Plan, setting: Setting): Element[] {
  const { grid } = plan;
  const { colors, stroke } = setting.theme;
  const foot = footOf(stand, plan);
  const op = data.ops[Number(stand.name)]!;
  const color = op.do === 'mark' ? colors.good : colors.soft;
  const part = `ops.${stand.name}`;
  const id = `bracket.${stand.name}`;
  const side = grid.isRow ? grid.cell.width : grid.cell.height;
  const half = ((stand.last - stand.first) * grid.pitch + side) / 2 - 4;
  const [main, cross] = grid.isRow ? [foot.x, foot.y] : [foot.y, foot.x];
  const corners = [
    grid.at(main - half, cross),
    grid.at(main - half, cross + ARM),
    grid.at(main + half, cross + ARM),
    grid.at(main + half, cross),
  ];
  const { label } = stand;
  const words = label && {
    length: grid.isRow ? label.width : label.height,
    run: runOf(plan, setting),
  };
  const at = words ? grid.at(labelAt(main, words.length, words.run), cross + ARM + NEAR) : foot;
  return present([
    { kind: 'group', id, part, box: union(corners.map((point) => around(point, 2))) },
    {
      kind: 'path',
      id: `${id}.line`,
      part,
      group: id,
      box: union(corners.map((point) => around(point, 2))),
      d: `M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}`,
      stroke: op.do === 'mark' ? colors.good : colors.faint,
      stroke_width: stroke,
    },
    label &&
      setting.text(
        `${id}.label`,
        label,
        grid.isRow
          ? { x: at.x, y: at.y, align: 'centre', color }
          : { x: at.x + 6, y: at.y - label.height / 2, color },
        { part, group: id },
      ),
  ]);
}

function runOf({ grid, story }: Plan, setting: Setting): Run {
  const mains = Array.from({ length: story.places }, (_, place) =>
    grid.isRow ? grid.centre(place).x : grid.centre(place).y,
  );
  return { isRow: grid.isRow, mains, pitch: grid.pitch, area: setting.area };
}
