/** `timeline`: periods with one or more events each, as events in time. */
import { type Drawing, type Fail, isWithoutEffect, plainLabel, type Statement } from './source.ts';

export function readTimeline([, ...statements]: Statement[], fail: Fail): Drawing {
  const lines = new Map<string, number>();
  const events: { when: string; text: string }[] = [];
  for (const statement of statements) {
    const { text, line } = statement;
    if (isWithoutEffect(statement) || /^section\b/.test(text)) continue;
    const [when, ...told] = text.split(/\s*:\s+|\s+:\s*/).map(plainLabel);
    const words = told.filter(Boolean).join(', ');
    if (!words)
      throw fail(line, `"${text}" has no event; write a time and what happened, such as 1969 : Moon landing`);
    if (when) {
      lines.set(`events.${events.length}`, line);
      events.push({ when, text: words });
      continue;
    }
    // A line that begins with a colon goes on with the period above it.
    const last = events.at(-1);
    if (!last) throw fail(line, `"${text}" has no time; write it before the colon`);
    last.text += `, ${words}`;
  }
  return { component: 'timeline', data: { events }, lines };
}
