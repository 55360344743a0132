/** The figure counts up as it is spoken; then the comparison rises, and its picture with it. */
import { fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { NumberData } from './schema.ts';

export function moveNumber(data: NumberData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const at = setting.cue('value');
  if (placed.has('icon')) {
    pop(timeline, ['icon'], Math.min(at, 0.5));
    float(timeline, 'icon', Math.min(at, 0.5) + 1, duration);
  }
  rise(timeline, ['figure', ...(placed.has('unit') ? ['unit'] : [])], at, 40);
  if (typeof data.value === 'number') {
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
