/** Draws what is written beside figures and said by them: labels, old and new, and speech bubbles. */
import { centreOf } from '../../layout/box.ts';
import type { Box, Element } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Answers } from './answers.ts';
import { outlineOf } from './bubbles.ts';
import type { Plan } from './plan.ts';
import { legibleBefore } from './scenery/tones.ts';
import type { StageData } from './schema.ts';
import type { Step } from './step.ts';

/** Each actor's name, and what becomes of it on the way. */
export function labelElements(
  data: StageData,
  plan: Plan,
  answers: Answers,
  setting: Setting,
  keys: Set<string>,
): Element[] {
  const elements: Element[] = [];
  const write = (
    id: string,
    name: string,
    place: { block: Parameters<Setting['text']>[1]; box: Box },
    options: { key?: string; from: number; part?: string },
  ) => {
    const actor = data.actors[name]!;
    const first = plan.cast.rows.get(name)![0]!;
    const dimmed = answers.dimmed.get(first)?.find((at) => at >= options.from);
    const part = options.part ?? answers.bodies.get(first);
    elements.push(
      setting.text(
        id,
        place.block,
        {
          x: centreOf(place.box).x,
          y: place.box.y,
          align: 'centre',
          color: inkOf(setting.tone(actor.tone), plan, setting),
        },
        {
          ...(part ? { part } : {}),
          ...(options.key ? { key: options.key } : {}),
          ...(dimmed === undefined ? {} : { dimmed_from: dimmed }),
        },
      ),
    );
  };
  for (const [name, place] of plan.labels) {
    const own = setting.key('label', data.actors[name]!.label);
    const key = own && !keys.has(own) ? own : undefined;
    if (key) keys.add(key);
    write(`label.${name}`, name, place, { ...(key ? { key } : {}), from: 0 });
  }
  for (const step of plan.steps) {
    for (const way of step.ways) {
      const { name } = plan.cast.figures.get(way.figure)!;
      if (way.label) write(`label.${name}.${step.index}`, name, way.label, { from: way.start });
    }
    for (const [id, place] of step.renamed)
      write(
        `label.${plan.cast.figures.get(id)!.name}.${step.index}`,
        plan.cast.figures.get(id)!.name,
        place,
        {
          from: step.at,
          part: step.part,
        },
      );
  }
  return elements;
}

/** Words in an outline that hangs together with its tail; it swells out of the speaker's mouth. */
export function bubbleElements(step: Step, setting: Setting): Element[] {
  const { bubble, part, index } = step;
  if (!bubble) return [];
  const { colors, stroke, corner, shadow } = setting.theme;
  const group = `bubble.${index}`;
  const { box, tip, block } = bubble;
  const middle = centreOf(box);
  // Its centre is the tip of the tail, for it is about their centre that groups swell.
  const reach = {
    x: Math.max(tip.x - box.x, box.x + box.width - tip.x),
    y: Math.max(tip.y - box.y, box.y + box.height - tip.y),
  };
  const whole = { x: tip.x - reach.x, y: tip.y - reach.y, width: 2 * reach.x, height: 2 * reach.y };
  return [
    { kind: 'group', id: group, part, box: whole },
    {
      kind: 'path',
      id: `bubble-outline.${index}`,
      part,
      group,
      box,
      d: outlineOf(bubble, corner + 6),
      fill: colors.surface,
      stroke: colors.accent,
      stroke_width: stroke,
      shadow,
    },
    setting.text(
      `bubble-words.${index}`,
      block,
      { x: middle.x, y: middle.y - block.height / 2, align: 'centre' },
      { part, group, on: [`bubble-outline.${index}`] },
    ),
  ];
}

/** Names stand before the scenery; what is dimmed may be half as legible. */
export function inkOf(
  color: string,
  { scenery }: Pick<Plan, 'scenery'>,
  { theme }: Setting,
  ratio?: number,
): string {
  return legibleBefore(color, scenery, theme, ratio);
}
