/** The listing comes line by line; a frame goes to the lines that are spoken of, and their note stands below. */
import { fade, reveal, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { CodeData } from './schema.ts';

const CHANGE = 0.22;

export function moveCode(data: CodeData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  fade(timeline, ['panel'], 0.15);
  const rows = [...placed.keys()].filter((id) => id.startsWith('row.'));
  rows.forEach((id, index) => {
    rise(timeline, [id], 0.25 + (index / Math.max(1, rows.length)) * 0.6, 14);
  });
  data.steps.forEach((_, index) => {
    const at = setting.cue(`steps.${index}`);
    const end = data.steps[index + 1] ? setting.cue(`steps.${index + 1}`) : duration;
    const frame = `frame.${index}`;
    timeline.set(frame, { opacity: 0, scale: 1.03 });
    timeline.to(frame, { opacity: 1, scale: 1 }, { at, over: 0.3 });
    const note = `note.${index}`;
    if (placed.has(note)) rise(timeline, [note], at, 14);
    if (end < duration) {
      timeline.to(frame, { opacity: 0 }, { at: end - CHANGE, over: CHANGE });
      if (placed.has(note)) timeline.to(note, { opacity: 0 }, { at: end - CHANGE, over: CHANGE - 0.04 });
    } else if (placed.has(note)) {
      // Sideways: up and down it would touch the words.
      timeline.sway(frame, 'x', { from: at + 0.8, to: end, amount: 4, period: 3.2 });
    }
  });
  if (data.output) reveal(timeline, 'output', setting.cue('output'), 0.7);
}
