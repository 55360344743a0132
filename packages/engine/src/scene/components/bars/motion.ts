/** A bar grows under the accent while its figure counts up, then takes its own colour; the ratio pops last. */
import { draw, fade, grow, pop, pulse } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { restingFill } from './layout.ts';
import type { BarsData } from './schema.ts';

export function moveBars(data: BarsData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  if (placed.has('unit')) fade(timeline, ['unit'], 0.2);
  if (placed.has('axis')) draw(timeline, ['axis'], 0.15, 0.6);
  data.bars.forEach((bar, index) => {
    const at = setting.cue(`bars.${index}`);
    grow(timeline, `bar.${index}`, at, setting.shape === 'wide' ? 'up' : 'right');
    fade(timeline, [`figure.${index}`, `label.${index}`], at, 0.25);
    timeline.set(`figure.${index}`, { count: 0 });
    timeline.to(`figure.${index}`, { count: 1 }, { at, over: 0.8 });
    if (placed.has(`icon.${index}`)) pop(timeline, [`icon.${index}`], at + 0.3);
    const next = data.bars[index + 1]
      ? setting.cue(`bars.${index + 1}`)
      : data.ratio
        ? setting.cue('ratio')
        : undefined;
    timeline.set(`bar.${index}`, { fill: theme.colors.accent });
    if (next !== undefined)
      timeline.to(`bar.${index}`, { fill: restingFill(bar, setting) }, { at: next, over: 0.4 });
  });
  if (!data.ratio) return;
  const at = setting.cue('ratio');
  if (placed.has('ratio.arrow')) draw(timeline, ['ratio.arrow'], at);
  pop(timeline, ['ratio'], at);
  const to = data.bars.findIndex((bar) => bar.label === data.ratio!.to);
  pulse(timeline, `figure.${to}`, at, 1.1);
}
