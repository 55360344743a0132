/** Colours mixed on the way. */
import { formatHex, interpolate } from 'culori';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixer } from './mix.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('both ends are the colours given', () => {
  fc.assert(
    fc.property(color, color, (from, to) => {
      const mixed = mixer(from, to);
      expect([mixed(0), mixed(1)]).toEqual([from, to]);
    }),
  );
});

test('the way between is that of an independent implementation of Oklab', () => {
  fc.assert(
    fc.property(color, color, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
      const expected = formatHex(interpolate([from, to], 'oklab')(share));
      const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      const other = channels(expected);
      channels(mixer(from, to)(share)).forEach((value, index) => {
        expect(Math.abs(value - other[index]!)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('opacity is mixed too, short forms are read, and what is no such colour is named', () => {
  expect(mixer('#00000000', '#000000')(0.5)).toBe('#00000080');
  expect(mixer('#fff', '#ffffff')(0.3)).toBe('#ffffff');
  expect(() => mixer('red', '#fff')).toThrow('"red"');
});
