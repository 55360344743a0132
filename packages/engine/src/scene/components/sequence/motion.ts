/** Each arrow draws from its sender on the spoken word; what has been said rests in the settled colour. */
import { draw, fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { NOW } from './layout.ts';
import type { SequenceData } from './schema.ts';

export function moveSequence(data: SequenceData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const { colors } = theme;
  data.parties.forEach((_, index) => {
    if (placed.has(`icon.${index}`)) pop(timeline, [`icon.${index}`], 0.2 + index * 0.12);
    fade(timeline, [`name.${index}`], 0.3 + index * 0.12);
    timeline.set(`life.${index}`, { opacity: 0, y: -18 });
    timeline.to(`life.${index}`, { opacity: 1, y: 0 }, { at: 0.4, over: 0.5 });
  });
  data.messages.forEach((message, index) => {
    const at = setting.cue(`messages.${index}`);
    const next = data.messages[index + 1] ? setting.cue(`messages.${index + 1}`) : undefined;
    draw(timeline, [`arrow.${index}`], at, 0.5);
    rise(timeline, [`words.${index}`], at, 16);
    timeline.to(`words.${index}`, { scale: NOW }, { at, over: 0.3 });
    if (placed.has(`note.${index}`)) fade(timeline, [`note.${index}`], at + 0.5);
    const sender = data.parties.findIndex((party) => party.name === message.from);
    if (placed.has(`icon.${sender}`)) float(timeline, `icon.${sender}`, at, next ?? duration - 0.4, 6);
    if (next === undefined) return;
    timeline.to(`words.${index}`, { scale: 1 }, { at: next, over: 0.35 });
    timeline.to(`text.${index}`, { color: colors.good }, { at: next, over: 0.35 });
    timeline.to(`arrow.${index}`, { stroke: colors.good }, { at: next, over: 0.35 });
  });
}
