import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedKey, checkedPrefix, isKey, isPrefix } from './keys.ts';

describe('keys', () => {
  it('are paths of plain names', () => {
    for (const key of [
      'videos/550e8400-e29b-41d4-a716-446655440000/video.mp4',
      'jobs/x/clips/0a1b2c.clip',
      'a',
      '-',
      '_a.b..c-',
    ])
      expect(isKey(key), key).toBe(true);
  });

  it('are never a way out, hidden, in another alphabet, or endless', () => {
    for (const key of [
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      'a/..',
      '../a',
      'a/./b',
      '.a',
      'a/.b',
      'a\\b',
      'a\\..\\b',
      'C:/a',
      'a\0',
      'a\n',
      'a b',
      'a%2e',
      'а', // Cyrillic
      'a․․/b', // one dot leader
      'a／b', // fullwidth solidus
      'é',
      '~',
      'a'.repeat(129),
      Array(9).fill('a').join('/'),
      'a/'.repeat(100_000),
    ])
      expect(isKey(key), JSON.stringify(key.slice(0, 20))).toBe(false);
    expect(() => checkedKey('../a')).toThrow(/letters, digits/);
    expect(() => checkedPrefix('/')).toThrow(/start of a key/);
  });

  it('begin with every prefix of theirs that is one', () => {
    const part = fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,9}$/);
    const key = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(key, fc.nat(80), (whole, length) => {
        expect(isKey(whole)).toBe(true);
        expect(isPrefix(whole.slice(0, length))).toBe(true);
      }),
    );
  });

  it('hold nothing, whatever is sent, that a disk would take for more than a name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        if (!isKey(text)) return;
        expect(text).toMatch(/^[A-Za-z0-9._/-]+$/);
        expect(text.split('/').every((part) => part !== '' && !part.startsWith('.'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
