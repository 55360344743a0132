/** States as cards in layers, joined by lines with right angles and room for their words: arranged by elkjs. */
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs';
import { union } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { StatesData } from './schema.ts';

/** Sizes of what is to be arranged, px. */
export interface Pieces {
  cards: { width: number; height: number }[];
  words: (TextBlock | undefined)[];
}

export interface Way {
  direction: 'RIGHT' | 'DOWN';
  /** Long rows are broken into several. */
  wraps: boolean;
  /** Multiples of the usual distances: between cards side by side, and along the way from one to the next. */
  room: number;
  reach: number;
}

export interface Arranged {
  cards: Box[];
  /** Corners of each transition's line. */
  lines: Point[][];
  words: (Box | undefined)[];
  bounds: Box;
}

/** The least distance between a line and words, px. */
const APART = 4;

let elk: ELK | undefined;

/** Undefined where elkjs finds no line for each transition in this way. */
export async function arrange(data: StatesData, pieces: Pieces, way: Way): Promise<Arranged | undefined> {
  if (!elk) {
    // elkjs is large and only graphs need it; its CommonJS types do not show the class its module exports.
    const Elk = (await import('elkjs/lib/elk.bundled.js')).default as unknown as new () => ELK;
    elk = new Elk();
  }
  const px = (length: number, times = way.room) => `${Math.round(length * times)}`;
  const root: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': way.direction,
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': px(72),
      'elk.layered.spacing.nodeNodeBetweenLayers': px(way.direction === 'RIGHT' ? 96 : 76, way.reach),
      'elk.spacing.edgeLabel': '22',
      'elk.spacing.edgeEdge': px(40),
      'elk.spacing.edgeNode': px(48),
      'elk.layered.spacing.edgeNodeBetweenLayers': '48',
      'elk.layered.spacing.edgeEdgeBetweenLayers': px(36),
      'elk.spacing.nodeSelfLoop': px(44),
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      ...(way.wraps
        ? {
            'elk.layered.wrapping.strategy': 'MULTI_EDGE',
            'elk.aspectRatio': way.direction === 'RIGHT' ? '2' : '0.8',
          }
        : {}),
    },
    children: data.states.map((state, index) => ({ id: state.id, ...pieces.cards[index]! })),
    edges: data.transitions.map((transition, index) => {
      const words = pieces.words[index];
      return {
        id: `${index}`,
        sources: [transition.from],
        targets: [transition.to],
        labels: words ? [{ text: 'words', width: words.width + 8, height: words.height }] : [],
      };
    }),
  };
  const result = await elk.layout(root);
  const boxOf = (shape: { x?: number; y?: number; width?: number; height?: number }): Box => ({
    x: shape.x!,
    y: shape.y!,
    width: shape.width!,
    height: shape.height!,
  });
  const cards = data.states.map((state) => boxOf(result.children!.find((one) => one.id === state.id)!));
  const found = data.transitions.map(
    (_, index) => result.edges!.find((edge) => edge.id === `${index}`) as ElkExtendedEdge,
  );
  // Where it breaks rows, elkjs now and then leaves a line out.
  if (found.some((edge) => !edge?.sections?.[0])) return undefined;
  const lines = found.map((edge) => {
    const section = edge.sections![0]!;
    return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  });
  const words = found.map((edge) => (edge.labels?.[0] ? boxOf(edge.labels[0]) : undefined));
  const corners = lines.flat().map((point) => ({ ...point, width: 0, height: 0 }));
  const bounds = union([...cards, ...corners, ...words.filter((box): box is Box => box !== undefined)]);
  return { cards, lines, words, bounds };
}

/** Whether no line touches any words: elkjs keeps them apart, but not always where many lines join two cards. */
export function isClear({ lines, words }: Arranged): boolean {
  return words.every(
    (box) =>
      !box ||
      lines.every((line) =>
        line.slice(1).every((to, index) => {
          const stretch = union([line[index]!, to].map((point) => ({ ...point, width: 0, height: 0 })));
          return (
            stretch.x > box.x + box.width + APART ||
            stretch.x + stretch.width < box.x - APART ||
            stretch.y > box.y + box.height + APART ||
            stretch.y + stretch.height < box.y - APART
          );
        }),
      ),
  );
}
