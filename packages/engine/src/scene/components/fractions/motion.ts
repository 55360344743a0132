/** The whole is there, divided; then each share is taken part by part while its figure appears. */
import { fade, float, pop, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { wayOut } from './cells.ts';
import { OUT, partsTaken } from './layout.ts';
import type { FractionsData, Whole } from './schema.ts';

const HINT = 0.3;
/** Within which all parts of a share are taken, s. */
const TAKING = 0.9;

export function moveFractions(data: FractionsData, setting: Setting): void {
  data.wholes.forEach((whole, index) => {
    appear(whole, index, setting);
    whole.shares.forEach((_, share) => {
      take(whole, index, share, setting);
    });
  });
}

/** Faintly from the start, so that the eye knows where it will be; wholly on its word. */
function appear(whole: Whole, index: number, setting: Setting): void {
  const { timeline, placed } = setting;
  const at = setting.cue(`wholes.${index}`);
  const early = Math.min(0.2, at);
  for (let cell = 0; cell < whole.parts; cell += 1) {
    const late = (cell / whole.parts) * 0.4;
    const id = `part.${index}.${cell}`;
    timeline.set(id, { opacity: 0 });
    timeline.to(id, { opacity: HINT }, { at: early, over: 0.2 });
    timeline.to(id, { opacity: 1 }, { at: at + late, over: 0.3 });
    for (const icon of iconsOf(index, cell, placed)) {
      timeline.set(icon, { opacity: 0 });
      timeline.to(icon, { opacity: 0.5 }, { at: at + late, over: 0.3 });
    }
  }
  if (placed.has(`label.${index}`)) rise(timeline, [`label.${index}`], at, 20);
}

function take(whole: Whole, index: number, share: number, setting: Setting): void {
  const { timeline, placed } = setting;
  const at = setting.cue(`wholes.${index}.shares.${share}`);
  const parts = partsTaken(whole, share);
  parts.forEach((part, order) => {
    const start =
      at + (parts.length > 1 ? (order / parts.length) * TAKING * Math.min(1, parts.length / 8) : 0);
    const id = `taken.${index}.${part}`;
    const { x, y } = wayOut(whole, part);
    const out = { x: x * OUT, y: y * OUT };
    if (whole.shape === 'people' || whole.shape === 'grid') fade(timeline, [id], start, 0.2);
    else if (whole.shape === 'bar') pop(timeline, [id], start);
    else {
      fade(timeline, [id], start, 0.2);
      timeline.to(id, out, { at: start, over: 0.4, ease: 'back' });
    }
    for (const icon of iconsOf(index, part, placed)) {
      timeline.to(icon, { opacity: 1 }, { at: start, over: 0.2 });
      if (whole.shape === 'circle') timeline.to(icon, out, { at: start, over: 0.4, ease: 'back' });
    }
  });
  rise(timeline, [`share.${index}.${share}`], at, 24);
  const count = placed.get(`count.${index}.${share}`);
  if (count?.kind === 'text' && count.counter) {
    timeline.set(count.id, { count: 0 });
    timeline.to(count.id, { count: 1 }, { at, over: TAKING, ease: 'out' });
  }
  const next = whole.shares[share + 1]
    ? setting.cue(`wholes.${index}.shares.${share + 1}`)
    : setting.duration;
  float(timeline, `share.${index}.${share}`, at + TAKING + 0.8, next, 5);
}

function iconsOf(index: number, cell: number, placed: ReadonlyMap<string, unknown>): string[] {
  const ids: string[] = [];
  for (let which = 0; placed.has(`icon.${index}.${cell}.${which}`); which += 1)
    ids.push(`icon.${index}.${cell}.${which}`);
  return ids;
}
