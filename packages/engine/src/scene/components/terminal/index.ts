/** Terminal: a session in a window, typed and answered as it is told. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutTerminal } from './layout.ts';
import { moveTerminal } from './motion.ts';
import { isCued, splitTerminal, type TerminalData, terminalSchema } from './schema.ts';

export const terminal = defineComponent<TerminalData>({
  name: 'terminal',
  purpose: 'A terminal session: commands that are typed, what they print, and the line that matters.',
  schema: terminalSchema,
  headline: 'above',
  parts: (data) =>
    data.lines.flatMap((line, index) => {
      if (!isCued(line)) return [];
      const label = line.do === 'mark' ? (line.note ?? '') : line.text;
      return [{ path: `lines.${index}`, label, say: line.say }];
    }),
  layout: layoutTerminal,
  motion: moveTerminal,
  split: splitTerminal,
  example,
});
