/**
 * Each arrow draws from its sender on its word, large and in the accent; what was said settles in green, what comes
 * next is hinted, and the lines of life fill up to the present.
 */
import { fade, pop, QUICK } from '../../motion/grammar.ts';
import { mix } from '../../themes/colour.ts';
import type { Setting } from '../setting.ts';
import { planRows } from './rows.ts';
import type { SequenceData } from './schema.ts';

/** Seconds after a message until the next is hinted, and the least a hint stands before its own moment. */
const HINT_AFTER = 0.9;
const HINT_STANDS = 0.5;

export function moveSequence(data: SequenceData, setting: Setting): void {
  const { timeline, placed } = setting;
  const { now } = planRows(data, setting).density;
  const cues = data.messages.map((_, index) => setting.cue(`messages.${index}`));
  data.parties.forEach((_, index) => {
    if (placed.has(`face.${index}`)) pop(timeline, [`face.${index}`], 0.15 + index * 0.12);
    fade(timeline, [`name.${index}`], 0.3 + index * 0.12);
  });
  for (const id of placed.keys()) {
    if (id.startsWith('ahead.')) fade(timeline, [id], 0.4);
    if (id.startsWith('reached.')) timeline.set(id, { draw: 0 });
  }
  data.messages.forEach((_, index) => {
    const before = index === 0 ? 0.5 : cues[index - 1]! + HINT_AFTER;
    const isHinted = cues[index]! - before >= HINT_STANDS;
    timeline.set(`hint.${index}`, { opacity: 0 });
    timeline.set(`message.${index}`, { opacity: 0 });
    if (isHinted) {
      timeline.to(`hint.${index}`, { opacity: 1 }, { at: before, over: 0.4 });
      timeline.to(`message.${index}`, { opacity: 1 }, { at: before, over: 0.4 });
    }
    say(index, cues[index]!, cues[index + 1], now, setting);
  });
  const last = cues.at(-1)!;
  timeline.sway(`message.${cues.length - 1}`, 'y', {
    from: last + 0.8,
    to: setting.duration - 0.4,
    amount: 5,
    period: 3.2,
    direction: -1,
  });
}

function say(index: number, at: number, next: number | undefined, now: number, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const { colors } = theme;
  const message = `message.${index}`;
  timeline.to(`hint.${index}`, { opacity: 0 }, { at, over: 0.2 });
  timeline.set(`arrow.${index}`, { draw: 0, opacity: 0 });
  timeline.to(`arrow.${index}`, { opacity: 1 }, { at, over: 0.05 });
  timeline.to(`arrow.${index}`, { draw: 1 }, { at, over: 0.6 });
  timeline.to(message, { opacity: 1 }, { at, over: 0.15 });
  timeline.to(message, { scale: now }, { at, over: QUICK, ease: 'back' });
  timeline.set(`now.${index}`, { opacity: 0 });
  timeline.to(`now.${index}`, { opacity: 1 }, { at, over: 0.034 });
  timeline.to(`text.${index}`, { opacity: 0 }, { at, over: 0.034 });
  if (placed.has(`note.${index}`)) fade(timeline, [`note.${index}`], at + 0.3);
  reach(setting.boxOf(`arrow.${index}`).y, at, setting);
  // While it is the present it breathes, if nothing follows for long.
  if (next === undefined) return;
  timeline.sway(message, 'y', { from: at + 0.8, to: next, amount: 5, period: 3.2, direction: -1 });
  timeline.to(message, { scale: 1 }, { at: next, over: QUICK });
  timeline.to(`arrow.${index}`, { stroke: colors.good }, { at: next, over: 0.4 });
  timeline.to(`now.${index}`, { opacity: 0 }, { at: next, over: 0.034 });
  timeline.to(`text.${index}`, { opacity: 1 }, { at: next, over: 0.034 });
  timeline.to(`text.${index}`, { color: mix(colors.good, colors.ink, 0.45) }, { at: next, over: 0.034 });
  if (placed.has(`note.${index}`))
    timeline.to(`note.${index}`, { color: colors.soft }, { at: next, over: 0.4 });
}

/** Fills the lines of life down to a height. */
function reach(y: number, at: number, { timeline, placed }: Setting): void {
  for (const [id, { box }] of placed) {
    if (!id.startsWith('reached.')) continue;
    const share = Math.min(1, Math.max(0, (y - box.y) / box.height));
    if (share > timeline.valueAt(id, 'draw', at))
      timeline.to(id, { draw: share }, { at, over: 0.6, ease: 'in_out' });
  }
}
