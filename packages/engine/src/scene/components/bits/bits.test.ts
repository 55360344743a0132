import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { bits } from './index.ts';
import { type BitsData, bitsSchema } from './schema.ts';
import { readAs, sumOf, tell } from './story.ts';

const parse = (data: unknown) => bitsSchema.parse(data) as BitsData;

test('bits read as a number, in hex and as a letter', () => {
  const { start, weights } = tell(parse({ bits: '01001101', ops: [{ do: 'sum' }] }));
  expect(readAs('decimal', start)).toBe('77');
  expect(readAs('hex', start)).toBe('0x4D');
  expect(readAs('letter', start)).toBe('M');
  expect(sumOf(start, weights)).toBe('64 + 8 + 4 + 1');
});

test('the first of signed bits counts as negative', () => {
  const story = tell(parse({ bits: '11111110', signed: true, ops: [{ do: 'flip', bit: 0 }] }));
  expect(readAs('decimal', story.start)).toBe('−2');
  expect(story.steps[0]!.value).toBe(-1);
});

test('a field is read by itself until one of its bits changes', () => {
  const { fields } = tell(
    parse({
      bits: '01001101',
      ops: [
        { do: 'field', from: 4, to: 0, label: 'letter' },
        { do: 'flip', bit: 5 },
        { do: 'flip', bit: 1 },
      ],
    }),
  );
  expect(fields.get(0)).toEqual({ first: 3, last: 7, value: 13, until: 2 });
});

test('operations name bits that are there', () => {
  expect(bitsSchema.safeParse({ bits: '0110', ops: [{ do: 'flip', bit: 4 }] }).success).toBe(false);
  expect(bitsSchema.safeParse({ bits: '0110', ops: [{ do: 'set', bits: '011' }] }).success).toBe(false);
});

test('any bits, names in any script and any operations hold, or are divided or refused', async () => {
  const pattern = (count: number) =>
    fc.array(fc.constantFrom('0', '1'), { minLength: count, maxLength: count }).map((all) => all.join(''));
  const plans = fc.integer({ min: 1, max: 16 }).chain((count) => {
    const bit = fc.integer({ min: 0, max: count - 1 });
    const op = fc.oneof(
      bit.map((bit) => ({ do: 'flip', bit })),
      pattern(count).map((bits) => ({ do: 'set', bits })),
      fc.tuple(bit, bit, words(24)).map(([from, to, label]) => ({ do: 'field', from, to, label })),
      fc.constant({ do: 'sum' }),
    );
    const read = fc.record({ as: fc.constantFrom('decimal', 'hex', 'letter'), name: words(16) });
    return fc.record({
      bits: pattern(count),
      signed: fc.boolean(),
      read: fc.array(read, { maxLength: 3 }),
      ops: fc.array(op, { minLength: 1, maxLength: 10 }),
    });
  });
  await fc.assert(
    fc.asyncProperty(plans, async (data) => {
      await expectHolds(bits, parse(data));
    }),
    { numRuns: 8 },
  );
}, 30_000);
