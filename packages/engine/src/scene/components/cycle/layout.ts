/** An oval of stations with their words outside it in a wide frame; a column with a way back in a tall one. */
import { around, boundsOf } from '../../layout/box.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { layMarks, roundOf } from '../marks.ts';
import { present, type Setting } from '../setting.ts';
import { sparkOn } from '../spark.ts';
import type { CycleData } from './schema.ts';

const CLEAR = 16;

export function layoutCycle(data: CycleData, setting: Setting): Element[] {
  return setting.shape === 'wide' ? oval(data, setting) : column(data, setting);
}

function oval(data: CycleData, setting: Setting): Element[] {
  const { area, theme } = setting;
  const count = data.steps.length;
  const round = count <= 4 ? 168 : 140;
  const onTop = count % 2 === 1;
  const words = data.steps.map((step, index) =>
    setting.fit(step.text, {
      style: theme.fonts.strong,
      size: setting.type.label + 2,
      max_width: onTop && index === 0 ? 520 : 330,
      max_lines: onTop && index === 0 ? 1 : 3,
    }),
  );
  const head = onTop ? words[0]!.height + 14 : 0;
  const centre: Point = { x: area.x + area.width / 2, y: area.y + head + (area.height - head) / 2 };
  const ry = (area.height - head - round) / 2;
  const rx = Math.min(430, ry * 1.7);
  const turn = (Math.PI * 2) / count;
  const first = onTop ? -Math.PI / 2 : -Math.PI / 2 - turn / 2;
  const angles = data.steps.map((_, index) => first + turn * index);
  const at = (angle: number): Point => ({
    x: centre.x + rx * Math.cos(angle),
    y: centre.y + ry * Math.sin(angle),
  });

  const arcs = angles.map((angle, index) => {
    const to = angle + turn;
    const [from, until] = between(at, angle, to, round / 2 + CLEAR);
    const next = (index + 1) % count;
    return arcOf(`arc.${next}`, `steps.${next}`, at, from, until, setting);
  });
  const stations = data.steps.flatMap((step, index) => {
    const place = at(angles[index]!);
    const part = `steps.${index}`;
    const text = words[index]!;
    const above = onTop && index === 0;
    const right = Math.cos(angles[index]!) > 0;
    const words_at = above
      ? { x: place.x, y: place.y - round / 2 - 14 - text.height, align: 'centre' as const }
      : {
          x: place.x + (right ? 1 : -1) * (round / 2 + 30),
          y: place.y - text.height / 2,
          align: right ? ('left' as const) : ('right' as const),
        };
    return [
      ...roundOf(
        index,
        { ...step, part, edge: theme.colors.surface_edge },
        around(place, round),
        0.58,
        setting,
      ),
      setting.text(`text.${index}`, text, words_at, { part }),
    ];
  });
  return present([
    ...arcs,
    ...arcs.map((arc) => sparkOn(arc, setting)),
    ...stations,
    ...middle(data, centre, rx, ry, setting),
  ]);
}

/** Angles at which the ring leaves the first station's round and reaches the next one's. */
function between(at: (angle: number) => Point, from: number, to: number, clear: number): [number, number] {
  const away = (angle: number, centre: Point) => Math.hypot(at(angle).x - centre.x, at(angle).y - centre.y);
  const step = (to - from) / 120;
  let start = from;
  while (away(start, at(from)) < clear && start < to) start += step;
  let end = to;
  while (away(end, at(to)) < clear && end > start) end -= step;
  return [start, end];
}

function arcOf(
  id: string,
  part: string,
  at: (angle: number) => Point,
  from: number,
  to: number,
  setting: Setting,
): PathElement {
  const points = Array.from({ length: 25 }, (_, index) => at(from + ((to - from) * index) / 24));
  return {
    kind: 'path',
    id,
    part,
    box: boundsOf(points),
    d: points
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
      .join(''),
    stroke: setting.theme.colors.line,
    stroke_width: setting.theme.stroke + 1,
    head: { end: true, size: 24 },
  };
}

function middle(
  data: CycleData,
  centre: Point,
  rx: number,
  ry: number,
  setting: Setting,
): (Element | undefined)[] {
  if (!data.centre) return [];
  const size = Math.min(150, ry * 0.8);
  const text = data.centre.text
    ? setting.fit(data.centre.text, { max_width: rx * 1.05, max_lines: 2, size: setting.type.label - 2 })
    : undefined;
  const picture = setting.icon(
    'centre.icon',
    data.centre.icon,
    { x: centre.x, y: centre.y - (text ? text.height / 2 + 6 : 0) },
    size,
  );
  return [
    picture,
    text &&
      setting.text('centre.text', text, {
        x: centre.x,
        y: picture ? centre.y + size / 2 - text.height / 2 + 6 : centre.y - text.height / 2,
        align: 'centre',
        color: setting.theme.colors.soft,
      }),
  ];
}

function column(data: CycleData, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const lane = 110;
  const foot = data.centre?.text
    ? setting.fit(data.centre.text, { max_width: setting.area.width, max_lines: 1 })
    : undefined;
  const area: Box = {
    ...setting.area,
    x: setting.area.x + lane,
    width: setting.area.width - lane,
    height: setting.area.height - (foot ? foot.height + 40 : 0),
  };
  const items = data.steps.map((step, index) => ({
    ...step,
    part: `steps.${index}`,
    edge: colors.surface_edge,
  }));
  const marks = layMarks(items, setting.within(area));
  const rounds = marks.rounds;
  const down = rounds.slice(1).map((box, offset): PathElement => {
    const before = rounds[offset]!;
    const x = before.x + before.width / 2;
    const from = before.y + before.height + CLEAR;
    const to = box.y - CLEAR;
    return {
      kind: 'path',
      id: `arc.${offset + 1}`,
      part: `steps.${offset + 1}`,
      box: { x, y: from, width: 1, height: Math.max(1, to - from) },
      d: `M${x} ${from}L${x} ${to}`,
      stroke: colors.line,
      stroke_width: stroke + 1,
      head: { end: true, size: 22 },
    };
  });
  const top = rounds[0]!;
  const bottom = rounds.at(-1)!;
  const a = { x: bottom.x - CLEAR, y: bottom.y + bottom.height / 2 };
  const b = { x: top.x - CLEAR, y: top.y + top.height / 2 };
  const x = setting.area.x + 12;
  const back: PathElement = {
    kind: 'path',
    id: 'arc.0',
    part: 'steps.0',
    box: { x, y: b.y, width: a.x - x, height: a.y - b.y },
    d: `M${a.x} ${a.y}Q${x} ${a.y} ${x} ${a.y - 90}L${x} ${b.y + 90}Q${x} ${b.y} ${b.x} ${b.y}`,
    stroke: colors.line,
    stroke_width: stroke + 1,
    head: { end: true, size: 24 },
  };
  return present([
    back,
    ...down,
    ...[back, ...down].map((line) => sparkOn(line, setting)),
    ...marks.elements,
    foot &&
      setting.text('centre.text', foot, {
        x: setting.area.x + setting.area.width / 2,
        y: setting.area.y + setting.area.height - foot.height,
        align: 'centre',
        color: colors.soft,
      }),
  ]);
}
