/** The map is there from the start; countries take colour, routes are drawn and travelled, places light up as named. */
import { draw, fade, pop, pulse } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { MapData } from './schema.ts';

/** How long a route takes, s. */
const TRAVEL = 1.3;

export function moveMap(data: MapData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  if (placed.has('sea')) fade(timeline, ['sea'], 0.05, 0.3);
  fade(timeline, ['land'], 0.1, 0.4);
  data.regions.forEach((_, index) => {
    const at = setting.cue(`regions.${index}`);
    if (placed.has(`region.${index}`)) fade(timeline, [`region.${index}`], at, 0.45);
    name(`name.${index}`, at, setting);
  });
  data.routes.forEach((_, index) => {
    const at = setting.cue(`routes.${index}`);
    const next = data.routes[index + 1] ? setting.cue(`routes.${index + 1}`) : undefined;
    fade(timeline, [`way.${index}`], 0.4 + index * 0.1);
    draw(timeline, [`route.${index}`], at, TRAVEL);
    travel(index, at, next, setting);
    if (next !== undefined && next > at + TRAVEL)
      timeline.to(`route.${index}`, { stroke: theme.colors.good }, { at: next, over: 0.4 });
  });
  data.places.forEach((_, index) => {
    const id = `place.${index}`;
    const at = setting.cue(`places.${index}`);
    pop(timeline, [`${id}.marker`], at);
    name(id, at + 0.08, setting);
    pulse(timeline, `${id}.marker`, at + 0.6, 1.25);
  });
}

function name(id: string, at: number, { timeline, placed }: Setting): void {
  if (placed.has(`${id}.label`)) pop(timeline, [`${id}.label`], at);
  if (placed.has(`${id}.pointer`)) draw(timeline, [`${id}.pointer`], at, 0.3);
}

/** It sets out with the line, arrives with it, and goes as the next one sets out. */
function travel(index: number, at: number, next: number | undefined, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const id = `traveller.${index}`;
  if (!placed.has(id)) return;
  pop(timeline, [id], at);
  timeline.to(id, { along: 1 }, { at, over: TRAVEL, ease: 'in_out', path: `route.${index}` });
  const gone = Math.min(next ?? duration, at + TRAVEL + 0.5);
  timeline.to(id, { opacity: 0, scale: 0.4 }, { at: Math.max(at + TRAVEL, gone - 0.3), over: 0.3 });
}
