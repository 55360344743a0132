/** The words rise at once; each picture pops as it is named. */
import { fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import type { TitleData } from './schema.ts';

export function moveTitle(data: TitleData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  if (placed.has('kicker')) fade(timeline, ['kicker'], 0.1);
  rise(timeline, ['heading'], 0.15, 44);
  if (placed.has('subtitle')) rise(timeline, ['subtitle'], 0.5, 26);
  (data.icons ?? []).forEach((_, index) => {
    const id = `icon.${index}`;
    if (!placed.has(id)) return;
    const at = setting.cue(`icons.${index}`);
    pop(timeline, [id], at);
    float(timeline, id, at + 0.8, duration, 8, index % 2 === 0 ? -1 : 1);
  });
}
