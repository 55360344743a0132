import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedRange } from './range.ts';

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=0-1000', { start: 0, end: 99 }],
    ['bytes=10-', { start: 10, end: 99 }],
    ['bytes=99-', { start: 99, end: 99 }],
    ['bytes=-1', { start: 99, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['Bytes=5-6', { start: 5, end: 6 }],
    ['bytes= 5-6 ', { start: 5, end: 6 }],
    [`bytes=5-${'9'.repeat(400)}`, { start: 5, end: 99 }],
  ])('%s asks for bytes that there are', (header, range) => {
    expect(askedRange(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    '%s lies outside the file',
    (header) => {
      expect(askedRange(header, 100)).toBe('unsatisfiable');
    },
  );

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-4',
    'bytes=a-b',
    'bytes=0x1-5',
    'bytes=1.5-',
    'items=0-5',
    'bytes=0-1,5-6',
    'bytes=--5',
    'bytes=-5-',
    'bytes=0-5;',
  ])('%s is as good as none', (header) => {
    expect(askedRange(header, 100)).toBe('whole');
  });

  it('of an empty file is never satisfiable', () => {
    for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-5'])
      expect(askedRange(header, 0)).toBe('unsatisfiable');
  });

  it('never asks for what is not there', () => {
    const header = fc
      .tuple(fc.option(fc.nat()), fc.option(fc.nat()))
      .map(([a, b]) => `bytes=${a ?? ''}-${b ?? ''}`);
    fc.assert(
      fc.property(fc.oneof(header, fc.string()), fc.nat(1000), (text, size) => {
        const asked = askedRange(text, size);
        if (typeof asked === 'string') return;
        expect(asked.start).toBeGreaterThanOrEqual(0);
        expect(asked.end).toBeGreaterThanOrEqual(asked.start);
        expect(asked.end).toBeLessThan(size);
      }),
      { numRuns: 2_000 },
    );
  });
});
