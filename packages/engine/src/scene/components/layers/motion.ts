/** Each slab settles into its place on its word, lit from above while it is what is now; the traveller goes its way. */
import { draw, fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { facesOf } from './layout.ts';
import type { LayersData } from './schema.ts';
import { stopsOf } from './stops.ts';

/** How far a slab travels into its place, px. */
const REACH = 44;

export function moveLayers(data: LayersData, setting: Setting): void {
  const { timeline, placed } = setting;
  data.layers.forEach((_, index) => {
    const at = setting.cue(`layers.${index}`);
    fade(timeline, [`hint.${index}`], 0.15 + index * 0.07);
    const way = wayIn(index, data, setting);
    timeline.set(`slab.${index}`, { opacity: 0, ...way });
    timeline.to(`slab.${index}`, { opacity: 1 }, { at, over: 0.2 });
    timeline.to(`slab.${index}`, { [way.x ? 'x' : 'y']: 0 }, { at, over: 0.5 });
    timeline.to(`hint.${index}`, { opacity: 0 }, { at: at + 0.2, over: 0.2 });
    if (!placed.has(`leader.${index}`)) return;
    draw(timeline, [`leader.${index}`], at + 0.2, 0.3);
    rise(timeline, [`detail.${index}`], at + 0.25, 16);
  });
  light(data, setting);
  if (data.traveller) travel(data, setting);
}

/** A slab comes from where there is none yet: from above, from below, or in between from the left. */
function wayIn(index: number, data: LayersData, setting: Setting): { x?: number; y?: number } {
  const at = setting.cue(`layers.${index}`);
  const isFree = (other: number) => !data.layers[other] || setting.cue(`layers.${other}`) > at;
  if (isFree(index - 1)) return { y: -REACH };
  return isFree(index + 1) ? { y: REACH } : { x: -REACH };
}

/** The upper face of the layer that is spoken of, or that the traveller is in, takes the accent. */
function light(data: LayersData, setting: Setting): void {
  const { timeline, theme, duration } = setting;
  const spoken = data.layers.map((_, layer) => ({ layer, at: setting.cue(`layers.${layer}`) }));
  const visits = stopsOf(data, setting).map(({ layer, part }) => ({ layer, at: setting.cue(part) }));
  const moments = [...spoken, ...visits].sort((a, b) => a.at - b.at);
  moments.forEach(({ layer, at }, index) => {
    const next = moments[index + 1];
    if (next?.layer === layer) return;
    timeline.to(`top.${layer}`, { fill: theme.colors.accent }, { at, over: 0.25 });
    if (!next || next.at > duration) return;
    const rest = facesOf(data.layers[layer]!, layer, setting).top;
    timeline.to(`top.${layer}`, { fill: rest }, { at: Math.max(next.at, at + 0.26), over: 0.35 });
  });
}

function travel(data: LayersData, setting: Setting): void {
  const { timeline, duration } = setting;
  const stops = stopsOf(data, setting);
  const level = (layer: number) => {
    const { y, height } = setting.boxOf(`front.${layer}`);
    return y + height / 2;
  };
  const start = level(stops[0]!.layer);
  stops.forEach(({ layer, part }, index) => {
    const at = setting.cue(part);
    if (index === 0) {
      pop(timeline, ['traveller'], at);
    } else {
      draw(timeline, [`leg.${index}`], at, 0.7);
      timeline.to('traveller', { y: level(layer) - start }, { at, over: 0.7, ease: 'in_out' });
    }
    const next = stops[index + 1];
    float(timeline, 'traveller', at + 0.9, next ? setting.cue(next.part) : duration, 6);
  });
}
