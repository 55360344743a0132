/** Draws a figure at rest: a picture, a line icon in a round, a ball, a card, a box, or only words. */
import { centreOf } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, TextElement } from '../../scene.ts';
import { contrast, mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Figure, HALO, INNER, portraitIn, tagIn } from './cast.ts';
import { swell } from './room.ts';
import type { StageActor } from './schema.ts';

/** Where colour is the meaning: paint, not theme. */
export const PAINT: Record<NonNullable<StageActor['colour']>, string> = {
  yellow: '#f7d347',
  red: '#e8505b',
  blue: '#3f8efc',
  green: '#7eb26d',
  orange: '#f18d50',
  purple: '#9a6fe0',
  white: '#f6f4fc',
  grey: '#9598ac',
};

/** What a figure's body is drawn with, beyond the box it has. */
export interface Dress {
  /** The data part its entrance answers. */
  part?: string;
  key?: string;
  /** When it is ever lit: the part that first does it, if one does. */
  lit?: { part?: string };
  isTilted: boolean;
  /** Ids its words may lie upon: a card passes over bodies and lines. */
  over: string[];
  /** What it is painted with when it is a mixture. */
  paint?: string;
  /** For words that count, by cue. */
  counters: Map<number, Pick<TextElement, 'counter'>>;
  dimmed_from?: number;
}

/**
 * Elements of one figure, back to front. `figure.ID` is the picture itself or the group that holds the rest;
 * `lit.ID` shows the accent while it is lit.
 */
export function drawFigure(figure: Figure, box: Box, dress: Dress, setting: Setting): Element[] {
  const { id, body } = figure;
  const top = `figure.${id}`;
  const part = dress.part ? { part: dress.part } : {};
  const key = dress.key ? { key: dress.key } : {};
  if (!figure.isBound) {
    const icon =
      'icon' in body
        ? setting.icon(top, body.icon, centreOf(box), box.width, { ...part, ...key })
        : undefined;
    return present([dress.lit && halo(id, box, dress.lit, setting), icon]);
  }
  const within = { ...part, group: top };
  const tilt = body.kind === 'card' && dress.isTilted ? { rotation: -4 } : {};
  const members =
    body.kind === 'picture'
      ? drawPicture(figure, box, dress, setting, within)
      : body.kind === 'round'
        ? drawRound(figure, box, dress, setting, within)
        : body.kind === 'words'
          ? words(figure, body.text, box, setting.theme.colors.ink, dress, setting, within, [])
          : drawShape(figure, box, dress, setting, within);
  const behind =
    body.kind === 'picture' && dress.lit ? [halo(id, portraitIn(figure, box), dress.lit, setting)] : [];
  return [...behind, { kind: 'group', id: top, box, ...part, ...key, ...tilt }, ...members];
}

/** A picture that carries something: a tag, a padlock, a cross. */
function drawPicture(figure: Figure, box: Box, dress: Dress, setting: Setting, within: Within): Element[] {
  const { id, body } = figure;
  if (body.kind !== 'picture') return [];
  const portrait = portraitIn(figure, box);
  return present([
    setting.icon(`icon.${id}`, body.icon, centreOf(portrait), portrait.width, within),
    ...drawTag(figure, box, dress, setting, within),
  ]);
}

/** The words at the foot of a picture, on a ground of their own. */
function drawTag(figure: Figure, box: Box, dress: Dress, setting: Setting, within: Within): Element[] {
  const { id, body } = figure;
  if (!('tag' in body) || !body.tag) return [];
  const { colors, stroke } = setting.theme;
  const place = tagIn(figure, box);
  return [
    {
      kind: 'rect',
      id: `tag.${id}`,
      ...within,
      box: place,
      radius: place.height / 2,
      fill: colors.surface,
      stroke: figure.actor.tone ? setting.tone(figure.actor.tone) : colors.line,
      stroke_width: stroke - 2,
    },
    ...words(figure, body.tag, place, colors.ink, dress, setting, within, [
      `tag.${id}`,
      `icon.${id}`,
      `body.${id}`,
    ]),
  ];
}

function halo(id: string, box: Box, lit: { part?: string }, setting: Setting): Element {
  const { colors, stroke } = setting.theme;
  return {
    kind: 'ellipse',
    id: `lit.${id}`,
    ...lit,
    box: swell(box, (box.width * (HALO - 1)) / 2),
    fill: mix(colors.surface, colors.accent, 0.16),
    stroke: colors.accent,
    stroke_width: stroke,
  };
}

type Within = { part?: string; group: string };

function drawRound(figure: Figure, box: Box, dress: Dress, setting: Setting, within: Within): Element[] {
  const { id, body, actor } = figure;
  if (body.kind !== 'round') return [];
  const { colors, shadow } = setting.theme;
  const edge = actor.tone ? setting.tone(actor.tone) : colors.line;
  const ink = actor.tone ? setting.tone(actor.tone) : colors.second;
  const inside = { ...within, on: [`body.${id}`] };
  const round = portraitIn(figure, box);
  const icon = (name: string, color: string, rest: { part?: string }) =>
    body.icon &&
    setting.icon(name, body.icon, centreOf(round), round.width * INNER, { ...inside, color, ...rest });
  return present([
    {
      kind: 'ellipse',
      id: `body.${id}`,
      ...within,
      box: round,
      fill: colors.surface,
      stroke: edge,
      stroke_width: Math.max(3, round.width * 0.026),
      shadow: { ...shadow, blur: shadow.blur * 0.7 },
    },
    icon(`icon.${id}`, ink, {}) || undefined,
    ...(body.initial ? words(figure, body.initial, box, ink, dress, setting, within, [`body.${id}`]) : []),
    dress.lit ? icon(`lit.${id}`, colors.accent, dress.lit) || undefined : undefined,
    ...drawTag(figure, box, dress, setting, within),
  ]);
}

function drawShape(figure: Figure, box: Box, dress: Dress, setting: Setting, within: Within): Element[] {
  const { id, body, actor } = figure;
  if (body.kind !== 'ball' && body.kind !== 'card' && body.kind !== 'box') return [];
  const { colors, shadow, corner } = setting.theme;
  const plain =
    body.kind === 'card' ? colors.accent_fill : body.kind === 'ball' ? colors.second : colors.surface;
  const fill = dress.paint ?? (actor.colour ? PAINT[actor.colour] : plain);
  const ink = readable(fill, setting);
  const on = [`body.${id}`];
  const edge = actor.tone && !actor.colour ? { stroke: setting.tone(actor.tone), stroke_width: 5 } : {};
  const radius = body.kind === 'card' ? Math.min(corner, 22) : corner;
  const shape: Element =
    body.kind === 'ball'
      ? { kind: 'ellipse', id: `body.${id}`, ...within, box, fill, gloss: mix(fill, '#ffffff', 0.4), ...edge }
      : {
          kind: 'rect',
          id: `body.${id}`,
          ...within,
          box,
          radius,
          fill,
          shadow,
          ...(body.kind === 'box' ? { stroke: colors.surface_edge, stroke_width: 4 } : {}),
          ...edge,
        };
  const ring = swell(box, body.kind === 'ball' ? 12 : 9);
  const lit =
    dress.lit &&
    ({
      ...(body.kind === 'ball' ? { kind: 'ellipse' } : { kind: 'rect', radius: radius + 9 }),
      id: `lit.${id}`,
      ...dress.lit,
      group: within.group,
      box: ring,
      stroke: colors.accent,
      stroke_width: 6,
    } as Element);
  const iconSize = Math.min(box.width, box.height) * (body.kind === 'ball' ? 0.5 : 0.62);
  return present([
    body.kind === 'ball' && ground(id, box, setting, within),
    shape,
    body.icon
      ? setting.icon(`icon.${id}`, body.icon, centreOf(box), iconSize, { ...within, on, color: ink })
      : undefined,
    ...(body.text ? words(figure, body.text, box, ink, dress, setting, within, on) : []),
    lit,
  ]);
}

/** The shade a ball throws on the ground below it. */
function ground(id: string, box: Box, setting: Setting, within: Within): Element {
  const width = box.width * 0.8;
  const height = box.width * 0.15;
  return {
    kind: 'ellipse',
    id: `shade.${id}`,
    ...within,
    role: 'scenery',
    box: { x: box.x + (box.width - width) / 2, y: box.y + box.height - height * 0.45, width, height },
    fill: setting.theme.shadow.color,
  };
}

/** A figure's words, and all that they become: each takes the other's place. */
function words(
  figure: Figure,
  first: TextBlock,
  box: Box,
  color: string,
  dress: Dress,
  setting: Setting,
  within: Within,
  on: string[],
): TextElement[] {
  const { id, rewritten } = figure;
  const centre = centreOf(box);
  const ids = [`words.${id}`, ...[...rewritten.keys()].map((cue) => `words.${id}.${cue}`)];
  const fastened = [`lit.${id}`, ...dress.over];
  return [first, ...rewritten.values()].map((block, index) => {
    const cue = index === 0 ? undefined : [...rewritten.keys()][index - 1]!;
    return setting.text(
      ids[index]!,
      block,
      { x: centre.x, y: centre.y - block.height / 2, align: 'centre', color },
      {
        ...within,
        ...(cue === undefined ? {} : { part: `cues.${cue}` }),
        ...(cue === undefined ? {} : (dress.counters.get(cue) ?? {})),
        on: [...on, ...fastened, ...ids.filter((other) => other !== ids[index])],
        ...(dress.dimmed_from === undefined ? {} : { dimmed_from: dress.dimmed_from }),
      },
    );
  });
}

/** Ink for words upon a painted body. */
function readable(fill: string, setting: Setting): string {
  const { colors } = setting.theme;
  if (fill === colors.accent_fill) return colors.on_accent;
  if (fill === colors.surface) return colors.ink;
  return contrast(fill, '#ffffff') > contrast(fill, '#1b1430') ? '#ffffff' : '#1b1430';
}
