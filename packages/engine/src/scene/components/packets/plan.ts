/**
 * The two ends with a place for each packet, and the routes between them: from left to right in a wide frame, from
 * above down in a tall one. All in px.
 */
import { curveMonotoneX, curveMonotoneY, line } from 'd3-shape';
import { ChalktalkError } from '../../../errors.ts';
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Journey, PacketsData } from './schema.ts';

export interface End {
  icon: Point;
  /** Middle of the upper edge of its name. */
  name: Point;
  block: TextBlock;
  /** Where packets lie. */
  places: Point[];
  /** What all places cover: there the whole message lies too. */
  field: Box;
  /** Where its routes begin or end, and the point at its picture they come from. */
  port: Point;
  edge: Point;
}

export interface Hop {
  at: Point;
  name: TextBlock;
  label: Point & { align: 'left' | 'centre' };
}

export interface Plan {
  isWide: boolean;
  icon: number;
  chip: { width: number; height: number };
  numbers: TextBlock[];
  pieces: TextBlock[];
  message: TextBlock;
  from: End;
  to: End;
  routes: Hop[][];
  radius: number;
  /** A smooth line through points. */
  through(points: Point[]): string;
  /** The points a packet passes on its journey. */
  wayOf(op: Journey): Point[];
}

const GAP = 14;
/** What a packet's number takes of its width, px. */
export const SPINE = 52;
/** Around what a packet carries, left and right together, px. */
const PAD = 20;

const plans = new WeakMap<Setting, Plan>();

/** @throws ChalktalkError `does_not_fit` when ends and routes have no room beside each other */
export function planPackets(data: PacketsData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    plan = arrange(data, setting);
    plans.set(setting, plan);
  }
  return plan;
}

function arrange(data: PacketsData, setting: Setting): Plan {
  const { area, theme, type, shape } = setting;
  const isWide = shape === 'wide';
  const { mono, strong } = theme.fonts;
  const count = data.packets.length;
  const fit = (words: string, size: number, width: number, lines = 1, style = mono) =>
    setting.fit(words, { style, size, max_width: width, max_lines: lines });
  const numbers = data.packets.map((_, index) => fit(String(index + 1), type.label + 6, 80));
  const widest = isWide ? 216 : 204;
  const pieces = data.packets.map((piece) => fit(piece, type.label - 2, widest - SPINE - PAD));
  const chip = {
    width: Math.max(120, SPINE + PAD + Math.max(...pieces.map((one) => one.width))),
    height: isWide ? 92 : 96,
  };
  const columns = isWide ? (count <= 3 ? 1 : 2) : count === 4 ? 2 : Math.min(3, count);
  const rows = Math.ceil(count / columns);
  const field = {
    width: Math.max(isWide ? 260 : 0, columns * (chip.width + GAP) - GAP),
    height: Math.max(130, rows * (chip.height + GAP) - GAP),
  };
  const message = setting.fit(data.message, {
    style: strong,
    size: type.label + 6,
    max_width: field.width - 36,
    max_lines: 4,
    max_height: field.height - 20,
  });
  // In a tall frame the picture and its name stand beside the packets.
  const beside = Math.min(320, area.width - field.width - 20);
  const named = [data.from, data.to].map((end) =>
    fit(end.name, type.label, isWide ? field.width + 40 : beside - 28, 2, strong),
  );
  const nameHeight = Math.max(...named.map((one) => one.height));
  const icon = Math.min(
    isWide ? 250 : Math.min(200, beside - 20),
    isWide ? area.height - nameHeight - field.height - 60 : Math.max(120, field.height - nameHeight),
  );
  const size = {
    width: isWide ? field.width : area.width,
    height: isWide ? icon + nameHeight + field.height + 44 : Math.max(icon + nameHeight + 8, field.height),
  };
  const end = (box: Box, block: TextBlock, way: 1 | -1): End => {
    const place = (at: Box): Point[] =>
      data.packets.map((_, index) => ({
        x: at.x + at.width / 2 + ((index % columns) - (columns - 1) / 2) * (chip.width + GAP),
        y: at.y + at.height / 2 + (Math.floor(index / columns) - (rows - 1) / 2) * (chip.height + GAP),
      }));
    if (isWide) {
      const x = box.x + box.width / 2;
      const lies = { x: box.x, y: box.y + box.height - field.height, ...field };
      const at = { x, y: box.y + nameHeight + 10 + icon / 2 };
      const beyond = box.width / 2 + 36;
      return {
        icon: at,
        name: { x, y: box.y },
        block,
        places: place(lies),
        field: lies,
        port: { x: x + way * beyond, y: at.y },
        edge: { x: x + way * (icon / 2 + 8), y: at.y },
      };
    }
    // The sender stands to the left of its packets, the receiver to the right of them.
    const x = way > 0 ? box.x + beside / 2 : box.x + box.width - beside / 2;
    const top = box.y + (box.height - icon - nameHeight - 8) / 2;
    const lies = {
      x: way > 0 ? box.x + box.width - field.width : box.x,
      y: box.y + (box.height - field.height) / 2,
      ...field,
    };
    const rim = way > 0 ? box.y + box.height : box.y;
    return {
      icon: { x, y: top + icon / 2 },
      name: { x, y: top + icon + 8 },
      block,
      places: place(lies),
      field: lies,
      port: { x, y: rim + way * 44 },
      edge: { x, y: rim + way * 10 },
    };
  };
  const centre = area.y + (area.height - size.height) / 2;
  const boxes = isWide
    ? [
        { x: area.x, y: centre, ...size },
        { x: area.x + area.width - size.width, y: centre, ...size },
      ]
    : [
        { x: area.x, y: area.y, ...size },
        { x: area.x, y: area.y + area.height - size.height, ...size },
      ];
  const from = end(boxes[0]!, named[0]!, 1);
  const to = end(boxes[1]!, named[1]!, -1);
  const radius = isWide ? 58 : 42;
  const routes = layRoutes(data, from, to, radius, setting);
  if (icon < 84 || !routes) {
    throw new ChalktalkError(
      'does_not_fit',
      'Packets and routes do not fit on screen; show fewer packets, or routes with fewer routers.',
    );
  }
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).curve(isWide ? curveMonotoneX : curveMonotoneY);
  return {
    isWide,
    icon,
    chip,
    numbers,
    pieces,
    message,
    from,
    to,
    routes,
    radius,
    through: (points) => draw(points) ?? '',
    wayOf(op) {
      const hops = routes[op.route - 1]!.map((hop) => hop.at);
      if (op.do === 'lose') return [from.port, ...hops.slice(0, op.hop)];
      const way = [from.port, ...hops, to.port];
      return op.do === 'ask' ? way.reverse() : way;
    },
  };
}

/** Routes side by side between the ports; undefined where routers would meet. */
function layRoutes(
  data: PacketsData,
  from: End,
  to: End,
  radius: number,
  setting: Setting,
): Hop[][] | undefined {
  const { area, shape, type } = setting;
  const isWide = shape === 'wide';
  const count = data.routes.length;
  const [start, stop] = isWide ? [from.port.x, to.port.x] : [from.port.y, to.port.y];
  const most = Math.max(...data.routes.map((route) => route.length));
  const step = (stop - start) / (most + 1);
  if (step < 2 * radius + (isWide ? 24 : 10)) return undefined;
  // Names stand on the outer side of their routers, where no packet comes from.
  const foot = isWide ? (type.least + 2) * 1.2 + 10 : 0;
  const lanes = isWide
    ? { from: area.y + radius + foot, size: area.height - 2 * (radius + foot) }
    : { from: area.x, size: area.width };
  return data.routes.map((names, index) => {
    const share = isWide ? (count === 1 ? 0.4 : index / (count - 1)) : (index + 0.3) / count;
    const lane = lanes.from + lanes.size * (isWide && count === 2 ? 0.06 + share * 0.84 : share);
    return names.map((name, order): Hop => {
      const along = start + ((stop - start) * (order + 1)) / (names.length + 1);
      const at = isWide ? { x: along, y: lane } : { x: lane, y: along };
      const block = setting.fit(name, {
        size: type.least + 2,
        max_width: isWide ? step - 12 : area.width / count - 2 * radius - lanes.size * 0.04,
        max_lines: isWide ? 1 : 2,
      });
      const label = isWide
        ? {
            x: at.x,
            y: at.y < from.port.y ? at.y - radius - 8 - block.height : at.y + radius + 8,
            align: 'centre' as const,
          }
        : { x: at.x + radius + 18, y: at.y - block.height / 2, align: 'left' as const };
      return { at, name: block, label };
    });
  });
}

/** Room for a packet around a point. */
export function chipAt(at: Point, { chip }: Plan): Box {
  return around(at, chip.width, chip.height);
}
