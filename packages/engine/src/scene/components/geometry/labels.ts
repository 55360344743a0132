/** Words and pictures of a construction, each where nothing else is: beside its point, its line, within its angle. */

import { centresAround, centreTowards, Room } from '../../layout/room.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { between, degreesOf, distance, type Figure, polar } from './construct.ts';
import type { GeometryData, GeometryStep } from './schema.ts';
import type { Sheet } from './sheet.ts';
import { arc, radiusOfAngle, type Stroke, strokeOf, sweepOf, ticksOf } from './strokes.ts';

export const DOT = 26;

export interface Counter {
  to: number;
  decimals: number;
  prefix: string;
  suffix: string;
}

export interface Words {
  text: string;
  counter?: Counter;
}

export interface Labels {
  /** By step; absent where a step has none. */
  texts: Map<number, { block: TextBlock; box: Box }>;
  /** Centres of pictures: at points, at an arm's target. */
  pictures: Map<number, Point>;
}

/** The picture at a point. */
export function iconOf(step: GeometryStep): string | undefined {
  return 'icon' in step ? step.icon : undefined;
}

/** What stands beside a figure, if anything. */
export function wordsOf(step: GeometryStep, figure: Figure, data: GeometryData): Words | undefined {
  const counted = (value: number, suffix: string): Words => {
    const decimals = Math.abs(value - Math.round(value)) < 1e-6 ? 0 : 1;
    const prefix = step.label === undefined ? '' : `${step.label} = `;
    return {
      text: `${prefix}${value.toFixed(decimals)}${suffix}`,
      counter: { to: Number(value.toFixed(decimals)), decimals, prefix, suffix },
    };
  };
  if (figure.kind === 'point') {
    if ('hidden' in step && step.hidden) return undefined;
    return { text: step.label ?? (iconOf(step) ? '' : (step.id ?? '')) };
  }
  if (step.kind === 'angle' && step.measure && figure.kind === 'angle')
    return counted(degreesOf(figure.a, figure.vertex, figure.b), '°');
  if (step.kind === 'arm' && step.measure && figure.kind === 'arm')
    return counted(Math.abs(figure.to - figure.from), '°');
  if (step.kind === 'segment' && step.measure && figure.kind === 'segment')
    return counted(distance(figure.a, figure.b), data.unit ?? '');
  return step.label === undefined ? undefined : { text: step.label };
}

/** Radius in px of the arc an arm swings along: just outside the circle it turns in, else halfway out. */
export function swingRadius(
  arm: Extract<Figure, { kind: 'arm' }>,
  figures: readonly Figure[],
  sheet: Sheet,
): number {
  const around = figures.flatMap((other) =>
    other.kind === 'circle' && distance(other.centre, arm.pivot) < 1e-6 && other.radius < arm.length * 0.95
      ? [other.radius * sheet.scale]
      : [],
  );
  return around.length > 0 ? Math.max(...around) : arm.length * sheet.scale * 0.55;
}

/** Each label at the first of its wished places that is free within the bounds; undefined when one has none. */
export function placeLabels(
  data: GeometryData,
  figures: readonly Figure[],
  sheet: Sheet,
  setting: Setting,
  picture: number,
  bounds: Box,
): Labels | undefined {
  const room = new Room(bounds);
  const stroke = setting.theme.stroke + 6;
  const labels: Labels = { texts: new Map(), pictures: new Map() };
  data.steps.forEach((step, index) => {
    const figure = figures[index]!;
    const line = strokeOf(figure, figures, sheet, step.kind === 'angle' && step.right);
    if (line) room.blockLine(line.points, stroke + 2);
    if (step.kind === 'segment' && step.ticks > 0 && figure.kind === 'segment')
      room.block(ticksOf(sheet.place(figure.a), sheet.place(figure.b), step.ticks).box);
    if (figure.kind === 'point' && !('hidden' in step && step.hidden)) {
      const at = sheet.place(figure.at);
      const size = iconOf(step) ? picture : DOT;
      if (iconOf(step)) labels.pictures.set(index, at);
      room.block({ x: at.x - size / 2, y: at.y - size / 2, width: size, height: size });
    }
    if (step.kind === 'arm' && figure.kind === 'arm') blockArm(step, figure, index);
  });

  function blockArm(
    step: Extract<GeometryStep, { kind: 'arm' }>,
    figure: Extract<Figure, { kind: 'arm' }>,
    index: number,
  ): void {
    const swing = arc(
      sheet.place(figure.pivot),
      swingRadius(figure, figures, sheet),
      figure.from,
      figure.to - figure.from,
    );
    room.blockLine(swing.points, stroke + 4);
    // It waits where it will swing from: a label must not lie there either.
    const start = strokeOf({ ...figure, to: figure.from }, figures, sheet)!;
    room.blockLine(start.points, stroke + 2);
    const square = (at: Point) =>
      room.block({ x: at.x - picture / 2, y: at.y - picture / 2, width: picture, height: picture });
    if (step.rider) square(sheet.place(figure.pivot));
    if (step.target) {
      const beyond = figure.length + (picture * 0.62) / sheet.scale;
      const at = sheet.place(polar(figure.pivot, beyond, figure.to));
      labels.pictures.set(index, at);
      square(at);
    }
  }

  const middle = centreOfAll(figures, sheet);
  const order = ['arm', 'point', 'angle', 'segment', 'circle', 'line', 'polygon'];
  const waiting = data.steps
    .map((step, index) => ({ step, index, figure: figures[index]! }))
    .sort((a, b) => order.indexOf(a.figure.kind) - order.indexOf(b.figure.kind));
  for (const { step, index, figure } of waiting) {
    const words = wordsOf(step, figure, data);
    if (!words?.text) continue;
    const gap = labels.pictures.has(index) && figure.kind === 'point' ? picture / 2 : DOT / 2;
    const line = strokeOf(figure, figures, sheet, step.kind === 'angle' && step.right);
    const place = (block: TextBlock, near: boolean): boolean => {
      const size = { width: block.width, height: block.height * 0.86 };
      const box = room.take(size, wishes(figure, sheet, size, middle, gap + 8, line, figures, near), 5);
      if (box) labels.texts.set(index, { block, box });
      return box !== undefined;
    };
    // Large and near, else smaller and near, else large and farther off.
    const blocks = blocksOf(words, step, setting);
    if (!blocks.some((block) => place(block, true)) && !place(blocks[0]!, false)) return undefined;
  }
  return labels;
}

/** The words in the sizes they may have, the largest first. */
function blocksOf(words: Words, step: GeometryStep, setting: Setting): TextBlock[] {
  const counted = words.counter !== undefined;
  const { type, theme } = setting;
  const sizes =
    step.kind === 'arm' && counted
      ? [type.figure + 12, type.figure - 6, type.label + 6, type.label - 4]
      : [type.label + 6, type.label - 4];
  return sizes.map((size) =>
    setting.fit(words.text, {
      style: counted || step.kind === 'arm' ? theme.fonts.display : theme.fonts.strong,
      size,
      max_width: setting.area.width * 0.45,
      max_lines: counted ? 1 : 2,
    }),
  );
}

function centreOfAll(figures: readonly Figure[], sheet: Sheet): Point {
  const points = figures.flatMap((figure) =>
    figure.kind === 'point' ? [figure.at] : figure.kind === 'polygon' ? figure.corners : [],
  );
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return sheet.place({ x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) });
}

/** Centres where the label of a figure would stand well, the best first. */
function wishes(
  figure: Figure,
  sheet: Sheet,
  size: { width: number; height: number },
  middle: Point,
  gap: number,
  line: Stroke | undefined,
  figures: readonly Figure[],
  near: boolean,
): Point[] {
  const offs = (all: number[], nearest: number) => (near ? all.slice(0, nearest) : all);
  const away = (at: Point) =>
    Math.hypot(at.x - middle.x, at.y - middle.y) < 2
      ? Math.PI / 4
      : Math.atan2(at.y - middle.y, at.x - middle.x);
  switch (figure.kind) {
    case 'point': {
      const at = sheet.place(figure.at);
      return offs([gap, gap + 26, gap + 60, gap + 110], 2).flatMap((off) =>
        centresAround(at, size, off, away(at)),
      );
    }
    case 'angle': {
      const { from, by } = sweepOf(figure);
      const vertex = sheet.place(figure.vertex);
      const radius = radiusOfAngle(figure, sheet);
      const within = offs([8, 30, 60, 100, 150], 4).flatMap((off) =>
        [0.5, 0.4, 0.6, 0.3, 0.7].map((share) =>
          centreTowards(vertex, size, radius + off, (-(from + by * share) * Math.PI) / 180),
        ),
      );
      const outside = offs([gap + 6, gap + 40, gap + 90, gap + 150], 2).flatMap((off) =>
        centresAround(vertex, size, off, away(vertex)),
      );
      return [...within, ...outside];
    }
    case 'arm': {
      const pivot = sheet.place(figure.pivot);
      const radius = swingRadius(figure, figures, sheet);
      return offs([16, 40, -size.height - 40, 80, 120, 180, 240], 3).flatMap((off) =>
        [0.5, 0.42, 0.58, 0.34, 0.66, 0.2, 0.8].map((share) =>
          centreTowards(
            pivot,
            size,
            radius + off,
            (-(figure.from + (figure.to - figure.from) * share) * Math.PI) / 180,
          ),
        ),
      );
    }
    case 'segment':
    case 'line': {
      const [a, b] = [line!.points[0]!, line!.points[1]!];
      const normal = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 2;
      return offs([0, 22, 50, 100], 2).flatMap((off) =>
        [0.5, 0.4, 0.6, 0.28, 0.72, 0.15, 0.85].flatMap((share) => {
          const at = between(a, b, share);
          const outward = Math.cos(normal - away(at)) >= 0 ? normal : normal + Math.PI;
          return [outward, outward + Math.PI].map((way) => centreTowards(at, size, 12 + off, way));
        }),
      );
    }
    case 'circle': {
      const centre = sheet.place(figure.centre);
      const radius = figure.radius * sheet.scale;
      const turns = [45, 135, 315, 225, 20, 160, 340, 200, 70, 110, 250, 290, 0, 180, 90, 270];
      return offs([14, 40, -14], 2).flatMap((off) =>
        turns.map((degrees) => {
          const way = (-degrees * Math.PI) / 180;
          if (off > 0) return centreTowards(centre, size, radius + off, way);
          const rim = { x: centre.x + Math.cos(way) * radius, y: centre.y + Math.sin(way) * radius };
          return centreTowards(rim, size, -off, way + Math.PI);
        }),
      );
    }
    case 'polygon': {
      const corners = figure.corners.map(sheet.place);
      const at = corners.reduce(
        (all, { x, y }) => ({ x: all.x + x / corners.length, y: all.y + y / corners.length }),
        { x: 0, y: 0 },
      );
      return [at, ...[10, 40, 80, 130, 200].flatMap((off) => centresAround(at, size, off, Math.PI / 2))];
    }
  }
}
