/** Equal terms glide out of the line before to their new place, new ones fade in; what has passed goes up, small and calm. */
import { centreOf } from '../../layout/box.ts';
import { QUICK } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { type Offsets, offsetsFor } from './offsets.ts';
import type { DerivationData } from './schema.ts';
import { PAST } from './stack.ts';

const GLIDE = 0.75;
const HINTED = 0.25;
/** What is left of a term that the next line does without. */
const GONE = 0.5;

export function moveDerivation(data: DerivationData, setting: Setting): void {
  const offsets = offsetsFor(data, setting);
  data.lines.forEach((_, index) => {
    const at = setting.cue(`lines.${index}`);
    enter(index, at, offsets, setting);
    for (let now = index + 1; now < data.lines.length; now += 1)
      recede(index, now, setting.cue(`lines.${now}`), offsets, setting);
  });
}

function enter(index: number, at: number, offsets: Offsets, setting: Setting): void {
  const { timeline, placed } = setting;
  const here = offsets.line(index, index);
  const before = index > 0 ? offsets.line(index - 1, index - 1) : here;
  timeline.set(`line.${index}`, { ...here });
  for (const id of runsOf(index, setting)) {
    const source = placed.get(id.replace(/^\w+/, 'origin'))?.box;
    timeline.set(id, { opacity: 0 });
    if (!source) {
      // The first line is what the scene starts from: until its word comes it is hinted.
      if (index === 0 && at > 2 * HINTED) timeline.to(id, { opacity: 0.3 }, { at: HINTED, over: QUICK });
      const late = index === 0 ? 0 : GLIDE * 0.6;
      timeline.to(id, { opacity: 1 }, { at: at + late, over: QUICK });
      continue;
    }
    const from = centreOf(source);
    const own = placed.get(id)!.box;
    const to = centreOf(own);
    timeline.set(id, {
      x: from.x + before.x - (to.x + here.x),
      y: from.y + before.y - (to.y + here.y),
      scale: own.height > 0 ? source.height / own.height : 1,
    });
    timeline.to(id, { opacity: 1 }, { at, over: 0.05 });
    timeline.to(id, { x: 0, y: 0, scale: 1 }, { at, over: GLIDE, ease: 'in_out' });
  }
  const reason = `reason.${index}`;
  if (!placed.has(reason)) return;
  timeline.set(reason, { opacity: 0, ...offsets.words(index, index) });
  // In a tall frame the terms pass where the words will stand.
  const late = index === 0 ? 0 : setting.shape === 'tall' ? GLIDE * 0.75 : 0.1;
  timeline.to(reason, { opacity: 1 }, { at: at + late, over: QUICK });
}

/** Goes up among what has been said; its terms that are not needed any more fade. */
function recede(index: number, now: number, at: number, offsets: Offsets, setting: Setting): void {
  const { timeline, placed, theme } = setting;
  const tween = { at, over: GLIDE, ease: 'in_out' as const };
  timeline.to(`line.${index}`, { ...offsets.line(index, now), scale: PAST }, tween);
  const reason = `reason.${index}`;
  if (placed.has(reason)) timeline.to(reason, { ...offsets.words(index, now) }, tween);
  if (now !== index + 1) return;
  for (const id of runsOf(index, setting)) {
    timeline.to(id, { fill: theme.colors.soft }, { at, over: QUICK });
    if (id.startsWith('gone.')) timeline.to(id, { opacity: GONE }, { at, over: QUICK });
  }
  if (placed.has(reason)) {
    timeline.to(`words.${index}`, { color: theme.colors.soft }, { at, over: QUICK });
    if (placed.has(`rule.${index}`))
      timeline.to(`rule.${index}`, { fill: theme.colors.line }, { at, over: QUICK });
  }
}

function runsOf(index: number, { placed }: Setting): string[] {
  return [...placed.keys()].filter((id) => id.startsWith(`run.${index}.`) || id.startsWith(`gone.${index}.`));
}
