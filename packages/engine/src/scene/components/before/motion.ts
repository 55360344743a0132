/** The old state stands there; on the word a bright edge travels over it, and what it leaves behind is new. */
import { fade, float, pop, pulse, rise } from '../../motion/grammar.ts';
import type { TextElement } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { BeforeData } from './schema.ts';

/** How long the edge travels, s. */
const TRAVEL = 1.1;
/** How long words take to come back, s. */
const BACK = 0.1;
/** Half the width of the edge and a little air, px. */
const EDGE = 12;
/** What has been passed over keeps so much of its opacity. */
const PAST = 0.45;

export function moveBefore(data: BeforeData, setting: Setting): void {
  const { timeline, duration } = setting;
  fade(timeline, ['before.hint'], 0.1, 0.3);
  fade(timeline, ['after.hint'], 0.25, 0.3);
  const before = setting.cue('before');
  const after = setting.cue('after');
  fade(timeline, ['before.panel'], before, 0.25);
  fade(timeline, ['before.tag'], before, 0.25);
  pop(timeline, ['before.picture'], before + 0.05);
  rise(timeline, words('before', setting), before + 0.15, 22);
  float(timeline, 'before.picture', before + 0.9, Math.max(before + 0.9, after), 7);
  if (data.change) {
    const at = setting.cue('change');
    pop(timeline, ['change'], at);
    pulse(timeline, 'after.picture', at + 0.1, 1.06);
  }
  wipe(after, setting);
  float(timeline, 'after.picture', after + TRAVEL + 0.6, duration - 0.4, 7);
}

function wipe(at: number, setting: Setting): void {
  const { timeline, theme, placed } = setting;
  const first = setting.boxOf('before.panel');
  const second = setting.boxOf('after.panel');
  const start = first.x;
  const way = second.x + second.width - start;
  /** When the edge stands at an x, s: it travels evenly, so that what it uncovers keeps up with it. */
  const passes = (x: number) => at + ((x - start) / way) * TRAVEL;
  timeline.set('bar', { opacity: 0, x: 0 });
  timeline.to('bar', { opacity: 1 }, { at, over: 0.08 });
  timeline.to('bar', { x: way }, { at, over: TRAVEL, ease: 'linear' });
  timeline.to('bar', { opacity: 0 }, { at: at + TRAVEL - 0.05, over: 0.3 });

  const middle = (id: string) => {
    const box = setting.boxOf(id);
    return passes(box.x + box.width / 2);
  };
  timeline.to('before.picture', { opacity: PAST }, { at: middle('before.picture'), over: 0.3 });
  for (const id of ['before.tag', ...words('before', setting)]) {
    const { x, width } = setting.boxOf(id);
    // Nothing can be read under the edge: words go out before it and come back calm behind it.
    const [reached, left] = [passes(x - EDGE), passes(x + width + EDGE)];
    (placed.get(id) as TextElement).dimmed_from = left + BACK;
    timeline.to(id, { opacity: 0 }, { at: Math.max(at, reached - 0.1), over: 0.1 });
    timeline.to(id, { color: theme.colors.faint }, { at: left - 0.02, over: 0.02 });
    timeline.to(id, { opacity: 1 }, { at: left, over: BACK, ease: 'linear' });
  }
  timeline.set('after.panel', { reveal: 0 });
  timeline.to(
    'after.panel',
    { reveal: 1 },
    { at: passes(second.x), over: (second.width / way) * TRAVEL, ease: 'linear' },
  );
  pop(timeline, ['after.picture'], middle('after.picture'));
  for (const id of ['after.tag', ...words('after', setting)]) {
    const { x, width } = setting.boxOf(id);
    rise(timeline, [id], passes(x + width + EDGE), 22);
  }
}

function words(side: 'before' | 'after', { placed }: Setting): string[] {
  return ['figure', 'label', 'text'].map((name) => `${side}.${name}`).filter((id) => placed.has(id));
}
