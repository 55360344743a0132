import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { terminal } from './index.ts';
import { splitTerminal, type TerminalData, terminalSchema } from './schema.ts';

test('output that names no words has no moment of its own', () => {
  const data = terminalSchema.parse({
    lines: [
      { do: 'type', text: 'ls' },
      { do: 'print', text: 'notes.txt' },
      { do: 'print', text: 'film.mp4', say: 'a film' },
    ],
  });
  expect(terminal.parts(data).map((part) => part.path)).toEqual(['lines.0', 'lines.2']);
});

test('a mark needs a line that stands there by then', () => {
  const check = (line: number) =>
    terminalSchema.safeParse({
      lines: [
        { do: 'type', text: 'ls' },
        { do: 'mark', line },
        { do: 'print', text: 'notes.txt' },
      ],
    }).success;
  expect(check(1)).toBe(true);
  expect(check(2)).toBe(false);
});

test('divided, each mark stays with its line', () => {
  const [first, second] = splitTerminal(
    terminalSchema.parse({
      lines: [
        { do: 'type', text: 'one' },
        { do: 'print', text: 'two' },
        { do: 'mark', line: 1 },
        { do: 'type', text: 'three' },
        { do: 'mark', line: 3 },
      ],
    }) as TerminalData,
  )!;
  expect(first.lines.map((line) => line.do)).toEqual(['type', 'print', 'mark']);
  expect(second.lines).toMatchObject([{ text: 'three' }, { do: 'mark', line: 1 }]);
});

test('lines in any script hold, or are divided or refused', async () => {
  const line = fc.oneof(
    words(80).map((text) => ({ do: 'type', text })),
    words(80).map((text) => ({ do: 'print', text })),
    words(60).map((note) => ({ do: 'mark', line: 1, note })),
  );
  const plans = fc.record({
    title: words(40),
    prompt: words(16),
    lines: fc
      .tuple(words(80), fc.array(line, { maxLength: 11 }))
      .map(([text, rest]) => [{ do: 'type', text }, ...rest]),
  });
  await fc.assert(
    fc.asyncProperty(plans, async (data) => {
      await expectHolds(terminal, terminalSchema.parse(data) as TerminalData);
    }),
    { numRuns: 12 },
  );
}, 30_000);
