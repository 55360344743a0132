/** Cells as cards on their places, with indices, pointers, brackets and arcs around them and a typed line below. */
import { ChalktalkError } from '../../../errors.ts';
import { around } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Grid, layGrid } from './grid.ts';
import type { ArrayData } from './schema.ts';
import { drawArcs, drawStands } from './signs.ts';
import { type Card, type Story, tell } from './story.ts';

export interface Plan {
  story: Story;
  grid: Grid;
  lines: (TextBlock | undefined)[];
  panel: Box | undefined;
}

const plans = new WeakMap<Setting, Plan>();

/**
 * Where everything stands; layout and motion of the same setting share it.
 * @throws ChalktalkError `does_not_fit` when neither a row nor a column of cells can be read
 */
export function planArray(data: ArrayData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (plan) return plan;
  const { area, shape } = setting;
  const story = tell(data);
  const wide = shape === 'wide';
  const lines = data.ops.map(
    (op) =>
      op.line &&
      setting.fit(op.line, {
        style: setting.theme.fonts.mono,
        size: setting.type.label + 10,
        max_width: area.width - 112,
        max_lines: wide ? 1 : 2,
      }),
  );
  const blocks = lines.filter((line): line is TextBlock => Boolean(line));
  const height = Math.max(0, ...blocks.map((block) => block.height)) + 44;
  const width = Math.max(...blocks.map((block) => block.width), area.width * 0.4) + 112;
  const panel: Box | undefined = blocks[0] && {
    x: area.x + (area.width - width) / 2,
    y: area.y + area.height - height,
    width,
    height,
  };
  const cells = { ...area, height: area.height - (panel ? height + (wide ? 36 : 52) : 0) };
  const grid = layGrid(data, story, cells, wide, setting) ?? layGrid(data, story, cells, !wide, setting);
  if (!grid) {
    throw new ChalktalkError(
      'does_not_fit',
      'The cells of this array do not fit on screen at a readable size; show fewer or shorter values.',
    );
  }
  plan = { story, grid, lines: lines.map((line) => line || undefined), panel };
  plans.set(setting, plan);
  return plan;
}

/** How a cell looks at rest, as what is now, ruled out, and settled. */
export function looksOf({ theme }: Setting) {
  const { colors, background } = theme;
  const ground = background.gradient.stops[0]!.color;
  return {
    rest: { fill: colors.surface, stroke: mix(colors.line, colors.ink, 0.5), color: colors.ink },
    now: { fill: colors.accent_fill, stroke: colors.accent, color: colors.on_accent },
    dropped: {
      fill: mix(ground, colors.surface, 0.5),
      stroke: mix(ground, colors.faint, 0.5),
      color: colors.faint,
    },
    marked: { fill: colors.surface, stroke: colors.good, color: colors.good },
  };
}

export function layoutArray(data: ArrayData, setting: Setting): Element[] {
  const plan = planArray(data, setting);
  const { story, grid } = plan;
  const { colors, stroke, corner } = setting.theme;
  const { width, height } = grid.cell;
  const radius = Math.min(corner, Math.min(width, height) * 0.22);
  return present([
    ...grid.indices.map(
      (_, place): Element => ({
        kind: 'rect',
        id: `slot.${place}`,
        role: 'scenery',
        box: around(grid.centre(place), width, height),
        radius,
        stroke: colors.surface_edge,
        stroke_width: stroke - 2,
        opacity: 0.6,
      }),
    ),
    ...chips(data, plan, setting),
    ...grid.indices.map((block, place) => {
      const at = grid.index(place);
      return setting.text(`index.${place}`, block, {
        x: at.x,
        y: at.y - block.height / 2,
        align: 'centre',
        color: colors.soft,
      });
    }),
    ...drawArcs(data, plan, setting),
    ...drawStands(data, plan, setting),
    ...[...story.cards.values()].flatMap((card) => cardOf(card, plan, radius, setting)),
    ...drawLines(data, plan, setting),
  ]);
}

/** The place a card first stands on. */
export function homeOf(card: Card, { start, steps }: Story): number {
  return card.born < 0 ? start.indexOf(card.id) : steps[card.born]!.after.indexOf(card.id);
}

function cardOf(card: Card, plan: Plan, radius: number, setting: Setting): Element[] {
  const { story, grid } = plan;
  const { id } = card;
  const look = looksOf(setting).rest;
  const centre = grid.centre(homeOf(card, story));
  const box = around(centre, grid.cell.width, grid.cell.height);
  const born = card.born < 0 ? undefined : `ops.${card.born}`;
  const about = story.steps.flatMap(({ op, about }, index) => (about.includes(id) ? [{ op, index }] : []));
  const drop = about.find(({ op }) => op.do === 'drop');
  const crosses = about.some(({ op }) => op.do === 'swap');
  const others = [...story.cards.keys()].filter((other) => other !== id);
  const around_ = [
    ...grid.indices.map((_, place) => `index.${place}`),
    ...grid.ladder.stands.map(({ kind, name }) => `${kind}.${name}`),
  ];
  return [
    {
      kind: 'group',
      id,
      box,
      ...(born ? { part: born } : {}),
      // Two cells that change places pass each other, and what lies between them.
      ...(crosses ? { on: [...others, ...around_] } : {}),
    },
    {
      kind: 'rect',
      id: `${id}.card`,
      group: id,
      ...(born ? { part: born } : {}),
      box,
      radius,
      fill: look.fill,
      stroke: look.stroke,
      stroke_width: setting.theme.stroke,
      shadow: { ...setting.theme.shadow, blur: 18, dy: 8 },
    },
    ...about
      .filter(({ op }) => ['lift', 'set', 'swap', 'insert', 'remove'].includes(op.do))
      .map(
        ({ index }): Element => ({
          kind: 'rect',
          id: `ring.${index}.${id}`,
          part: `ops.${index}`,
          group: id,
          role: 'scenery',
          box: around(centre, box.width + 20, box.height + 20),
          radius: radius + 10,
          stroke: setting.theme.colors.accent,
          stroke_width: setting.theme.stroke,
        }),
      ),
    ...card.values.flatMap(({ text, op }, index) => {
      if (!text) return [];
      const block = grid.values.get(id)![index]!;
      return [
        setting.text(
          `${id}.text.${index}`,
          block,
          { x: centre.x, y: centre.y - block.height / 2, align: 'centre', color: look.color },
          {
            group: id,
            // A value takes the place of the one before.
            on: [`${id}.card`, ...(index > 0 ? [`${id}.text.${index - 1}`] : [])],
            ...(op >= 0 ? { part: `ops.${op}` } : {}),
            ...(drop ? { dimmed_from: setting.cue(`ops.${drop.index}`) } : {}),
          },
        ),
      ];
    }),
  ];
}

/** Behind the index that a pointer comes to. */
function chips(data: ArrayData, { grid }: Plan, setting: Setting): Element[] {
  return data.ops.flatMap((op, index): Element[] => {
    if (op.do !== 'point') return [];
    const place = op.to - data.first;
    const block = grid.indices[place]!;
    return [
      {
        kind: 'rect',
        id: `chip.${index}`,
        part: `ops.${index}`,
        role: 'scenery',
        box: around(grid.index(place), block.width + 28, block.height + 6),
        radius: 999,
        stroke: setting.theme.colors.accent,
        stroke_width: 4,
      },
    ];
  });
}

function drawLines(data: ArrayData, { lines, panel }: Plan, setting: Setting): Element[] {
  if (!panel) return [];
  const { colors, corner, shadow, stroke } = setting.theme;
  return present([
    {
      kind: 'rect',
      id: 'panel',
      box: panel,
      radius: corner,
      fill: colors.surface,
      stroke: colors.surface_edge,
      stroke_width: stroke - 2,
      shadow: { ...shadow, blur: 18, dy: 8 },
    },
    ...data.ops.map((_, index) => {
      const line = lines[index];
      if (!line) return undefined;
      return setting.text(
        `line.${index}`,
        line,
        { x: panel.x + panel.width / 2, y: panel.y + (panel.height - line.height) / 2, align: 'centre' },
        { part: `ops.${index}`, on: ['panel'] },
      );
    }),
  ]);
}
