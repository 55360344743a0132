/** Cards as large as the frame allows, the lines between them, and a token for each transition, behind the cards. */

import { ChalktalkError } from '../../../errors.ts';
import { rounded, towards } from '../../layout/bends.ts';
import { around, boundsOf, inset } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Arranged, arrange, isClear, type Way } from './graph.ts';
import type { StatesData } from './schema.ts';
import { type Card, coverOf, PICTURES, type Sized, sizesOf } from './sizes.ts';

const ROOMS = [0.5, 0.75, 1, 1.4] as const;
/** What fits is drawn out as far as the frame allows, along its way first and then across. */
const DRAWN_OUT = [1.3, 1.8, 2.5, 3.4, 4.5];
/** Cards that cover more than this share of the area leave no room for the lines between them. */
const MOST = 0.45;
/** Lines stop this far from a card, px. */
const CLEAR = 16;
const TOKEN = 40;

export async function layoutStates(data: StatesData, setting: Setting): Promise<Element[]> {
  const { area } = setting;
  const inner = inset(area, TOKEN / 2, 0);
  const attempt = async (sized: Sized, way: Way): Promise<Arranged | undefined> => {
    const arranged = await arrange(data, sized, way);
    if (!arranged) return undefined;
    const { width, height } = arranged.bounds;
    return width <= inner.width && height <= inner.height && isClear(arranged) ? arranged : undefined;
  };
  const narrowest = ROOMS[0];
  const tightest = async (picture: number, ways: Pick<Way, 'direction' | 'wraps'>[]) => {
    const sized = sizesOf(data, picture, setting);
    if (!sized || coverOf(sized) > MOST * area.width * area.height) return undefined;
    for (const way of ways) {
      const arranged = await attempt(sized, { ...way, room: narrowest, reach: narrowest });
      if (arranged) return { sized, way, arranged };
    }
    return undefined;
  };
  // The largest that fits, by halving: what fits large fits small.
  const largest = async (ways: Pick<Way, 'direction' | 'wraps'>[]) => {
    let found: Awaited<ReturnType<typeof tightest>>;
    let [from, to] = [0, PICTURES.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const fits = await tightest(PICTURES[middle]!, ways);
      found = fits ?? found;
      if (fits) to = middle;
      else from = middle + 1;
    }
    return found;
  };
  const ways = waysIn(setting);
  // A row that is broken into several is harder to follow: only where nothing else fits.
  const found =
    (await largest(ways.filter((way) => !way.wraps))) ?? (await largest(ways.filter((way) => way.wraps)));
  if (found) {
    const { sized, way } = found;
    let best = found.arranged;
    let room: number = narrowest;
    for (const wider of ROOMS.slice(1)) {
      const airier = await attempt(sized, { ...way, room: wider, reach: wider });
      if (!airier) break;
      best = airier;
      room = wider;
    }
    let reach: number = room;
    for (const times of DRAWN_OUT) {
      const longer = await attempt(sized, { ...way, room, reach: room * times });
      if (!longer) break;
      best = longer;
      reach = room * times;
    }
    for (const times of DRAWN_OUT) {
      const broader = await attempt(sized, { ...way, room: room * times, reach });
      if (!broader) break;
      best = broader;
    }
    return drawn(data, sized, best, setting);
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The states do not fit on screen at a readable size; show fewer of them or shorten their words.',
  );
}

function waysIn(setting: Setting): Pick<Way, 'direction' | 'wraps'>[] {
  const straight = setting.shape === 'wide' ? (['RIGHT', 'DOWN'] as const) : (['DOWN', 'RIGHT'] as const);
  return [
    { direction: straight[0], wraps: false },
    { direction: straight[1], wraps: false },
    { direction: straight[0], wraps: true },
  ];
}

function drawn(data: StatesData, sized: Sized, arranged: Arranged, setting: Setting): Element[] {
  const { area } = setting;
  const dx = area.x + (area.width - arranged.bounds.width) / 2 - arranged.bounds.x;
  const dy = area.y + (area.height - arranged.bounds.height) / 2 - arranged.bounds.y;
  const moved = <T extends Point>(shape: T): T => ({ ...shape, x: shape.x + dx, y: shape.y + dy });
  const lines = arranged.lines.map((line) => line.map(moved));
  const words = arranged.words.map((box) => box && moved(box));
  const cards = arranged.cards.map(moved);
  return present([
    ...lines.flatMap((line, index) => lineOf(index, line, setting)),
    ...lines.flatMap((_, index) => wordsOf(index, sized.words[index], words[index], setting)),
    ...lines.map((line, index) => tokenOf(index, line, setting)),
    ...cards.flatMap((box, index) => cardOf(data, index, sized.cards[index]!, box, setting)),
  ]);
}

/** Where the transition goes, faintly; and upon it the line that draws itself as it is told. */
function lineOf(index: number, points: Point[], setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const box = boundsOf(points, 1);
  const ends = [
    towards(points[0]!, points[1]!, CLEAR),
    ...points.slice(1, -1),
    towards(points.at(-1)!, points.at(-2)!, CLEAR),
  ];
  const d = rounded(ends, 30);
  return [
    {
      kind: 'path',
      id: `ahead.${index}`,
      role: 'scenery',
      box,
      d,
      stroke: colors.surface_edge,
      stroke_width: stroke,
      dash: [1, 16],
    },
    {
      kind: 'path',
      id: `line.${index}`,
      part: `transitions.${index}`,
      box,
      d,
      stroke: colors.accent,
      stroke_width: stroke + 1,
      head: { end: true, size: 26 },
    },
  ];
}

function wordsOf(
  index: number,
  block: TextBlock | undefined,
  box: Box | undefined,
  setting: Setting,
): Element[] {
  if (!block || !box) return [];
  return [
    setting.text(
      `words.${index}`,
      block,
      { x: box.x + box.width / 2, y: box.y, align: 'centre' },
      { part: `transitions.${index}` },
    ),
  ];
}

/** Waits unseen where its transition begins. */
function tokenOf(index: number, line: Point[], setting: Setting): Element {
  const { colors, shadow } = setting.theme;
  return {
    kind: 'ellipse',
    id: `token.${index}`,
    part: `transitions.${index}`,
    box: around(line[0]!, TOKEN),
    fill: colors.accent,
    gloss: colors.accent_fill,
    shadow,
  };
}

function cardOf(
  data: StatesData,
  index: number,
  card: Card,
  box: Box,
  setting: Setting,
): (Element | undefined | false)[] {
  const { colors, stroke, shadow, corner } = setting.theme;
  const state = data.states[index]!;
  const part = `states.${index}`;
  const group = `state.${index}`;
  const middle = box.x + box.width / 2;
  const content = card.text.height + (card.picture ? card.picture + 10 : 0);
  const top = box.y + (box.height - content) / 2;
  const radius = Math.min(corner * 1.6, box.height / 2);
  const inside = { part, group, on: [`card.${index}`, `inner.${index}`] };
  return [
    {
      kind: 'rect',
      id: `hint.${index}`,
      role: 'scenery',
      box,
      radius,
      stroke: colors.surface_edge,
      stroke_width: 3,
      opacity: 0.7,
    },
    { kind: 'group', id: group, part, box },
    {
      kind: 'rect',
      id: `card.${index}`,
      part,
      group,
      box,
      radius,
      ...looksOf(data, index, setting).calm,
      stroke_width: stroke,
      shadow,
    },
    state.final && {
      kind: 'rect',
      id: `inner.${index}`,
      part,
      group,
      box: inset(box, stroke * 1.8),
      radius: Math.max(0, radius - stroke * 1.8),
      stroke: colors.surface_edge,
      stroke_width: 2,
    },
    {
      kind: 'ellipse',
      id: `seat.${index}`,
      part,
      group,
      box: around({ x: box.x + radius * 0.4, y: box.y + radius * 0.4 }, TOKEN),
      fill: colors.accent,
      gloss: colors.accent_fill,
    },
    ...(state.icon
      ? setting.illustration(
          `icon.${index}`,
          state.icon,
          { x: middle, y: top + card.picture / 2 },
          card.picture,
          inside,
        )
      : []),
    setting.text(
      `text.${index}`,
      card.text,
      { x: middle, y: top + content - card.text.height, align: 'centre' },
      inside,
    ),
  ];
}

/** Edge and fill of a card while the token is in it, and while it is not. */
export function looksOf(data: StatesData, index: number, setting: Setting) {
  const { colors } = setting.theme;
  const { tone } = data.states[index]!;
  return {
    lit: { stroke: colors.accent, fill: mix(colors.surface, colors.accent, 0.13) },
    calm: {
      stroke: tone && tone !== 'neutral' ? setting.tone(tone) : colors.surface_edge,
      fill: colors.surface,
    },
  };
}
