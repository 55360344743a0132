/**
 * Nodes in layers by elkjs, scaled into the area: pictures with their labels below, joined by lines that leave room
 * for their own labels. A tall frame always reads downwards.
 */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs';
import { ChalktalkError } from '../../../errors.ts';
import { boundsOf, union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, PathElement, Point } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { sparkOn } from '../spark.ts';
import type { DiagramData } from './schema.ts';

type Node = DiagramData['nodes'][number];

/** Sizes tried in turn until the diagram fits: px of a picture, and the share of the usual room around it. */
const SIZES = [
  { picture: 230, room: 1 },
  { picture: 190, room: 1 },
  { picture: 160, room: 1 },
  { picture: 132, room: 0.9 },
  { picture: 112, room: 0.75 },
  { picture: 96, room: 0.6 },
  { picture: 84, room: 0.5 },
  { picture: 72, room: 0.4 },
];
/** Shares of the usual room between layers tried where there is space left: a diagram fills its frame. */
const SPREADS = [2.6, 2.1, 1.7, 1.35];
const CLEAR = 14;

interface Sized {
  node: Node;
  label: TextBlock;
  width: number;
  height: number;
}

interface Laid {
  picture: number;
  sized: Sized[];
  nodes: Box[];
  edges: Point[][];
  labels: (TextBlock | undefined)[];
  labelBoxes: (Box | undefined)[];
  bounds: Box;
}

export async function layoutDiagram(data: DiagramData, setting: Setting): Promise<Element[]> {
  for (const { picture, room } of SIZES) {
    for (const direction of directionsFor(data, setting)) {
      const laid = await lay(data, { picture, room, direction, spread: 1 }, setting);
      if (!laid || !isInside(laid, setting)) continue;
      for (const spread of SPREADS) {
        const wider = await lay(data, { picture, room, direction, spread }, setting);
        if (wider && isInside(wider, setting)) return drawn(data, wider, setting);
      }
      return drawn(data, laid, setting);
    }
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The diagram does not fit on screen at a readable size; show fewer nodes or shorter labels.',
  );
}

function isInside({ bounds }: Laid, { area }: Setting): boolean {
  return bounds.width <= area.width && bounds.height <= area.height;
}

function directionsFor(data: DiagramData, setting: Setting): ('RIGHT' | 'DOWN')[] {
  if (setting.shape === 'tall') return ['DOWN', 'RIGHT'];
  return data.direction === 'down' ? ['DOWN', 'RIGHT'] : ['RIGHT', 'DOWN'];
}

async function lay(
  data: DiagramData,
  options: { picture: number; room: number; direction: 'RIGHT' | 'DOWN'; spread: number },
  setting: Setting,
): Promise<Laid | undefined> {
  const { picture, room, direction, spread } = options;
  const { theme, type } = setting;
  let sized: Sized[];
  let labels: (TextBlock | undefined)[];
  const size = Math.max(type.least, Math.min(type.label + 2, picture * 0.24 + 10));
  try {
    sized = data.nodes.map((node) => {
      const label = setting.fit(node.label, {
        style: theme.fonts.strong,
        size,
        max_width: Math.max(picture * 1.9, setting.shape === 'tall' ? 290 : 240),
        max_lines: 3,
      });
      return { node, label, width: Math.max(picture, label.width), height: picture + 12 + label.height };
    });
    labels = data.edges.map((edge) =>
      edge.label
        ? setting.fit(edge.label, { max_width: 280, max_lines: 2, size: type.least + 2 })
        : undefined,
    );
  } catch {
    return undefined;
  }
  // elkjs is large and only diagrams need it; its CommonJS types do not show the class its module exports.
  const Elk = (await import('elkjs/lib/elk.bundled.js')).default as unknown as new () => ELK;
  const gap = 48 * room;
  const root: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': `${Math.round(gap)}`,
      'elk.layered.spacing.nodeNodeBetweenLayers': `${Math.round((direction === 'RIGHT' ? 110 : 84) * room * spread)}`,
      'elk.spacing.edgeLabel': '10',
      'elk.spacing.edgeNode': '24',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.separateConnectedComponents': 'true',
      'elk.aspectRatio': setting.shape === 'wide' ? '2.2' : '0.7',
    },
    children: sized.map(({ node, width, height }) => ({ id: node.id, width, height })),
    edges: data.edges.map((edge, index) => ({
      id: `${index}`,
      sources: [edge.from],
      targets: [edge.to],
      labels: labels[index]
        ? [{ text: edge.label!, width: labels[index].width + 8, height: labels[index].height }]
        : [],
    })),
  };
  const result = await new Elk().layout(root);
  const nodes = sized.map(({ node }) => {
    const child = result.children!.find((one) => one.id === node.id)!;
    return { x: child.x!, y: child.y!, width: child.width!, height: child.height! };
  });
  const found = (index: number) => result.edges!.find((edge) => edge.id === `${index}`) as ElkExtendedEdge;
  const edges = data.edges.map((_, index) => {
    const section = found(index).sections?.[0];
    if (!section) return [];
    const level = section.bendPoints?.length
      ? undefined
      : levelLine(data, data.edges[index]!, nodes, picture);
    return level ?? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  });
  const labelBoxes = data.edges.map((_, index) => {
    const label = found(index).labels?.[0];
    return label ? { x: label.x!, y: label.y!, width: label.width!, height: label.height! } : undefined;
  });
  const ends = edges.flat().map((point) => ({ ...point, width: 1, height: 1 }));
  const bounds = union([...nodes, ...ends, ...labelBoxes.filter((box): box is Box => box !== undefined)]);
  return { picture, sized, nodes, edges, labels, labelBoxes, bounds };
}

/** Between two pictures at about the same height the line runs from one to the other, not from label to label. */
function levelLine(
  data: DiagramData,
  edge: DiagramData['edges'][number],
  nodes: Box[],
  picture: number,
): Point[] | undefined {
  const centre = (id: string): Point => {
    const box = nodes[data.nodes.findIndex((node) => node.id === id)]!;
    return { x: box.x + box.width / 2, y: box.y + picture / 2 };
  };
  const [from, to] = [centre(edge.from), centre(edge.to)];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (Math.abs(to.y - from.y) > picture * 0.25 || length < picture * 1.5) return undefined;
  const [x, y] = [((to.x - from.x) / length) * (picture / 2), ((to.y - from.y) / length) * (picture / 2)];
  return [
    { x: from.x + x, y: from.y + y },
    { x: to.x - x, y: to.y - y },
  ];
}

function drawn(data: DiagramData, laid: Laid, setting: Setting): Element[] {
  const { area, theme } = setting;
  const dx = area.x + (area.width - laid.bounds.width) / 2 - laid.bounds.x;
  const dy = area.y + (area.height - laid.bounds.height) / 2 - laid.bounds.y;
  const lines = laid.edges.map((points, index): (Element | undefined)[] => {
    if (points.length < 2) return [];
    const moved = trimmed(points.map((point) => ({ x: point.x + dx, y: point.y + dy })));
    const edge = data.edges[index]!;
    const part = edge.say === undefined ? undefined : `edges.${index}`;
    const box = laid.labelBoxes[index];
    const label = laid.labels[index];
    const line: PathElement = {
      kind: 'path',
      id: `edge.${index}`,
      ...(part ? { part } : {}),
      box: boundsOf(moved, 1),
      d: moved.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
      stroke: theme.colors.line,
      stroke_width: theme.stroke + 1,
      head: { end: true, size: 24 },
      ...(edge.dashed ? { dash: [2, 18] as [number, number] } : {}),
    };
    return [
      line,
      sparkOn(line, setting),
      label &&
        box &&
        setting.text(
          `edge.label.${index}`,
          label,
          { x: box.x + dx + box.width / 2, y: box.y + dy, align: 'centre', color: theme.colors.soft },
          { ...(part ? { part } : {}), on: [`edge.${index}`] },
        ),
    ];
  });
  const nodes = laid.sized.flatMap(({ node, label }, index) => {
    const box = laid.nodes[index]!;
    return nodeOf(
      node,
      index,
      label,
      { x: box.x + dx, y: box.y + dy, width: box.width, height: box.height },
      laid.picture,
      setting,
    );
  });
  return present([...lines.flat(), ...nodes]);
}

/** Lines stop short of what they join. */
function trimmed(points: Point[]): Point[] {
  const shorten = (end: Point, next: Point): Point => {
    const length = Math.hypot(next.x - end.x, next.y - end.y) || 1;
    const share = Math.min(0.4, CLEAR / length);
    return { x: end.x + (next.x - end.x) * share, y: end.y + (next.y - end.y) * share };
  };
  return [shorten(points[0]!, points[1]!), ...points.slice(1, -1), shorten(points.at(-1)!, points.at(-2)!)];
}

function nodeOf(
  node: Node,
  index: number,
  label: TextBlock,
  box: Box,
  picture: number,
  setting: Setting,
): (Element | undefined)[] {
  const { colors, fonts, stroke, shadow } = setting.theme;
  const part = `nodes.${index}`;
  const centre = { x: box.x + box.width / 2, y: box.y + picture / 2 };
  const round: Box = { x: centre.x - picture / 2, y: box.y, width: picture, height: picture };
  const group = `node.${index}`;
  const inRound = { part, group, on: [`round.${index}`] };
  const initial = () => {
    const letter = [...node.label.replace(/[^\p{L}\p{N}]/gu, '')][0]?.toUpperCase() ?? '•';
    const block = setting.fit(letter, { style: fonts.display, size: picture * 0.5, max_width: picture });
    return setting.text(
      `icon.${index}`,
      block,
      { x: centre.x, y: centre.y - block.height / 2, align: 'centre' },
      inRound,
    );
  };
  return [
    { kind: 'group', id: group, part, box: round },
    {
      kind: 'ellipse',
      id: `round.${index}`,
      part,
      group,
      box: round,
      fill: colors.surface,
      stroke: node.tone && node.tone !== 'neutral' ? setting.tone(node.tone) : colors.surface_edge,
      stroke_width: stroke,
      shadow,
    },
    setting.icon(`icon.${index}`, node.icon, centre, picture * 0.6, { ...inRound, color: colors.ink }) ??
      initial(),
    setting.text(
      `label.${index}`,
      label,
      { x: centre.x, y: box.y + picture + 12, align: 'centre' },
      { part },
    ),
  ];
}
