/** The picture stands there from the start; a point on it lights up as it is named, and its words come out of it. */
import { draw, fade, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { PictureData } from './schema.ts';

/** What has been said stays, a little smaller. */
const PAST = 0.7;

export function movePicture(data: PictureData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  fade(timeline, ['ground'], 0.1);
  pop(timeline, ['picture'], 0.15);
  data.callouts.forEach((_, index) => {
    const at = setting.cue(`callouts.${index}`);
    const next = data.callouts[index + 1] ? setting.cue(`callouts.${index + 1}`) : undefined;
    if (placed.has(`dot.${index}`)) {
      pop(timeline, [`dot.${index}`], at);
      draw(timeline, [`leader.${index}`], at + 0.05, 0.4);
    } else {
      pop(timeline, [`spot.${index}`], at);
      pop(timeline, [`number.${index}`], at + 0.1);
    }
    const words = [`text.${index}`, `detail.${index}`].filter((id) => placed.has(id));
    rise(timeline, words, at + 0.15, 18);
    timeline.set(`text.${index}`, { color: theme.colors.accent });
    if (next === undefined) return;
    timeline.to(`text.${index}`, { color: theme.colors.ink }, { at: next, over: 0.35 });
    if (!placed.has(`dot.${index}`)) return;
    timeline.to(`dot.${index}`, { scale: PAST, fill: theme.colors.line }, { at: next, over: 0.35 });
    timeline.to(`leader.${index}`, { stroke: theme.colors.line }, { at: next, over: 0.35 });
  });
}
