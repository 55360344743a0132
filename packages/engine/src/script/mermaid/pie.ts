/** `pie`: labelled values as the slices of a donut; `showData` shows the values instead of their shares. */
import { type Drawing, type Fail, isWithoutEffect, plainLabel, type Statement } from './source.ts';

const SLICE = /^("[^"]*"|'[^']*'|[^:"']+?)\s*:\s*(\d+(?:\.\d+)?)$/;

export function readPie([head, ...statements]: Statement[], fail: Fail): Drawing {
  const lines = new Map<string, number>();
  const slices: { label: string; value: number }[] = [];
  let values = /\bshowData\b/.test(head!.text);
  for (const statement of statements) {
    const { text, line } = statement;
    if (text === 'showData') values = true;
    if (text === 'showData' || isWithoutEffect(statement)) continue;
    const slice = SLICE.exec(text);
    if (!slice)
      throw fail(line, `"${text}" is not understood; write a label and a value, such as "Coal" : 35`);
    lines.set(`slices.${slices.length}`, line);
    slices.push({ label: plainLabel(slice[1]!.replace(/^'|'$/g, '')), value: Number(slice[2]) });
  }
  return { component: 'donut', data: { show: values ? 'value' : 'share', slices }, lines };
}
