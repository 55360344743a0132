/** A terminal session: commands typed letter by letter, what they print, and lines that matter. */
import { z } from 'zod';
import { label, say, tone } from '../fields.ts';

const text = z.string().trim().min(1).max(80);

export const terminalSchema = z
  .strictObject({
    title: label(40).optional().describe('In the bar of the window: "laptop", "bash"'),
    prompt: z
      .string()
      .trim()
      .min(1)
      .max(16)
      .default('$')
      .describe('Before each command: "$", "me@laptop:~$", ">>>"'),
    lines: z
      .array(
        z.discriminatedUnion('do', [
          z.strictObject({ do: z.literal('type'), text, say }).describe('A command, typed at the prompt'),
          z
            .strictObject({
              do: z.literal('print'),
              text,
              tone,
              say: say.describe('Words on which it is printed; without, right after the line before'),
            })
            .describe('A line of output'),
          z
            .strictObject({
              do: z.literal('mark'),
              line: z.number().int().min(1).max(14).describe('The line by its place in the window, from 1'),
              note: label(60).optional().describe('What it means, below the window'),
              say,
            })
            .describe('Frames a line that already stands there'),
        ]),
      )
      .min(1)
      .max(18)
      .describe('What happens in the window, in order'),
  })
  .superRefine((data, context) => {
    let count = 0;
    data.lines.forEach((line, index) => {
      if (line.do !== 'mark') count += 1;
      else if (line.line > count) {
        context.addIssue({
          code: 'custom',
          path: ['lines', index, 'line'],
          message: `must be a line that stands there by then, from 1 to ${count}`,
        });
      }
    });
    if (count > 14)
      context.addIssue({ code: 'custom', path: ['lines'], message: 'must have at most 14 lines of text' });
    if (count < 1)
      context.addIssue({ code: 'custom', path: ['lines'], message: 'must type or print something' });
  });
export type TerminalData = z.infer<typeof terminalSchema>;

/** Later lines in a second window; what marks a line of the first stays with it. */
export function splitTerminal(data: TerminalData): [TerminalData, TerminalData] | undefined {
  const texts = data.lines.filter((line) => line.do !== 'mark');
  if (texts.length < 2) return undefined;
  const half = Math.ceil(texts.length / 2);
  const first: TerminalData['lines'] = [];
  const second: TerminalData['lines'] = [];
  let count = 0;
  for (const line of data.lines) {
    if (line.do !== 'mark') (count++ < half ? first : second).push(line);
    else if (line.line > half) second.push({ ...line, line: line.line - half });
    else if (second.length === 0) first.push(line);
  }
  return [
    { ...data, lines: first },
    { ...data, lines: second },
  ];
}

/** Has it a moment of its own? Output that names no words follows what stands above it. */
export function isCued(line: TerminalData['lines'][number]): boolean {
  return line.do !== 'print' || line.say !== undefined;
}
