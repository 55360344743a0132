/** The ends, the routes with their routers, the packets, and the whole message at either end. */
import { around, union } from '../../layout/box.ts';
import type { Element, PathElement, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { chipAt, type End, type Plan, planPackets, SPINE } from './plan.ts';
import type { Journey, PacketsData } from './schema.ts';

export function layoutPackets(data: PacketsData, setting: Setting): Element[] {
  const plan = planPackets(data, setting);
  const { colors, stroke } = setting.theme;
  return present([
    ...(['from', 'to'] as const).map((end) =>
      dotted(`stub.${end}`, [plan[end].edge, plan[end].port], plan, setting),
    ),
    ...plan.routes.map((hops, index) =>
      dotted(`route.${index}`, [plan.from.port, ...hops.map((hop) => hop.at), plan.to.port], plan, setting),
    ),
    ...data.ops.map((op, index) =>
      'packet' in op
        ? {
            ...lineOf(`way.${index}`, plan.wayOf(op), plan),
            part: `ops.${index}`,
            role: 'scenery' as const,
            stroke: op.do === 'lose' ? colors.danger : colors.accent,
            stroke_width: stroke + 2,
          }
        : undefined,
    ),
    ...plan.routes.flatMap((hops, route) =>
      hops.flatMap((hop, order) => {
        const id = `hop.${route}.${order}`;
        return [
          {
            kind: 'ellipse' as const,
            id,
            role: 'scenery' as const,
            box: around(hop.at, 2 * plan.radius),
            fill: colors.surface,
            stroke: colors.second,
            stroke_width: stroke - 1,
          },
          setting.icon(`${id}.icon`, 'tabler:router', hop.at, plan.radius * 1.15, {
            style: 'line',
            color: colors.second,
            on: [id],
            role: 'scenery',
          }),
          setting.text(`${id}.name`, hop.name, { ...hop.label, color: colors.soft }),
        ];
      }),
    ),
    ...endOf('from', data.from.icon, plan.from, plan, setting),
    ...endOf('to', data.to.icon, plan.to, plan, setting),
    ...data.packets.flatMap((_, number) =>
      cardAt(`lying.${number}`, number, plan.from.places[number]!, plan, setting),
    ),
    ...data.ops.flatMap((op, index) => ('packet' in op ? travellerOf(op, index, data, plan, setting) : [])),
    ...wholes(data, plan, setting),
  ]);
}

function lineOf(id: string, points: Point[], plan: Plan): PathElement {
  return { kind: 'path', id, box: union(points.map((point) => around(point, 2))), d: plan.through(points) };
}

function dotted(id: string, points: Point[], plan: Plan, { theme }: Setting): PathElement {
  const ground = theme.background.gradient.stops[0]!.color;
  return {
    ...lineOf(id, points, plan),
    role: 'scenery',
    stroke: mix(ground, theme.colors.line, 0.75),
    stroke_width: 6,
    dash: [0, 18],
  };
}

function endOf(
  id: 'from' | 'to',
  icon: string | undefined,
  end: End,
  plan: Plan,
  setting: Setting,
): Element[] {
  const { colors, corner } = setting.theme;
  return present([
    ...end.places.map(
      (at, index): Element => ({
        kind: 'rect',
        id: `${id}.place.${index}`,
        role: 'scenery',
        box: chipAt(at, plan),
        radius: Math.min(corner, 18),
        stroke: colors.surface_edge,
        stroke_width: 3,
        opacity: 0.7,
      }),
    ),
    setting.icon(`${id}.icon`, icon ?? (id === 'from' ? 'laptop' : 'desktop computer'), end.icon, plan.icon),
    setting.text(`${id}.name`, end.block, { ...end.name, align: 'centre', color: colors.ink }),
  ]);
}

/** A packet that lies with the sender or has arrived: its number and what it carries. */
function cardAt(id: string, number: number, at: Point, plan: Plan, setting: Setting): Element[] {
  const { colors, corner, stroke, shadow } = setting.theme;
  const box = chipAt(at, plan);
  const color = colors.series[number % colors.series.length]!;
  const inCard = { group: id, on: [`${id}.card`] };
  const digits = plan.numbers[number]!;
  const piece = plan.pieces[number]!;
  return [
    { kind: 'group', id, box },
    {
      kind: 'rect',
      id: `${id}.card`,
      group: id,
      box,
      radius: Math.min(corner, 18),
      fill: colors.surface,
      stroke: color,
      stroke_width: stroke,
      shadow: { ...shadow, blur: 16, dy: 6 },
    },
    {
      kind: 'path',
      id: `${id}.line`,
      group: id,
      box: { x: box.x + SPINE, y: box.y + 12, width: 1, height: box.height - 24 },
      d: `M${box.x + SPINE} ${box.y + 14}V${box.y + box.height - 14}`,
      stroke: color,
      stroke_width: 3,
    },
    setting.text(
      `${id}.number`,
      digits,
      { x: box.x + SPINE / 2 + 2, y: at.y - digits.height / 2, align: 'centre', color: colors.ink },
      inCard,
    ),
    setting.text(
      `${id}.piece`,
      piece,
      {
        x: box.x + (SPINE + box.width) / 2,
        y: at.y - piece.height / 2,
        align: 'centre',
        color: colors.ink,
      },
      inCard,
    ),
  ];
}

/** All that a packet may pass over on its way. */
function passed(index: number, data: PacketsData, plan: Plan): string[] {
  const names = plan.routes.flatMap((hops, route) => hops.map((_, order) => `hop.${route}.${order}.name`));
  const others = data.ops.flatMap((op, other) =>
    'packet' in op && other < index ? [`packet.${other}`] : [],
  );
  return [...names, ...others, 'from.name', 'to.name', 'from.icon', 'to.icon'];
}

/** Each journey has a packet of its own, small enough to pass between the names: what is sent again is a copy. */
function travellerOf(op: Journey, index: number, data: PacketsData, plan: Plan, setting: Setting): Element[] {
  const { colors, corner, stroke, shadow, fonts } = setting.theme;
  const part = `ops.${index}`;
  const id = `packet.${index}`;
  const way = plan.wayOf(op);
  const at = way[0]!;
  const asks = op.do === 'ask';
  const number = op.packet - 1;
  const block = asks
    ? setting.fit(`${op.packet}?`, {
        style: fonts.mono,
        size: setting.type.label,
        max_width: plan.chip.height,
      })
    : plan.numbers[number]!;
  const side = 2 * plan.radius * 0.86;
  const box = around(at, asks ? block.width + 34 : side, side);
  const traveller: Element[] = [
    { kind: 'group', id, part, box, on: passed(index, data, plan) },
    {
      kind: 'rect',
      id: `${id}.card`,
      part,
      group: id,
      box,
      radius: asks ? 999 : Math.min(corner, 18),
      fill: asks ? colors.accent_fill : colors.surface,
      stroke: asks ? colors.accent : colors.series[number % colors.series.length]!,
      stroke_width: stroke + 1,
      shadow: { ...shadow, blur: 16, dy: 6 },
    },
    setting.text(
      `${id}.number`,
      block,
      { x: at.x, y: at.y - block.height / 2, align: 'centre', color: asks ? colors.on_accent : colors.ink },
      { part, group: id, on: [`${id}.card`] },
    ),
  ];
  if (asks) return traveller;
  if (op.do === 'lose') return [...traveller, crossAt(`cross.${index}`, part, way.at(-1)!, 28, setting)];
  // What comes a second time finds its place taken.
  const isFirst = !data.ops.slice(0, index).some((one) => one.do === 'send' && one.packet === op.packet);
  if (!isFirst) return traveller;
  const landed = cardAt(`landed.${index}`, number, plan.to.places[number]!, plan, setting);
  return [...traveller, ...landed];
}

function crossAt(id: string, part: string, at: Point, half: number, setting: Setting): PathElement {
  const [left, right, top, bottom] = [at.x - half, at.x + half, at.y - half, at.y + half];
  return {
    kind: 'path',
    id,
    part,
    role: 'scenery',
    box: around(at, 2 * half),
    d: `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`,
    stroke: setting.theme.colors.danger,
    stroke_width: 14,
  };
}

/** The message in one piece: where it is divided, and where it is put together. */
function wholes(data: PacketsData, plan: Plan, setting: Setting): Element[] {
  const { colors, corner, stroke, shadow } = setting.theme;
  const cards = [
    ...data.packets.map((_, number) => `lying.${number}`),
    ...data.ops.flatMap((op, index) => (op.do === 'send' ? [`landed.${index}`] : [])),
  ];
  return data.ops.flatMap((op, index) => {
    if (op.do !== 'split' && op.do !== 'join') return [];
    const end = op.do === 'split' ? plan.from : plan.to;
    const part = `ops.${index}`;
    const id = `whole.${index}`;
    const { message } = plan;
    const { field } = end;
    const isJoined = op.do === 'join';
    return [
      // It takes the place of its pieces, and they take its own.
      { kind: 'group' as const, id, part, box: field, on: cards },
      {
        kind: 'rect' as const,
        id: `${id}.card`,
        part,
        group: id,
        box: field,
        radius: corner,
        fill: colors.surface,
        stroke: isJoined ? colors.good : colors.accent,
        stroke_width: stroke,
        shadow: { ...shadow, blur: 16, dy: 6 },
      },
      setting.text(
        `${id}.text`,
        message,
        {
          x: field.x + field.width / 2,
          y: field.y + (field.height - message.height) / 2,
          align: 'centre' as const,
          color: isJoined ? colors.good : colors.ink,
        },
        { part, group: id, on: [`${id}.card`] },
      ),
    ];
  });
}
