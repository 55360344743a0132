/**
 * Slabs seen a little from above and from the side, one upon the other with air between them. In a wide frame their
 * remarks stand beside them, in a tall one upon them; a lane near their right end is kept free for the traveller.
 */
import { ChalktalkError } from '../../../errors.ts';
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { legible, mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import type { LayersData } from './schema.ts';
import { stopsOf } from './stops.ts';

/** Air between slabs and at the ends of their words, px. */
const AIR = 18;
const PADDING = 32;
/** Thickest front of a slab, px: fewer layers stand in more air. */
const THICKEST = { wide: 150, tall: 210 } as const;

interface Stack {
  /** The slabs' fronts, top to bottom. */
  fronts: Box[];
  /** How far the upper faces reach up and to the right, px. */
  depth: number;
  skew: number;
  /** The traveller's lane: x of its middle and its width; 0 wide where nobody travels. */
  lane: { x: number; width: number };
  /** Where remarks beside the slabs begin; undefined when they stand upon them. */
  aside?: { x: number; width: number };
}

export function layoutLayers(data: LayersData, setting: Setting): Element[] {
  const stack = stackOf(data, setting);
  const words = wordsOf(data, stack, setting);
  // From the lowest up, so that a slab that slides in passes before the one below it.
  const slabs = data.layers.map((_, index) => slabOf(data, index, stack, words, setting)).reverse();
  return present([...hintsOf(stack, setting), ...slabs.flat(), ...travellerOf(data, stack, setting)]);
}

function stackOf(data: LayersData, setting: Setting): Stack {
  const { area, shape } = setting;
  const wide = shape === 'wide';
  const aside = wide && data.layers.some((layer) => layer.detail);
  const count = data.layers.length;
  const pitch = Math.min(area.height / count, THICKEST[shape] * 1.42 + AIR);
  const depth = Math.min(60, (pitch - AIR) * (wide ? 0.3 : 0.2));
  const skew = depth * 1.5;
  const width = (aside ? area.width * 0.6 : wide ? Math.min(area.width, 1320) : area.width) - skew;
  const left = aside ? area.x : area.x + (area.width - width - skew) / 2;
  const top = area.y + (area.height - pitch * count) / 2;
  const fronts = data.layers.map((_, index) => ({
    x: left,
    y: top + pitch * index + depth + AIR / 2,
    width,
    height: pitch - depth - AIR,
  }));
  const lane = data.traveller ? Math.min(wide ? 150 : 130, fronts[0]!.height + depth) : 0;
  const right = left + width + skew;
  return {
    fronts,
    depth,
    skew,
    lane: { x: left + width - lane / 2 - 12, width: lane },
    ...(aside ? { aside: { x: right + 84, width: area.x + area.width - right - 84 } } : {}),
  };
}

interface Words {
  titles: TextBlock[];
  details: (TextBlock | undefined)[];
  textX: number;
  iconSize: number;
  upon: boolean;
}

/** Names in one size on all fronts: as large as leaves room for the longest remark below one of them. */
function wordsOf(data: LayersData, stack: Stack, setting: Setting): Words {
  const { type, theme } = setting;
  const front = stack.fronts[0]!;
  const iconSize = data.layers.some((layer) => layer.icon) ? Math.min(132, front.height - 12) : 0;
  const textX = front.x + PADDING + (iconSize ? iconSize + 26 : 0);
  const room = front.x + front.width - stack.lane.width - PADDING - textX;
  const upon = data.layers.some((layer) => layer.detail) && !stack.aside;
  const attempt = (size: number): Words => {
    const titles = setting.fitAlike(
      data.layers.map((layer) => layer.text),
      { style: theme.fonts.strong, size, max_width: room, max_lines: 2, max_height: front.height - 14 },
    );
    const details = data.layers.map((layer, index) =>
      layer.detail
        ? setting.fit(layer.detail, {
            size: type.label - (upon ? 4 : 0),
            max_width: stack.aside?.width ?? room,
            max_lines: upon ? 2 : 3,
            max_height: front.height + (upon ? -titles[index]!.height - 18 : stack.depth + 10),
          })
        : undefined,
    );
    return { titles, details, textX, iconSize, upon };
  };
  for (const size of [type.label + 12, type.label + 4]) {
    try {
      return attempt(size);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return attempt(type.least + 4);
}

function slabOf(data: LayersData, index: number, stack: Stack, words: Words, setting: Setting): Element[] {
  const { colors, shadow } = setting.theme;
  const layer = data.layers[index]!;
  const front = stack.fronts[index]!;
  const part = `layers.${index}`;
  const group = `slab.${index}`;
  const faces = facesOf(layer, index, setting);
  const on = [`front.${index}`];
  const [title, detail] = [words.titles[index]!, words.details[index]];
  const inside = words.upon && detail ? detail : undefined;
  const middle = front.y + front.height / 2;
  const textY = middle - (title.height + (inside ? inside.height : 0)) / 2;
  const right = front.x + front.width + stack.skew;
  return present([
    {
      kind: 'group',
      id: group,
      part,
      box: {
        x: front.x,
        y: front.y - stack.depth,
        width: front.width + stack.skew,
        height: front.height + stack.depth,
      },
    },
    face(`side.${index}`, sideOf(front, stack), faces.side, { part, group }),
    face(`top.${index}`, topOf(front, stack), faces.top, { part, group }),
    {
      kind: 'rect',
      id: `front.${index}`,
      part,
      group,
      box: front,
      radius: 3,
      fill: faces.front,
      ...(index === data.layers.length - 1 ? { shadow } : {}),
    },
    ...(layer.icon
      ? setting.illustration(
          `icon.${index}`,
          layer.icon,
          { x: front.x + PADDING + words.iconSize / 2, y: middle },
          words.iconSize,
          { part, group, on },
        )
      : []),
    setting.text(`text.${index}`, title, { x: words.textX, y: textY, color: faces.ink }, { part, group, on }),
    inside &&
      setting.text(
        `detail.${index}`,
        inside,
        { x: words.textX, y: textY + title.height, color: faces.soft },
        { part, group, on },
      ),
    detail &&
      stack.aside && {
        kind: 'path',
        id: `leader.${index}`,
        part,
        box: { x: right + 16, y: middle, width: 48, height: 1 },
        d: `M${right + 16} ${middle}L${stack.aside.x - 20} ${middle}`,
        stroke: colors.line,
        stroke_width: 4,
        dash: [1, 12],
      },
    detail &&
      stack.aside &&
      setting.text(
        `detail.${index}`,
        detail,
        { x: stack.aside.x, y: middle - detail.height / 2, color: colors.ink },
        { part },
      ),
  ]);
}

/**
 * Colours of a slab's faces, light from above; words keep their contrast upon the front. The first hue of a series is
 * the accent's, which is for what is now.
 */
export function facesOf(layer: LayersData['layers'][number], index: number, setting: Setting) {
  const { colors } = setting.theme;
  const hue =
    layer.tone && layer.tone !== 'neutral'
      ? setting.tone(layer.tone)
      : colors.series[(index + 1) % colors.series.length]!;
  const front = mix(colors.surface, hue, 0.3);
  return {
    front,
    top: mix(colors.surface, hue, 0.72),
    side: mix(colors.surface, hue, 0.44),
    ink: legible(colors.ink, [front], 4.8),
    soft: legible(mix(colors.ink, hue, 0.2), [front], 4.8),
  };
}

function face(id: string, corners: Point[], fill: string, rest: Partial<PathElement>): PathElement {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return {
    kind: 'path',
    id,
    box: {
      x: Math.min(...xs),
      y: Math.min(...ys),
      width: Math.max(...xs) - Math.min(...xs),
      height: Math.max(...ys) - Math.min(...ys),
    },
    d: outline(corners),
    fill,
    ...rest,
  };
}

function outline(corners: Point[]): string {
  return `${corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')}Z`;
}

function topOf({ x, y, width }: Box, { skew, depth }: Stack): Point[] {
  return [
    { x, y },
    { x: x + skew, y: y - depth },
    { x: x + width + skew, y: y - depth },
    { x: x + width, y },
  ];
}

function sideOf({ x, y, width, height }: Box, { skew, depth }: Stack): Point[] {
  const right = x + width;
  return [
    { x: right, y },
    { x: right + skew, y: y - depth },
    { x: right + skew, y: y + height - depth },
    { x: right, y: y + height },
  ];
}

/** Outlines of the slabs to come, so that the height of the stack is seen from the start. */
function hintsOf(stack: Stack, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return stack.fronts.map((front, index) => {
    const [a, b, c] = topOf(front, stack) as [Point, Point, Point];
    const side = sideOf(front, stack);
    return {
      ...face(`hint.${index}`, [a, b, c, side[2]!, side[3]!, { x: front.x, y: front.y + front.height }], '', {
        role: 'scenery',
      }),
      fill: undefined,
      stroke: colors.surface_edge,
      stroke_width: 3,
      opacity: 0.7,
    };
  });
}

function travellerOf(data: LayersData, stack: Stack, setting: Setting): (Element | undefined)[] {
  if (!data.traveller) return [];
  const { colors, shadow, stroke } = setting.theme;
  const size = Math.min(stack.lane.width - 14, 132);
  const { x } = stack.lane;
  const level = (layer: number) => {
    const front = stack.fronts[layer]!;
    return front.y + front.height / 2;
  };
  const stops = stopsOf(data, setting);
  const round = around({ x, y: level(stops[0]!.layer) }, size);
  const legs = stops.slice(1).map((stop, index): PathElement => {
    const from = level(stops[index]!.layer);
    const to = level(stop.layer);
    return {
      kind: 'path',
      id: `leg.${index + 1}`,
      part: stop.part,
      box: { x, y: Math.min(from, to), width: 1, height: Math.max(1, Math.abs(to - from)) },
      d: `M${x} ${from}L${x} ${to}`,
      stroke: colors.accent,
      stroke_width: stroke + 2,
      dash: [1, 18],
    };
  });
  // It goes in front of every slab and along its own way.
  const passed = [
    ...data.layers.flatMap((_, index) => [`front.${index}`, `top.${index}`, `side.${index}`]),
    ...legs.map((leg) => leg.id),
  ];
  return [
    ...legs,
    { kind: 'group', id: 'traveller', part: stops[0]!.part, box: round },
    {
      kind: 'ellipse',
      id: 'traveller.round',
      part: stops[0]!.part,
      group: 'traveller',
      box: round,
      fill: colors.surface,
      stroke: colors.accent,
      stroke_width: stroke,
      shadow,
    },
    ...setting.illustration(
      'traveller.icon',
      data.traveller.icon,
      { x, y: level(stops[0]!.layer) },
      size * 0.64,
      { part: stops[0]!.part, group: 'traveller', on: ['traveller.round', ...passed] },
    ),
  ];
}
