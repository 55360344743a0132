/** Nothing freezes: where a scene would hold still for long, what was last spoken of breathes gently. */
import type { Draft } from '../compose.ts';
import type { Element } from '../scene.ts';
import { float } from './grammar.ts';

/** The longest the picture may hold still, s; the gate allows 4. */
const LONGEST_STILL = 2.6;
const LEAVE = 0.35;

export function keepAlive(draft: Draft): void {
  const { timeline, duration } = draft.setting;
  const pictures = draft.elements.filter(isBreathing);
  if (pictures.length === 0) return;
  const end = duration - LEAVE;
  for (const gap of gaps(
    timeline.tracks().flatMap(({ keys }) => spans(keys)),
    end,
  )) {
    const current = pictures
      .filter((element) => timeline.valueAt(element.id, 'opacity', gap.from) > 0.5)
      .sort((a, b) => timeline.endOf(b.id) - timeline.endOf(a.id))[0];
    if (current) float(timeline, current.id, gap.from, gap.to);
  }
}

/** Pictures and the groups that hold them; never text, which should be easy to read. */
function isBreathing(element: Element): boolean {
  return element.group === undefined && (element.kind === 'icon' || element.kind === 'group');
}

function spans(keys: { at: number; value: number | string }[]): { from: number; to: number }[] {
  return keys.flatMap((key, index) => {
    const before = keys[index - 1];
    return before && before.value !== key.value ? [{ from: before.at, to: key.at }] : [];
  });
}

function gaps(moving: { from: number; to: number }[], end: number): { from: number; to: number }[] {
  const sorted = [...moving].sort((a, b) => a.from - b.from);
  const result: { from: number; to: number }[] = [];
  let still = 0;
  for (const span of [...sorted, { from: end, to: end }]) {
    if (span.from - still > LONGEST_STILL) result.push({ from: still + 0.05, to: Math.min(span.from, end) });
    still = Math.max(still, span.to);
  }
  return result;
}
