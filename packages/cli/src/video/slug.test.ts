import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a folder is named after the words of the task', () => {
  expect(slugOf('Explain how HTTPS works in 30 seconds')).toBe('explain-how-https-works-in-30-seconds');
  expect(slugOf("What's déjà vu?")).toBe('whats-deja-vu');
});

test('any task gives a short name without anything a path could trip over', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (task) => {
      const slug = slugOf(task);
      expect(slug.length).toBeGreaterThan(0);
      expect(slug.length).toBeLessThanOrEqual(60);
      expect(slug).not.toMatch(/[/\\.\s:*?"<>|]/);
    }),
  );
});
