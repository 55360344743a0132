import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { planeOf, runsOf, yDomain } from './curves.ts';
import { parseExpression } from './expression.ts';
import { plot } from './index.ts';
import { typeset } from './readout.ts';

test.each([
  ['2x + 1', 3, 7],
  ['-x^2', 3, -9],
  ['2^3^2', 0, 512],
  ['(x+1)(x-1)', 4, 15],
  ['x²/2 − 1', 4, 7],
  ['2 sin(pi x / 2)', 1, 2],
  ['sin x', Math.PI / 2, 1],
  ['e^(-x)', 0, 1],
  ['sqrt(x) ln(e) log(100)', 9, 6],
  ['4·x × 2 ÷ 8', 5, 5],
  ['xexp(x)', 1, Math.E],
])('"%s" at %d is %d', (text, x, value) => {
  expect(parseExpression(text)(x)).toBeCloseTo(value, 9);
});

test.each(['', 'x +', '(x', 'x)', 'process.exit()', 'x => x', 'y', 'sin', '2 & 3', '1..2.'])(
  '"%s" is refused',
  (text) => {
    expect(() => parseExpression(text)).toThrow(/cannot be read/);
  },
);

test('no text makes the parser do anything but answer or refuse', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      try {
        expect(typeof parseExpression(text)(1)).toBe('number');
      } catch (error) {
        expect(String(error)).toContain('cannot be read');
      }
    }),
  );
});

const parse = (data: unknown) => plot.schema.parse(data);

test('a curve that leaves the plot or jumps is drawn in unbroken runs within it', () => {
  const data = parse({ x: [-2, 2], y: [-5, 5], curves: [{ f: '1/x' }] });
  const box = { x: 0, y: 0, width: 400, height: 300 };
  const runs = runsOf(parseExpression('1/x'), data, planeOf(data, box));
  expect(runs).toHaveLength(2);
  for (const { y } of runs.flat()) {
    expect(y).toBeGreaterThanOrEqual(-0.001);
    expect(y).toBeLessThanOrEqual(300.001);
  }
});

test('the y axis holds the curve and leaves out poles', () => {
  expect(yDomain(parse({ x: [0, 4], curves: [{ f: 'x^2' }] }))[1]).toBeGreaterThan(16);
  expect(yDomain(parse({ x: [-1, 1], curves: [{ f: '1/x' }] }))[1]).toBeLessThan(30);
});

test('expressions are typeset', () => {
  expect(typeset('x^2 - 3*x')).toBe('x² − 3·x');
});

const notes = fc.array(fc.record({ x: fc.integer({ min: -5, max: 5 }), text: words(60) }), { maxLength: 6 });
const formulas = fc.array(
  fc.record({
    f: fc.constantFrom('x^2', 'tan(x)', '1/x', '1000000 x', 'sqrt(x)', '0', 'ln(-x^2)', 'sin(5x)/x'),
    label: words(32),
  }),
  { minLength: 1, maxLength: 3 },
);

test('any curves and notes hold or are refused', async () => {
  await fc.assert(
    fc.asyncProperty(formulas, notes, words(16), fc.boolean(), async (curves, stops, text, tangent) => {
      const lines = [
        { x: 1, text },
        { y: 0.5, text },
      ];
      await expectHolds(plot, parse({ x: [-5, 5], curves, stops, lines, tangent }));
    }),
    { numRuns: 15 },
  );
}, 30_000);
