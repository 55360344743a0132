import { expect, test } from 'vitest';
import { ideasOf } from './ideas.ts';
import { blocksOf } from './markdown.ts';

const told = (text: string) =>
  ideasOf(blocksOf(text), new Set()).ideas.map(({ shape, lines }) => [
    shape.kind,
    lines.map((line) => line.text).join(' '),
  ]);

test('a sentence that leads into a listing is told with it, not with the listing before', () => {
  const text =
    'The first program prints a greeting.\n\n```js\nconsole.log(greeting)\n```\n\nThe second adds two numbers:\n\n```js\nadd(two, numbers)\n```\n';
  expect(told(text)).toEqual([
    ['code', 'The first program prints a greeting.'],
    ['code', 'The second adds two numbers.'],
  ]);
});

test('a drawing is shown though a listing follows it at once', () => {
  const text =
    'The browser asks the server.\n\n```mermaid\nsequenceDiagram\nBrowser->>Server: hi\nServer->>Browser: ho\n```\n\n```js\nadd(two, numbers)\n```\n\nThe program adds two numbers with add.';
  expect(told(text)).toEqual([
    ['drawing', 'The browser asks the server.'],
    ['code', 'The program adds two numbers with add.'],
  ]);
});

test('a listing and a drawing are shown though a formula follows them at once', () => {
  const shown = (block: string) => told(`The browser asks the server.\n\n${block}\n\n$$E = m c^2$$\n`);
  const drawing = '```mermaid\nsequenceDiagram\nBrowser->>Server: hi\nServer->>Browser: ho\n```';
  expect(shown(drawing).map(([kind]) => kind)).toEqual(['drawing', 'formula']);
  expect(shown('```js\nask(server)\n```').map(([kind]) => kind)).toEqual(['code', 'formula']);
});
