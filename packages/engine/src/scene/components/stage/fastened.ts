/**
 * Draws what is fastened to figures or becomes of them, all within the figure's own group, so that it goes, grows and
 * turns with it: padlocks, crosses, a glow behind, and the halves of what breaks.
 */
import { around, centreOf } from '../../layout/box.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { attachedTo } from './attach.ts';
import { type Figure, GLOWING, portraitIn, wordsOn } from './cast.ts';
import type { Company } from './dock.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';

const RAYS = 14;

/** What lies behind a figure that shines: a soft disc, and rays around it. */
export function drawGlows(figure: Figure, plan: Plan, setting: Setting): Element[] {
  const { accent } = setting.theme.colors;
  const portrait = portraitIn(figure, plan.homes.get(figure.id)!);
  const middle = centreOf(portrait);
  const radius = Math.max(portrait.width, portrait.height) / 2;
  const rays = Array.from({ length: RAYS }, (_, index) => {
    const angle = (index / RAYS) * 2 * Math.PI;
    const point = (share: number) =>
      `${round(middle.x + Math.cos(angle) * radius * share)} ${round(middle.y + Math.sin(angle) * radius * share)}`;
    return `M${point(1 + GLOWING * 1.1)}L${point(1 + GLOWING * (index % 2 === 0 ? 2 : 1.6))}`;
  }).join('');
  return stepsAbout(figure, 'glow', plan).flatMap((step): Element[] => {
    const own = { part: step.part, group: `figure.${figure.id}`, role: 'scenery' as const };
    return [
      {
        kind: 'ellipse',
        id: `glow.${step.index}.${figure.id}`,
        ...own,
        box: around(middle, 2 * radius * (1 + GLOWING * 0.8)),
        fill: `${accent}22`,
      },
      {
        kind: 'path',
        id: `rays.${step.index}.${figure.id}`,
        ...own,
        box: around(middle, 2 * radius * (1 + GLOWING * 2)),
        d: rays,
        stroke: accent,
        stroke_width: Math.max(6, radius * 0.05),
      },
    ];
  });
}

/** What lies over a figure: its padlocks, its cross, its halves and the crack between them. */
export function drawFastened(figure: Figure, own: Element[], plan: Plan, setting: Setting): Element[] {
  const home = plan.homes.get(figure.id)!;
  const locked = plan.locked.get(figure.id);
  return [
    ...stepsAbout(figure, 'break', plan).flatMap((step) => {
      const turn = stepsAbout(figure, 'turn', plan).findLast((one) => one.turns && one.at < step.at);
      const picture = turn ? `turned.${turn.index}.${figure.id}` : `icon.${figure.id}`;
      return halves(figure, own, picture, step, home, setting);
    }),
    ...stepsAbout(figure, 'cross', plan).flatMap((step) =>
      wordsOn(figure.body)
        ? badge(figure, home, step, step.badges.get(figure.id)!, 'cross-mark', setting)
        : cross(figure, home, step, setting),
    ),
    ...(locked ? badge(figure, home, undefined, locked, 'locked', setting) : []),
    ...plan.steps.flatMap((step) => {
      const { verb } = step.act;
      const worn = step.badges.get(figure.id);
      if ((verb !== 'lock' && verb !== 'unlock') || !worn) return [];
      return badge(figure, home, step, worn, verb === 'lock' ? 'locked' : 'unlocked', setting);
    }),
  ];
}

function stepsAbout(figure: Figure, verb: string, plan: Plan): Step[] {
  return plan.steps.filter((step) => step.act.verb === verb && step.figures.includes(figure.id));
}

/** @param step which it answers; undefined for one worn from the start */
function badge(
  figure: Figure,
  home: Box,
  step: Step | undefined,
  worn: Company,
  picture: string,
  setting: Setting,
): Element[] {
  const { colors, stroke, shadow } = setting.theme;
  const box = attachedTo(figure, home, worn);
  const name = `${step?.index ?? 'start'}.${figure.id}`;
  const part = step ? { part: step.part } : {};
  const member = { ...part, group: `badge.${name}` };
  return present([
    { kind: 'group', id: `badge.${name}`, ...part, group: `figure.${figure.id}`, box },
    {
      kind: 'ellipse',
      id: `badge-round.${name}`,
      ...member,
      box,
      fill: colors.surface,
      stroke: picture === 'cross-mark' ? colors.danger : colors.accent,
      stroke_width: stroke - 1,
      shadow: { ...shadow, blur: shadow.blur * 0.5, dy: 6 },
    },
    setting.icon(`badge-icon.${name}`, `fluent-emoji-flat:${picture}`, centreOf(box), box.width * 0.58, {
      ...member,
      on: [`badge-round.${name}`],
    }),
  ]);
}

/** Two strokes, a little within the picture. */
function cross(figure: Figure, home: Box, step: Step, setting: Setting): Element[] {
  const { x, y, width, height } = portraitIn(figure, home);
  const [dx, dy] = [width * 0.1, height * 0.1];
  const stroke = (name: string, d: string): PathElement => ({
    kind: 'path',
    id: `cross.${step.index}.${figure.id}.${name}`,
    part: step.part,
    group: `figure.${figure.id}`,
    box: { x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy },
    d,
    stroke: setting.theme.colors.danger,
    stroke_width: Math.max(10, Math.min(width, height) * 0.085),
  });
  return [
    stroke('down', `M${x + dx} ${y + dy}L${x + width - dx} ${y + height - dy}`),
    stroke('up', `M${x + dx} ${y + height - dy}L${x + width - dx} ${y + dy}`),
  ];
}

/** How far from the middle the crack runs, by share of the height. */
const CRACK = [0.04, -0.07, 0.06, -0.08, 0.07, -0.05, 0.02];

/** Copies of all that is drawn of a figure but its words, cut along a crack, and the crack itself. */
function halves(
  figure: Figure,
  own: Element[],
  picture: string,
  step: Step,
  home: Box,
  setting: Setting,
): Element[] {
  const box = figure.body.kind === 'words' ? home : portraitIn(figure, home);
  const middle = box.x + box.width / 2;
  const points = CRACK.map((share, index) => ({
    x: middle + share * box.width,
    y: box.y - 6 + ((box.height + 12) * index) / (CRACK.length - 1),
  }));
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const name = `${step.index}.${figure.id}`;
  const members = own.filter(
    (one) => one.id === picture || (one.id === `body.${figure.id}` && figure.body.kind !== 'words'),
  );
  const sides = (['left', 'right'] as const).flatMap((side): Element[] => {
    const edge = round(side === 'left' ? box.x - 60 : box.x + box.width + 60);
    const clip = `${line}L${edge} ${round(points.at(-1)!.y + 60)}L${edge} ${round(points[0]!.y - 60)}Z`;
    const group = `half.${name}.${side}`;
    return [
      { kind: 'group', id: group, part: step.part, group: `figure.${figure.id}`, box },
      ...members.map((one): Element => {
        const copy: Element = {
          ...one,
          id: `${one.id}.${step.index}.${side}`,
          part: step.part,
          group,
          clip,
        };
        // Within the cut a shadow would show the other half's.
        delete copy.shadow;
        delete copy.on;
        return copy;
      }),
    ];
  });
  return [
    ...sides,
    {
      kind: 'path',
      id: `crack.${name}`,
      part: step.part,
      group: `figure.${figure.id}`,
      ...(wordsOn(figure.body) ? { on: [`words.${figure.id}`] } : {}),
      box: { x: middle - box.width * 0.1, y: box.y, width: box.width * 0.2, height: box.height },
      d: line,
      stroke: setting.theme.colors.danger,
      stroke_width: setting.theme.stroke + 2,
    },
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
