/** Outlines tell how many there will be; each tile fills as it is named; in the end one of them stands out. */
import { fade, float, pop, present, pulse, rise } from '../../motion/grammar.ts';
import type { TextElement } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { Count, IconsData, Item } from './schema.ts';

/** What steps back keeps so much of its opacity. */
const BACK = 0.4;
/** Time in which the N light up one after another, s. */
const LIGHTING = 1.3;

export function moveIcons(data: IconsData, setting: Setting): void {
  if (data.items) moveTiles(data.items, data.main?.item, setting);
  else moveCount(data.count!, setting);
}

function moveTiles(items: Item[], main: number | undefined, setting: Setting): void {
  const { timeline, theme, duration } = setting;
  const end = main === undefined ? duration : setting.cue('main');
  items.forEach((_, index) => {
    const at = setting.cue(`items.${index}`);
    const next = items[index + 1] ? setting.cue(`items.${index + 1}`) : end;
    fade(timeline, [`hint.${index}`], 0.15 + index * 0.06, 0.3);
    pop(timeline, [`item.${index}`], at);
    timeline.set(`tile.${index}`, { stroke: theme.colors.accent });
    timeline.to(
      `tile.${index}`,
      { stroke: theme.colors.surface_edge },
      { at: Math.max(next, at + 0.3), over: 0.4 },
    );
    float(timeline, `icon.${index}`, at + 0.7, next, 6);
  });
  if (main !== undefined) standOut(items, main - 1, setting);
}

function standOut(items: Item[], main: number, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const at = setting.cue('main');
  present(timeline, `item.${main}`, at, 1.06);
  fade(timeline, ['halo'], at, 0.2);
  float(timeline, `icon.${main}`, at + 0.6, duration - 0.4, 8);
  items.forEach((_, index) => {
    if (index === main || setting.cue(`items.${index}`) > at) return;
    const label = placed.get(`label.${index}`) as TextElement | undefined;
    if (label) label.dimmed_from = at;
    timeline.to(`icon.${index}`, { opacity: BACK }, { at, over: 0.4 });
    if (label) timeline.to(label.id, { color: theme.colors.faint }, { at, over: 0.4 });
  });
}

function moveCount(count: Count, setting: Setting): void {
  const { timeline, placed } = setting;
  const at = setting.cue('count');
  const each = Math.min(0.12, LIGHTING / Math.max(1, count.n));
  for (let index = 0; index < count.of; index += 1) {
    fade(timeline, [`unit.${index}`], 0.1 + (index / count.of) * 0.5, 0.25);
    if (index < count.n) pop(timeline, [`lit.${index}`], at + index * each);
  }
  fade(timeline, ['of'], at + 0.1);
  if (placed.has('text')) rise(timeline, ['text'], at + 0.3, 20);
  fade(timeline, ['figure'], at, 0.15);
  timeline.set('figure', { count: 0 });
  timeline.to('figure', { count: 1 }, { at, over: Math.max(0.4, each * count.n), ease: 'linear' });
  pulse(timeline, 'figure', at + each * count.n + 0.1, 1.06);
}
