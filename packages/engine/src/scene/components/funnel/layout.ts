/** The bodies stand on the left, each with a picture upon it; a line leads from each to its words on the right. */

import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { counterOf, decimalsOf, figureText } from '../figures.ts';
import { present, type Setting } from '../setting.ts';
import { type Body, bodiesOf } from './bodies.ts';
import type { FunnelData } from './schema.ts';

type Level = FunnelData['levels'][number];

/** Shares of the area's width. */
const BODY = { wide: 0.52, tall: 0.54 } as const;
const ASIDE = { wide: 0.06, tall: 0.05 } as const;

/** The smallest picture (px) that still says something upon a body. */
const SMALL = 76;

interface Words {
  figure: TextBlock | undefined;
  text: TextBlock;
  detail: TextBlock | undefined;
}

export function layoutFunnel(data: FunnelData, setting: Setting): Element[] {
  const { area, shape } = setting;
  const width = area.width * BODY[shape];
  // Beyond some height a few levels would be towers.
  const height = Math.min(area.height, data.levels.length * 270);
  const bodies = bodiesOf(data, { ...area, width, y: area.y + (area.height - height) / 2, height });
  const x = area.x + width + area.width * ASIDE[shape];
  const pitch = bodies[1]!.edge.y - bodies[0]!.edge.y;
  const room = { width: area.x + area.width - x, height: pitch - 12 };
  const words = wordsOf(data, room, setting);
  const levels = data.levels.map((_, index) =>
    levelOf(data, index, bodies[index]!, words[index]!, x, setting),
  );
  // Lower ones first: what lies on top covers them.
  return present([
    ...bodies.flatMap((body, index) => hintOf(body, index, setting)),
    ...levels.reverse().flat(),
  ]);
}

/** All in the largest of a few sizes at which every level's words fit beside it. */
function wordsOf(data: FunnelData, room: { width: number; height: number }, setting: Setting): Words[] {
  const { type, theme } = setting;
  const values = data.levels.flatMap((level) => (level.value === undefined ? [] : [level.value]));
  const decimals = decimalsOf(data, values);
  const attempt = (size: number): Words[] => {
    const texts = setting.fitAlike(
      data.levels.map((level) => level.text),
      { style: theme.fonts.strong, size, max_width: room.width, max_lines: 3, max_height: room.height },
    );
    const figures = values.length
      ? setting.fitAlike(
          values.map((value) => figureText(data, value, decimals)),
          { style: theme.fonts.display, size: size * 1.45, max_width: room.width, max_lines: 1 },
        )
      : [];
    return data.levels.map((level, index) => {
      const text = texts[index]!;
      const figure = level.value === undefined ? undefined : figures.shift();
      const left = room.height - text.height - (figure?.height ?? 0) - 4;
      if (left < 0)
        throw new ChalktalkError('does_not_fit', 'A level has more words than fit beside it; shorten them.');
      const detail =
        level.detail === undefined
          ? undefined
          : setting.fit(level.detail, {
              size: Math.min(size - 2, type.label),
              max_width: room.width,
              max_lines: 3,
              max_height: left,
            });
      return { figure, text, detail };
    });
  };
  for (const size of [type.label + 18, type.label + 12, type.label + 6, type.label]) {
    try {
      return attempt(size);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return attempt(type.least);
}

function levelOf(
  data: FunnelData,
  index: number,
  body: Body,
  { figure, text, detail }: Words,
  x: number,
  setting: Setting,
): Element[] {
  const { colors } = setting.theme;
  const level = data.levels[index]!;
  const part = `levels.${index}`;
  const group = `level.${index}`;
  const shades = shadesOf(level, setting);
  const { edge } = body;
  // A level that settles in passes before its neighbours' pictures.
  const faces = data.levels.flatMap((_, at) => ['top', 'body', 'flank'].map((name) => `${name}.${at}`));
  // Where a body is too small to carry its picture, the picture takes the place of the line to its words.
  const beside = level.icon !== undefined && body.room < SMALL && x - edge.x > 2 * SMALL;
  let y = edge.y - ((figure?.height ?? 0) + text.height + (detail?.height ?? 0)) / 2;
  const below = (block: TextBlock | undefined): number => {
    const at = y;
    y += block?.height ?? 0;
    return at;
  };
  const value = level.value ?? 0;
  const decimals = decimalsOf(
    data,
    data.levels.flatMap((one) => (one.value === undefined ? [] : [one.value])),
  );
  return present([
    { kind: 'group', id: group, part, box: body.box },
    ...body.faces.map(
      (face): Element => ({
        kind: 'path',
        id: `${face.name}.${index}`,
        part,
        group,
        box: face.box,
        d: face.d,
        fill: shades[face.name],
      }),
    ),
    ...(level.icon
      ? setting.illustration(
          `icon.${index}`,
          level.icon,
          beside ? { x: (edge.x + x) / 2, y: edge.y } : body.seat,
          Math.min(beside ? x - edge.x - 60 : body.room, 150),
          { part, group, on: faces },
        )
      : []),
    !beside && {
      kind: 'path',
      id: `leader.${index}`,
      part,
      box: { x: edge.x + 14, y: edge.y, width: x - 24 - edge.x - 14, height: 1 },
      d: `M${edge.x + 14} ${edge.y}L${x - 24} ${edge.y}`,
      stroke: colors.line,
      stroke_width: 4,
      dash: [1, 12],
    },
    figure &&
      setting.text(
        `figure.${index}`,
        figure,
        {
          x,
          y: below(figure),
          color: setting.tone(level.tone === 'neutral' ? 'now' : (level.tone ?? 'now')),
        },
        { part, counter: counterOf(data, value, decimals) },
      ),
    setting.text(`text.${index}`, text, { x, y: below(text) }, { part }),
    detail && setting.text(`detail.${index}`, detail, { x, y: below(detail), color: colors.soft }, { part }),
  ]);
}

/** The faces' colours at rest, light from above and the left. */
export function shadesOf(level: Level, setting: Setting): Record<'top' | 'body' | 'flank', string> {
  const { colors } = setting.theme;
  const hue = level.tone && level.tone !== 'neutral' ? setting.tone(level.tone) : colors.second;
  return {
    top: mix(colors.surface, hue, 0.85),
    body: mix(colors.surface, hue, 0.5),
    flank: mix(colors.surface, hue, 0.36),
  };
}

/** The outline of what is to come. */
function hintOf(body: Body, index: number, setting: Setting): Element[] {
  const box: Box = body.box;
  const outline = body.faces.find((face) => face.name === 'body')!;
  const flank = body.faces.find((face) => face.name === 'flank')!;
  return [outline, flank].map((face) => ({
    kind: 'path',
    id: `hint.${face.name}.${index}`,
    role: 'scenery',
    box: face.box ?? box,
    d: face.d,
    stroke: setting.theme.colors.surface_edge,
    stroke_width: 3,
    opacity: 0.6,
  }));
}
