/** Level by level on its word: the body settles in, its upper face lit while it is what is now, its figure counts up. */
import { draw, fade, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { shadesOf } from './layout.ts';
import type { FunnelData } from './schema.ts';

export function moveFunnel(data: FunnelData, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const moments = data.levels.map((_, index) => setting.cue(`levels.${index}`));
  data.levels.forEach((level, index) => {
    const at = moments[index]!;
    const next = Math.min(...moments.filter((one) => one > at + 0.01));
    const hints = [`hint.body.${index}`, `hint.flank.${index}`];
    fade(timeline, hints, 0.15 + index * 0.08);
    for (const hint of hints) timeline.to(hint, { opacity: 0 }, { at: at + 0.1, over: 0.2 });
    rise(timeline, [`level.${index}`], at, data.shape === 'funnel' ? -34 : 34);
    if (placed.has(`leader.${index}`)) draw(timeline, [`leader.${index}`], at + 0.15, 0.35);
    if (placed.has(`figure.${index}`)) {
      fade(timeline, [`figure.${index}`], at + 0.1, 0.25);
      timeline.set(`figure.${index}`, { count: 0 });
      timeline.to(`figure.${index}`, { count: 1 }, { at: at + 0.1, over: 0.8 });
    }
    const words = [`text.${index}`, `detail.${index}`].filter((id) => placed.has(id));
    rise(timeline, words, at + 0.2, 16);
    const lit = placed.has(`top.${index}`) ? 'top' : 'body';
    timeline.to(`${lit}.${index}`, { fill: theme.colors.accent }, { at, over: 0.2 });
    if (Number.isFinite(next)) {
      timeline.to(`${lit}.${index}`, { fill: shadesOf(level, setting)[lit] }, { at: next, over: 0.4 });
      timeline.to(`text.${index}`, { color: theme.colors.soft }, { at: next, over: 0.4 });
      const isCalm = level.tone === undefined || level.tone === 'neutral';
      if (isCalm && placed.has(`figure.${index}`))
        timeline.to(`figure.${index}`, { color: theme.colors.ink }, { at: next, over: 0.4 });
    }
  });
}
