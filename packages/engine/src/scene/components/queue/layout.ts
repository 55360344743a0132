/** Lanes with their walls and ways, and the cards that travel through them. */
import { around, union } from '../../layout/box.ts';
import type { Element, PathElement, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import type { LanePlan, Plan } from './cards.ts';
import { planQueue } from './plan.ts';
import type { QueueData } from './schema.ts';

export function layoutQueue(data: QueueData, setting: Setting): Element[] {
  const plan = planQueue(data, setting);
  const { colors } = setting.theme;
  return present([
    ...plan.lanes.flatMap((lane, order) => laneOf(lane, order, plan, setting)),
    ...(['into', 'out'] as const).map((id) => {
      const name = plan[id];
      return name && setting.text(id, name.block, { ...name.at, align: 'centre', color: colors.soft });
    }),
    ...plan.lanes.flatMap((lane, order) => [
      ...data.ops.map((op, index) => wayOf(op.do, lane, order, index, setting)),
    ]),
    ...plan.lanes.flatMap((lane, order) =>
      plan.story.items.flatMap((_, item) => cardOf(item, lane, order, plan, setting)),
    ),
  ]);
}

function laneOf(lane: LanePlan, order: number, plan: Plan, setting: Setting): Element[] {
  const { colors, stroke, corner, background } = setting.theme;
  const ground = background.gradient.stops[0]!.color;
  const { width, height } = plan.card;
  const within = Array.from({ length: plan.story.places }, (_, index) => lane.place(index));
  const places = [...within, ...(order === 0 ? [lane.wait] : []), lane.out];
  return present([
    ...(['in', 'out'] as const).map((way) => ({
      ...line(`hint.${way}.${order}`, lane.ways[way], setting),
      role: 'scenery' as const,
      stroke: mix(ground, colors.line, 0.7),
      stroke_width: 6,
      dash: [0, 17] as [number, number],
    })),
    ...places.map(
      (at, index): Element => ({
        kind: 'rect',
        id: `slot.${order}.${index}`,
        role: 'scenery',
        box: around(at, width, height),
        radius: corner,
        stroke: colors.surface_edge,
        stroke_width: 3,
        opacity: 0.5,
      }),
    ),
    ...lane.walls.map((wall, index) => ({
      ...line(`wall.${order}.${index}`, wall, setting),
      stroke: mix(colors.line, colors.ink, 0.4),
      stroke_width: stroke + 5,
    })),
    lane.title &&
      setting.text(`title.${order}`, lane.title.block, {
        ...lane.title.at,
        align: 'centre',
        color: colors.ink,
      }),
  ]);
}

function line(id: string, points: Point[], { theme }: Setting): PathElement {
  return {
    kind: 'path',
    id,
    box: union(points.map((point) => around(point, 2))),
    d: rounded(points, 36),
    stroke_width: theme.stroke,
  };
}

/** A line through points with its corners rounded. */
function rounded(points: Point[], radius: number): string {
  const [first, ...others] = points;
  const towards = (from: Point, to: Point, by: number): Point => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const share = Math.min(0.5, by / length);
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  };
  const legs = others.map((point, index) => {
    const next = others[index + 1];
    if (!next) return `L${point.x} ${point.y}`;
    const [a, b] = [towards(point, points[index]!, radius), towards(point, next, radius)];
    return `L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
  });
  return `M${first!.x} ${first!.y}${legs.join('')}`;
}

/** The way an operation takes, drawn as it happens. */
function wayOf(
  what: 'push' | 'pop',
  lane: LanePlan,
  order: number,
  index: number,
  setting: Setting,
): PathElement {
  return {
    ...line(`way.${index}.${order}`, lane.ways[what === 'push' ? 'in' : 'out'], setting),
    part: `ops.${index}`,
    stroke: setting.theme.colors.accent,
    stroke_width: setting.theme.stroke + 3,
    head: { end: true, size: 28 },
  };
}

/** The place a card has when it is first seen in a lane. */
export function homeOf(item: number, lane: LanePlan, plan: Plan): Point {
  return plan.story.items[item]!.born < 0 ? lane.place(lane.lane.states[0]!.indexOf(item)) : lane.wait;
}

export function cardId(item: number, order: number): string {
  return `card.${order}.${item}`;
}

/** What waits for both lanes is one card until it is called: the second lies on the first. */
function cardOf(item: number, lane: LanePlan, order: number, plan: Plan, setting: Setting): Element[] {
  const { colors, corner, stroke, shadow } = setting.theme;
  const { born, icon } = plan.story.items[item]!;
  const { card, isUpright } = plan;
  const id = cardId(item, order);
  const centre = homeOf(item, lane, plan);
  const box = around(centre, card.width, card.height);
  const words = plan.words[item]!;
  const part = born < 0 ? {} : { part: `ops.${born}` };
  const size = plan.icon;
  const block = isUpright ? size + 12 + words.height : words.height;
  const pictured = size > 0 && setting.icon('probe', icon, centre, 1) !== undefined;
  const top = centre.y - block / 2;
  const upright = {
    icon: { x: centre.x, y: top + size / 2 },
    text: { x: centre.x, y: pictured ? top + size + 12 : centre.y - words.height / 2 },
  };
  const row = size + 20 + words.width;
  const beside = {
    icon: { x: centre.x - row / 2 + size / 2, y: centre.y },
    text: { x: centre.x + (pictured ? (size + 20) / 2 : 0), y: centre.y - words.height / 2 },
  };
  const at = isUpright ? upright : beside;
  const ways = plan.story.lanes[order]!.taken.map((_, index) => `way.${index}.${order}`);
  const inCard = { group: id, on: [`${id}.card`], ...part };
  return present([
    {
      kind: 'group',
      id,
      box,
      ...part,
      // It travels along the ways; of two that wait for two lanes one lies on the other.
      on: [...ways, ...(order > 0 ? [cardId(item, 0)] : [])],
    },
    {
      kind: 'rect',
      id: `${id}.card`,
      group: id,
      ...part,
      box,
      radius: corner,
      fill: colors.surface,
      stroke: mix(colors.line, colors.ink, 0.4),
      stroke_width: stroke - 1,
      shadow: { ...shadow, blur: 18, dy: 8 },
    },
    size > 0
      ? setting.icon(`${id}.icon`, icon, at.icon, size, { ...inCard, color: colors.second })
      : undefined,
    setting.text(`${id}.text`, words, { ...at.text, align: 'centre', color: colors.ink }, inCard),
  ]);
}
