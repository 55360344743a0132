/** The ovals slide over each other as they are named; where they overlap, the part that is spoken of lights up. */
import { centreOf } from '../../layout/box.ts';
import { fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { faceOf, inkOn, litOf, overlapsOf } from './layout.ts';
import type { VennData } from './schema.ts';

/** How far an oval comes, px: little from above and below, where the headline and the remark stand. */
const WAY = { x: 70, y: 20 };
/** How long it takes, s. */
const SLIDE = 0.55;

export function moveVenn(data: VennData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const middle = centreOf(setting.area);
  data.sets.forEach((_, index) => {
    const at = setting.cue(`sets.${index}`);
    const id = `set.${index}`;
    const centre = centreOf(setting.boxOf(id));
    const from = {
      x: Math.sign(Math.round(centre.x - middle.x)) * WAY.x,
      y: Math.sign(Math.round(centre.y - middle.y)) * WAY.y,
    };
    fade(timeline, [`hint.${index}`], 0.15 + index * 0.1);
    timeline.to(`hint.${index}`, { opacity: 0 }, { at: at + 0.3, over: 0.2 });
    timeline.set(id, { opacity: 0, ...from });
    timeline.to(id, { opacity: 1 }, { at, over: 0.25 });
    timeline.to(id, { x: 0, y: 0 }, { at, over: SLIDE });
    if (placed.has(`${id}.icon`)) pop(timeline, [`${id}.icon`], at + 0.15);
    rise(
      timeline,
      [`${id}.text`, `${id}.detail`].filter((one) => placed.has(one)),
      at + 0.2,
      16,
    );
  });
  const named = data.regions.map((_, index) => setting.cue(`regions.${index}`)).sort((a, b) => a - b);
  overlapsOf(data).forEach(({ members, region }, index) => {
    const both = Math.max(...members.map((one) => setting.cue(`sets.${one}`))) + SLIDE - 0.15;
    const shape = `overlap.${index}`;
    if (region === undefined) {
      fade(timeline, [shape], both, 0.25);
      return;
    }
    const at = setting.cue(`regions.${region}`);
    fade(timeline, [shape], Math.min(both, at), 0.25);
    const { tone } = data.regions[region]!;
    timeline.to(shape, { fill: litOf(tone, setting).face }, { at, over: 0.2 });
    const id = `region.${region}`;
    if (placed.has(`${id}.icon`)) pop(timeline, [`${id}.icon`], at + 0.1);
    rise(timeline, [`${id}.text`], at + 0.2, 14);
    const next = named.find((one) => one > at + 0.01) ?? duration;
    if (placed.has(`${id}.icon`)) float(timeline, `${id}.icon`, at + 0.9, next, 5);
    if (next >= duration) return;
    const face = faceOf(members, setting);
    timeline.to(shape, { fill: face }, { at: next, over: 0.35 });
    timeline.to(`${id}.text`, { color: inkOn(face, setting) }, { at: next, over: 0.35 });
  });
}
