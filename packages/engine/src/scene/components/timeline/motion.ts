/** The way ahead is dotted; the line reaches each event as its date is spoken; the traveller rides along; what has passed grows calm. */
import { draw, fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { TimelineData } from './schema.ts';

/** Size of an event that has passed. */
const PAST = 0.86;

export function moveTimeline(data: TimelineData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  data.events.forEach((event, index) => {
    const at = setting.cue(`events.${index}`);
    const next = data.events[index + 1] ? setting.cue(`events.${index + 1}`) : undefined;
    fade(timeline, [`ahead.${index}`], 0.15 + index * 0.08);
    draw(timeline, [`leg.${index}`], at, 0.6);
    timeline.to(`ahead.${index}`, { opacity: 0 }, { at: at + 0.1, over: 0.4 });
    pop(timeline, [`dot.${index}`], at + 0.25);
    rise(timeline, [`event.${index}`], at + 0.05, 24);
    if (placed.has(`icon.${index}`)) {
      pop(timeline, [`icon.${index}`], at + 0.3);
      float(timeline, `icon.${index}`, at + 1, next ?? duration);
    }
    if (next !== undefined) {
      timeline.to(`event.${index}`, { scale: PAST }, { at: next, over: 0.4 });
      timeline.to(`text.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
      timeline.to(`dot.${index}`, { scale: 0.72 }, { at: next, over: 0.4 });
    }
    if (event.when === data.events.at(-1)!.when && index === data.events.length - 1 && data.future) {
      fade(timeline, ['future.line', 'future.label'], Math.min(at + 1, duration - 1));
    }
  });
  if (placed.has('traveller')) moveTraveller(data, setting);
}

function moveTraveller(data: TimelineData, setting: Setting): void {
  const { timeline } = setting;
  const centre = (index: number) => setting.boxOf(`dot.${index}`);
  const first = centre(0);
  pop(timeline, ['traveller'], setting.cue('events.0') + 0.2);
  data.events.slice(1).forEach((_, offset) => {
    const box = centre(offset + 1);
    timeline.to(
      'traveller',
      { x: box.x - first.x, y: box.y - first.y },
      { at: setting.cue(`events.${offset + 1}`), over: 0.7, ease: 'in_out' },
    );
  });
  const last = setting.cue(`events.${data.events.length - 1}`);
  float(timeline, 'traveller', last + 1.2, setting.duration);
}
