/** The formula is uncovered as it is read; each symbol swells in its colour while its meaning rises below it. */
import { float, pop, present, rest, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { colourOf } from './layout.ts';
import type { FormulaData } from './schema.ts';

export function moveFormula(data: FormulaData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  const start = data.say === undefined ? 0.35 : setting.cue('tex');
  const pieces = ['formula.rest', ...data.parts.map((_, index) => `formula.${index}`)].filter((id) =>
    placed.has(id),
  );
  for (const id of pieces) {
    timeline.set(id, { opacity: 0, y: 30 });
    timeline.to(id, { opacity: 1, y: 0 }, { at: start, over: 0.6 });
  }
  data.parts.forEach((part, index) => {
    const at = Math.max(setting.cue(`parts.${index}`), 0);
    const next = data.parts[index + 1] ? setting.cue(`parts.${index + 1}`) : duration;
    const color = colourOf(part, index, setting);
    const own = `formula.${index}`;
    if (placed.has(own)) {
      timeline.to(own, { fill: color }, { at, over: 0.2 });
      if (at > start + 0.6) {
        present(timeline, own, at, 1.14);
        rest(timeline, own, Math.max(at + 0.8, Math.min(next, at + 1.4)));
      }
    }
    rise(timeline, [`symbol.${index}`, `means.${index}`], at, 24);
    if (placed.has(`picture.${index}`)) {
      pop(timeline, [`picture.${index}`], at);
      float(timeline, `picture.${index}`, at + 0.8, next);
    } else {
      float(timeline, `symbol.${index}`, at + 0.8, next, 6);
    }
  });
  if (data.result) rise(timeline, ['result'], setting.cue('result'));
}
