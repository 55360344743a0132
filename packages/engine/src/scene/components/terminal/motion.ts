/** Commands type themselves behind a cursor, output follows line by line, a frame goes to what matters. */
import { fade, reveal, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { type Plan, planTerminal } from './plan.ts';
import { isCued, type TerminalData } from './schema.ts';

/** Seconds a letter takes, and the most and least a command does. */
const LETTER = 0.05;
const LONGEST = 1.8;
const SHORTEST = 0.3;
/** Between a line and the output that follows by itself, s. */
const AFTER = 0.16;
const BLINK = 1.1;

export function moveTerminal(data: TerminalData, setting: Setting): void {
  const plan = planTerminal(data, setting);
  const { timeline, placed, theme } = setting;
  fade(timeline, ['window', 'bar', 'light.0', 'light.1', 'light.2'], 0.1, 0.25);
  if (placed.has('title')) fade(timeline, ['title'], 0.2, 0.25);
  let shown = 0.35;
  data.lines.forEach((line, index) => {
    const rows = plan.rows.filter((row) => row.entry === index).map((row) => `row.${index}.${row.piece}`);
    if (line.do === 'mark') {
      frame(index, data, setting);
      return;
    }
    if (line.do === 'print') {
      const next = nextCue(data, index, setting);
      const soon = Math.min(shown + AFTER, Math.max(shown, next - 0.1));
      shown = isCued(line) ? setting.cue(`lines.${index}`) : soon;
      for (const id of rows) fade(timeline, [id], shown, 0.12);
      return;
    }
    const at = setting.cue(`lines.${index}`);
    // The prompt and its cursor wait for the command.
    const ready = Math.min(shown + 0.3, at);
    fade(timeline, [`prompt.${index}`], ready, 0.12);
    shown = type(rows, line.text, at, nextCue(data, index, setting), setting);
    const following = data.lines.findIndex((other, place) => place > index && other.do === 'type');
    const until = following < 0 ? setting.duration - 0.4 : setting.cue(`lines.${following}`);
    cursor(index, ready, at, shown, until, plan, setting);
    if (following >= 0)
      for (const id of rows) timeline.to(id, { color: theme.colors.soft }, { at: until, over: 0.4 });
  });
}

/** When the next thing is spoken of, s. */
function nextCue(data: TerminalData, index: number, setting: Setting): number {
  const next = data.lines.findIndex((line, place) => place > index && isCued(line));
  return next < 0 ? setting.duration - 0.6 : setting.cue(`lines.${next}`);
}

/** Letter by letter, row after row. @returns when the last letter stands, s. */
function type(rows: string[], text: string, at: number, next: number, setting: Setting): number {
  const room = Math.max(SHORTEST, (next - at) * 0.6);
  const over = Math.min(Math.max(SHORTEST, text.length * LETTER), LONGEST, room);
  rows.forEach((id, index) => {
    reveal(setting.timeline, id, at + (over * index) / rows.length, over / rows.length);
  });
  return at + over;
}

/** Blinks at the prompt, runs ahead of the letters, blinks after them until the next command begins. */
function cursor(
  index: number,
  ready: number,
  at: number,
  typed: number,
  until: number,
  plan: Plan,
  setting: Setting,
): void {
  const { timeline } = setting;
  const id = `cursor.${index}`;
  const rows = plan.rows.filter((row) => row.entry === index);
  const last = rows.at(-1)!;
  timeline.set(id, { opacity: 0, x: -last.width, y: rows[0]!.y - last.y });
  blink(id, ready, at, setting);
  timeline.to(id, { opacity: 1 }, { at: Math.max(at, 0.02), over: 0.02 });
  rows.forEach((row, order) => {
    const [from, to] = [order, order + 1].map((one) => at + ((typed - at) * one) / rows.length);
    if (order > 0)
      timeline.to(
        id,
        { x: row.x - last.x - last.width, y: row.y - last.y },
        { at: from! - 0.02, over: 0.02 },
      );
    timeline.to(
      id,
      { x: row.x + row.width - last.x - last.width },
      { at: from!, over: to! - from! - 0.03, ease: 'linear' },
    );
  });
  blink(id, typed + 0.3, until, setting);
  timeline.to(id, { opacity: 0 }, { at: until, over: 0.05 });
}

function blink(id: string, from: number, until: number, { timeline }: Setting): void {
  for (let at = from; at + BLINK < until; at += BLINK) {
    timeline.to(id, { opacity: 1 }, { at, over: 0.06 });
    timeline.to(id, { opacity: 0 }, { at: at + BLINK / 2, over: 0.06 });
  }
  if (until - from > 0.1 && from + BLINK >= until) timeline.to(id, { opacity: 1 }, { at: from, over: 0.06 });
}

/** One frame at a time: it goes when something else is the matter. */
function frame(index: number, data: TerminalData, setting: Setting): void {
  const { timeline, placed } = setting;
  const id = `mark.${index}`;
  const at = setting.cue(`lines.${index}`);
  timeline.set(id, { opacity: 0, scale: 1.06 });
  timeline.to(id, { opacity: 1, scale: 1 }, { at, over: 0.3 });
  const note = `note.${index}`;
  if (placed.has(note)) rise(timeline, [note], at, 14);
  const until = nextCue(data, index, setting);
  if (!data.lines.slice(index + 1).some(isCued)) return;
  for (const one of [id, note])
    if (placed.has(one)) timeline.to(one, { opacity: 0 }, { at: until - 0.12, over: 0.1 });
}
