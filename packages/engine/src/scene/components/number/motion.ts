/** The figure counts up as it is spoken; then the comparison rises, and its picture with it. */
import { fade, float, pop, QUICK, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { NumberData } from './schema.ts';

/** A figure that comes later than this is awaited, s. */
const AWAITED = 1.2;
const HINTED = 0.22;

export function moveNumber(data: NumberData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const at = setting.cue('value');
  if (placed.has('icon')) {
    pop(timeline, ['icon'], Math.min(at, 0.5));
    float(timeline, 'icon', Math.min(at, 0.5) + 1, duration);
  }
  rise(timeline, ['figure', ...(placed.has('unit') ? ['unit'] : [])], at, 40);
  if (typeof data.value === 'number') {
    if (at > AWAITED) {
      // Until it is spoken the figure stands at nothing, as a hint of where to look.
      timeline.set('figure', { opacity: 0, y: 0 });
      timeline.to('figure', { opacity: HINTED }, { at: 0.3, over: QUICK });
      timeline.to('figure', { opacity: 1 }, { at, over: QUICK });
    }
    timeline.set('figure', { count: 0 });
    timeline.to('figure', { count: 1 }, { at, over: 1.1 });
  }
  fade(timeline, ['label'], at + 0.25);
  if (!data.compare) return;
  const then = setting.cue('compare');
  rise(timeline, ['compare'], then, 26);
  if (placed.has('compare.icon')) {
    pop(timeline, ['compare.icon'], then);
    float(timeline, 'compare.icon', then + 0.8, duration, 6, 1);
  }
}
