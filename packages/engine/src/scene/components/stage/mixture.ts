/** What merging and counting make of a figure's looks: mixed paint, and words that count. */
import { clampChroma, formatHex, interpolate } from 'culori';
import type { TextElement } from '../../scene.ts';
import { PAINT } from './bodies.ts';
import type { Figure } from './cast.ts';
import { counterFrom } from './numbers.ts';
import type { Plan } from './plan.ts';
import { nameOf } from './verbs.ts';

/** A drawn body without a colour of its own that comes of others has the mean of theirs, in OKLCH. */
export function paintOf(name: string, plan: Plan): { paint?: string } {
  const own = figureNamed(name, plan);
  if (own.actor.colour || own.body.kind === 'picture' || own.body.kind === 'round') return {};
  for (const { act } of plan.steps) {
    if ((act.verb !== 'merge' && act.verb !== 'mix') || nameOf(act.into) !== name) continue;
    const sources = act.verb === 'mix' ? [act.actor, act.other] : [act.actor, ...act.others];
    const colours = sources.flatMap((ref) => figureNamed(nameOf(ref), plan).actor.colour ?? []);
    if (colours.length === 0) continue;
    return {
      paint: colours.reduce(
        (mixed, colour, index) => blend(mixed, PAINT[colour], 1 / (index + 1)),
        PAINT[colours[0]!],
      ),
    };
  }
  return {};
}

/** Paint is mixed by hue, so that yellow and blue make green and not the grey between them. */
function blend(a: string, b: string, share: number): string {
  return formatHex(clampChroma(interpolate([a, b], 'oklch')(share), 'oklch'));
}

/** The counters of a figure's words, by cue. */
export function countersOf(figure: Figure, plan: Plan): Map<number, Pick<TextElement, 'counter'>> {
  const counters = new Map<number, Pick<TextElement, 'counter'>>();
  let text = figure.actor.text ?? '';
  const steps = plan.steps
    .filter(({ act }) => nameOf(act.actor) === figure.name)
    .sort((a, b) => a.index - b.index);
  for (const { act, index } of steps) {
    if (act.verb === 'rewrite') text = act.words;
    if (act.verb !== 'count') continue;
    const counter = counterFrom(text, act.to);
    counters.set(index, { counter });
    text = `${counter.prefix}${counter.to}${counter.suffix}`;
  }
  return counters;
}

function figureNamed(name: string, plan: Plan): Figure {
  return plan.cast.figures.get(plan.cast.rows.get(name)![0]!)!;
}
