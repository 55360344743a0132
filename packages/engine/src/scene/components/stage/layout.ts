/** Draws the plan: lines behind, then bodies, then those who move, then labels and padlocks. */
import { centreOf } from '../../layout/box.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import { type Answers, answersOf } from './answers.ts';
import { type Dress, drawFigure } from './bodies.ts';
import { type Figure, INNER, isLineIcon, portraitIn } from './cast.ts';
import { drawFastened, drawGlows } from './fastened.ts';
import { bubbleElements, inkOf, labelElements } from './lettering.ts';
import { countersOf, paintOf } from './mixture.ts';
import type { Plan } from './plan.ts';
import { swell } from './room.ts';
import type { Route } from './route.ts';
import { drawScenery, hasFloor } from './scenery/index.ts';
import type { StageData } from './schema.ts';
import type { Step } from './step.ts';

export function drawStage(data: StageData, plan: Plan, setting: Setting): Element[] {
  const answers = answersOf(data, plan);
  const lines = [
    ...pathElements(data, plan, setting),
    ...plan.steps.flatMap((step) => stepLines(step, setting)),
  ];
  const moving = new Set(plan.steps.flatMap((step) => step.ways.map((way) => way.figure)));
  const riders = new Set(
    [...plan.cast.figures.values()].filter((one) => one.actor.on !== undefined).map((one) => one.id),
  );
  const order = [...plan.cast.figures.values()].sort((a, b) => height(a) - height(b));
  // Cards lie over pictures, and whoever moves passes over those who stand.
  function height(figure: Figure): number {
    return (
      (moving.has(figure.id) ? 2 : 0) + (riders.has(figure.id) ? 1 : 0) + ('text' in figure.body ? 4 : 0)
    );
  }
  const keys = new Set<string>();
  const bodies: Element[] = [];
  for (const figure of order) {
    const dress = dressOf(figure, plan, answers, setting, keys, moving.has(figure.id));
    // Every body hides the lines behind it; one that moves or rides also those it comes over.
    const below = moving.has(figure.id) || riders.has(figure.id) ? [...lines, ...bodies] : lines;
    dress.over = below.filter((one) => one.kind !== 'text').map((one) => one.id);
    const others = turned(figure, plan, answers, setting);
    dress.over.push(...others.map((one) => one.id));
    const own = drawFigure(figure, plan.homes.get(figure.id)!, dress, setting);
    bodies.push(
      ...shadeBelow(figure, plan, setting),
      ...drawGlows(figure, plan, setting),
      ...own,
      ...others,
      ...drawFastened(figure, [...own, ...others], plan, setting),
    );
  }
  const labels = labelElements(data, plan, answers, setting, keys);
  const texts = labels.map((one) => one.id);
  const rings = plan.steps.flatMap((step) => ripples(step, answers, setting, plan, texts));
  const speeches = plan.steps.flatMap((step) => bubbleElements(step, setting));
  const scenery = drawScenery(data.scenery, plan, setting);
  return [...scenery, ...lines, ...rings, ...bodies, ...labels, ...speeches];
}

/** On a floor, pictures that stand on their own throw a shade; balls have one anyway. */
function shadeBelow(figure: Figure, plan: Plan, setting: Setting): Element[] {
  const { id, actor, body } = figure;
  const isStanding = (actor.along ?? actor.on ?? actor.above) === undefined;
  if (!hasFloor(plan.scenery) || !isStanding || body.kind !== 'picture') return [];
  const box = portraitIn(figure, plan.homes.get(id)!);
  const [width, height] = [box.width * 0.78, box.width * 0.11];
  return [
    {
      kind: 'ellipse',
      id: `shade-below.${id}`,
      role: 'scenery',
      box: { x: box.x + (box.width - width) / 2, y: box.y + box.height * 0.97 - height / 2, width, height },
      fill: setting.theme.shadow.color,
    },
  ];
}

function dressOf(
  figure: Figure,
  plan: Plan,
  answers: Answers,
  setting: Setting,
  keys: Set<string>,
  isMoving: boolean,
): Dress {
  const { id, actor, name } = figure;
  const part = answers.bodies.get(id);
  const lit = answers.lights.get(id);
  const dimmed = answers.dimmed.get(id)?.[0];
  const isAlone = plan.cast.rows.get(name)!.length === 1;
  const own = setting.key(
    'actor',
    actor.label ?? actor.text ?? (figure.body.kind === 'picture' ? figure.body.icon : undefined),
  );
  const key = isAlone && own && !keys.has(own) ? own : undefined;
  if (key) keys.add(key);
  const isPassed =
    actor.along !== undefined &&
    plan.steps.some((step) => step.ways.some((way) => way.passes.some((one) => one.figure === id)));
  return {
    ...(part ? { part } : {}),
    ...(key ? { key } : {}),
    ...(lit ? { lit: { part: lit } } : isPassed ? { lit: {} } : {}),
    isTilted: isMoving || actor.on !== undefined,
    over: [],
    counters: countersOf(figure, plan),
    ...paintOf(name, plan),
    ...(dimmed === undefined ? {} : { dimmed_from: dimmed }),
  };
}

function pathElements(data: StageData, plan: Plan, setting: Setting): Element[] {
  const { colors } = setting.theme;
  return [...plan.paths].flatMap(([name, path]) => {
    const { style, say, label } = data.paths[name]!;
    const part = say ? { part: `paths.${name}` } : {};
    const isDotted = style === 'dotted';
    const line = lineElement(`path.${name}`, path, isDotted ? colors.line : colors.second, isDotted ? 7 : 6, {
      ...part,
      ...(isDotted ? { dash: [0, 17] as [number, number] } : {}),
    });
    const text =
      path.label && label
        ? setting.text(
            `path-label.${name}`,
            path.label.block,
            {
              x: centreOf(path.label.box).x,
              y: path.label.box.y,
              align: 'centre',
              color: inkOf(colors.soft, plan, setting),
            },
            part,
          )
        : undefined;
    return present([line, text]);
  });
}

function stepLines(step: Step, setting: Setting): Element[] {
  const { colors, stroke } = setting.theme;
  const { part, index } = step;
  if (step.act.verb === 'point') {
    return step.lines.map((route) =>
      lineElement(`pointer.${index}`, route, colors.accent, stroke + 5, {
        part,
        head: { end: true, size: 40 },
      }),
    );
  }
  if (step.act.verb === 'connect') {
    return step.lines.map((route) =>
      lineElement(`link.${index}`, route, colors.accent, stroke + 2, { part, head: { end: true, size: 24 } }),
    );
  }
  if (step.act.verb === 'mix') {
    return step.lines.map((route, at) =>
      lineElement(`flow.${index}.${at}`, route, colors.good, stroke + 2, { part }),
    );
  }
  if (!step.trail) return [];
  const fleeting = step.trailStays ? {} : { dash: [0, 17] as [number, number], role: 'scenery' as const };
  return [
    lineElement(`trail.${index}`, step.trail, colors.accent, step.trailStays ? stroke + 3 : 6, {
      part,
      ...fleeting,
    }),
  ];
}

function lineElement(
  id: string,
  route: Route,
  stroke: string,
  width: number,
  rest: Partial<PathElement>,
): PathElement {
  const xs = route.points.map((point) => point.x);
  const ys = route.points.map((point) => point.y);
  const box: Box = { x: Math.min(...xs), y: Math.min(...ys), width: 1, height: 1 };
  box.width = Math.max(1, Math.max(...xs) - box.x);
  box.height = Math.max(1, Math.max(...ys) - box.y);
  return { kind: 'path', id, box, d: route.d, stroke, stroke_width: width, ...rest };
}

/** What a figure turns into, in its place. */
function turned(figure: Figure, plan: Plan, answers: Answers, setting: Setting): Element[] {
  const home = plan.homes.get(figure.id)!;
  const isPicture = figure.body.kind === 'picture';
  const place = isPicture ? portraitIn(figure, home) : home;
  return plan.steps.flatMap((step) => {
    if (step.act.verb !== 'turn' || !step.figures.includes(figure.id) || answers.ripples.has(step.part))
      return [];
    const { colors } = setting.theme;
    const size = isPicture ? place.width : Math.min(home.width, home.height) * 0.66;
    const icon = setting.icon(`turned.${step.index}.${figure.id}`, step.act.icon, centreOf(place), size, {
      part: step.part,
      color: colors.accent,
      ...(figure.isBound ? { group: `figure.${figure.id}`, on: [`body.${figure.id}`] } : {}),
    });
    if (icon && isLineIcon(icon.icon) && figure.body.kind === 'round') {
      return [{ ...icon, box: inner(home) }];
    }
    return present([icon]);
  });
}

function inner(box: Box): Box {
  const size = box.width * INNER;
  const centre = centreOf(box);
  return { x: centre.x - size / 2, y: centre.y - size / 2, width: size, height: size };
}

/**
 * A ring that spreads from a body whose own movement belongs to another cue, or that is only pointed at.
 * It ends before the body's label begins.
 */
function ripples(step: Step, answers: Answers, setting: Setting, plan: Plan, texts: string[]): Element[] {
  if (!answers.ripples.has(step.part)) return [];
  const { colors, stroke } = setting.theme;
  return step.figures.map((id): Element => {
    const isAngular = ['card', 'box', 'words'].includes(plan.cast.figures.get(id)!.body.kind);
    const ring = {
      id: `ripple.${step.index}.${id}`,
      part: step.part,
      role: 'scenery' as const,
      on: texts,
      box: swell(step.boxes.get(id)!, 12),
      stroke: step.act.verb === 'dim' ? colors.line : colors.accent,
      stroke_width: stroke,
    };
    return isAngular ? { kind: 'rect', radius: 26, ...ring } : { kind: 'ellipse', ...ring };
  });
}
