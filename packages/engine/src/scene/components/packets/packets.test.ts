import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectHolds, words } from '../../testing/stress.ts';
import { packets } from './index.ts';
import { type PacketsData, packetsSchema } from './schema.ts';

const base = {
  from: { name: 'You' },
  to: { name: 'A friend' },
  message: 'See you',
  packets: ['See', 'you'],
  routes: [['Oslo', 'Riga']],
};
const check = (ops: unknown[]) => packetsSchema.safeParse({ ...base, ops }).success;

test('journeys name packets, routes and routers that are there', () => {
  expect(check([{ do: 'send', packet: 2 }])).toBe(true);
  expect(check([{ do: 'send', packet: 3 }])).toBe(false);
  expect(check([{ do: 'send', packet: 1, route: 2 }])).toBe(false);
  expect(check([{ do: 'lose', packet: 1, hop: 3 }])).toBe(false);
});

test('a message is divided before anything is sent', () => {
  expect(check([{ do: 'split' }, { do: 'send', packet: 1 }])).toBe(true);
  expect(check([{ do: 'send', packet: 1 }, { do: 'split' }])).toBe(false);
});

test('words in any script and any journeys hold, or are refused', async () => {
  const end = fc.record({ name: words(20) });
  const plans = fc
    .record({
      from: end,
      to: end,
      message: words(32),
      packets: fc.array(words(6), { minLength: 1, maxLength: 6 }),
      routes: fc.array(fc.array(words(14), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    })
    .chain((data) => {
      const packet = fc.integer({ min: 1, max: data.packets.length });
      const route = fc.integer({ min: 1, max: data.routes.length });
      const journey = fc.record({ do: fc.constantFrom('send', 'ask', 'lose'), packet, route });
      return fc
        .array(journey, { minLength: 1, maxLength: 10 })
        .map((ops) => ({ ...data, ops: [{ do: 'split' }, ...ops, { do: 'join' }] }));
    });
  await fc.assert(
    fc.asyncProperty(plans, async (data) => {
      await expectHolds(packets, packetsSchema.parse(data) as PacketsData);
    }),
    { numRuns: 12 },
  );
}, 30_000);
