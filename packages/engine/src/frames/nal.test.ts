/** The byte stream: units found, numbers written, nothing else changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteStream, nalUnits, renumbered } from './nal.ts';

const numbering = { bits: 4, inOrder: true };

/** A slice as x264 writes it: header byte, then first block 0, type 5, parameter set 0, four bits of number, the rest. */
function slice(number: number, rest: Uint8Array): Uint8Array {
  const head = (0b1001101 << 4) | number;
  return Uint8Array.of(0x41, head >> 3, ((head & 7) << 5) | 0b10101, ...protectedBytes(rest));
}

/** Bytes that can stand in a unit: no two zeros in a row. */
function protectedBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (byte === 0 && bytes[index - 1] === 0 ? 7 : byte));
}

test('units come back as they were joined', () => {
  const unit = fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .map((bytes) => Uint8Array.of(0x41, ...protectedBytes(bytes), 0x80));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), (units) => {
      expect(nalUnits(byteStream(units))).toEqual(units);
    }),
  );
});

test('units are found behind start codes of three bytes too', () => {
  const stream = Uint8Array.of(0, 0, 1, 0x67, 5, 0, 0, 0, 1, 0x68, 6);
  expect(nalUnits(stream)).toEqual([Uint8Array.of(0x67, 5), Uint8Array.of(0x68, 6)]);
});

test('a slice takes any number, and is itself again with its old one', () => {
  fc.assert(
    fc.property(fc.nat(15), fc.nat(15), fc.uint8Array({ maxLength: 40 }), (before, after, rest) => {
      const original = slice(before, rest);
      const changed = renumbered(original, after, numbering);
      expect(changed).toEqual(slice(after, rest));
      expect(renumbered(changed, before, numbering)).toEqual(original);
    }),
  );
});

test('a number that would make a start code is kept apart by a byte', () => {
  const original = Uint8Array.of(0x41, 0b10011011, 0b11100000, 0, 1, 9);
  const changed = renumbered(original, 8, numbering);
  expect(changed).toEqual(Uint8Array.of(0x41, 0b10011011, 0, 0, 3, 1, 9));
  expect(renumbered(changed, 15, numbering)).toEqual(original);
});
