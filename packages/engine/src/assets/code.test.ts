import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightCode } from './code.ts';

const roles = async (source: string, language: string) =>
  (await highlightCode(source, language))
    .flat()
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, role }) => `${text.trim()}:${role}`);

test('Python is told apart into its roles', async () => {
  const found = await roles(
    'def mean(xs):  # average\n    return sum(xs) / 2 if xs and True else "none"',
    'python',
  );
  for (const piece of [
    'def:keyword',
    'mean:function',
    '# average:comment',
    'return:keyword',
    'sum:function',
    '2:number',
  ]) {
    expect(found).toContain(piece);
  }
  expect(found).toContain('"none":string');
  expect(found).toContain('/:operator');
});

test('TypeScript, SQL, JSON and shell are told apart too, by name or short name', async () => {
  const ts = await roles('const n: number = await load(5); // five', 'ts');
  expect(ts).toEqual(expect.arrayContaining(['number:type', 'load:function', '5:number', '// five:comment']));
  const sql = await roles("SELECT mass FROM planets WHERE mass > 5 AND kind = 'gas'", 'sql');
  expect(sql).toEqual(expect.arrayContaining(['SELECT:keyword', '5:number', "'gas':string"]));
  expect(await roles('{"name": "x", "n": 1}', 'json')).toEqual(
    expect.arrayContaining(['"name":name', '"x":string', '1:number']),
  );
  expect(await roles('echo "hi" # say', 'bash')).toEqual(
    expect.arrayContaining(['echo:function', '"hi":string', '# say:comment']),
  );
});

test('languages whose names are no file names are known', async () => {
  expect(await roles('int x = 5;', 'C++')).toContain('5:number');
  expect(await roles('var x = 5;', 'C#')).toContain('5:number');
  expect(await roles('let x = 5', 'F#')).toContain('5:number');
});

test('a language nobody knows is plain, line by line', async () => {
  expect(await highlightCode('a = 1\n\n  b', 'klingon')).toEqual([
    [{ text: 'a = 1', role: 'plain' }],
    [],
    [{ text: '  b', role: 'plain' }],
  ]);
  expect(await highlightCode('x', 'constructor')).toEqual([[{ text: 'x', role: 'plain' }]]);
});

test('no character is lost or moved, whatever the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[ -~\n]{0,120}$/),
      fc.constantFrom('python', 'typescript', 'text', 'html'),
      async (source, language) => {
        const lines = await highlightCode(source, language);
        expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(source);
      },
    ),
    { numRuns: 60, seed: 3 },
  );
});
