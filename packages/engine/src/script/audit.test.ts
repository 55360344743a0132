import { expect, test } from 'vitest';
import { schemas } from '../scene/components/registry.ts';
import { auditNote } from './audit.ts';

const sentence = 'The sea fills a wide basin and then slowly leaves it again.';
const words = (count: number) => Array.from({ length: Math.round(count / 12) }, () => sentence).join(' ');
const note = (parts: { headline?: string; opening?: string; show?: string; extra?: number }) => `---
title: Tides
also: [tide, high tide]
sources: [A book]
---
# ${parts.headline ?? 'The *sea* leaves'}
${parts.opening ?? ''} ${words(24)}
${parts.show ? `\n\`\`\`show\n${parts.show}\n\`\`\`\n` : ''}
# Then
${words(24 + (parts.extra ?? 0))}

{from=60} ${words(72)}

{from=120} ${words(144)}

# So
${words(24)}
`;
const audit = (parts: Parameters<typeof note>[0]) =>
  auditNote(note(parts), 'tides.md', { schemas: schemas, hasIcon: (name) => name !== 'unheard-of' });

test('a note that keeps every rule has no faults, and its words and seconds are listed', () => {
  const { faults, cuts, words: all, title } = audit({});
  expect({ faults, title }).toEqual({ faults: [], title: 'Tides' });
  expect(all).toBe(288);
  expect(cuts.map((cut) => cut.words)).toEqual([72, 144, 288]);
  expect(cuts[1]?.seconds).toBeGreaterThan(55);
});

test.each([
  [
    { headline: 'This is a headline that has more words than nine' },
    /^tides\.md line 6: the headline has 10 words/,
  ],
  [{ opening: 'In this video we look at tides.' }, /^tides\.md line 7: the film opens with "In this video"/],
  [{ opening: 'Welcome, dear friends of the sea.' }, /opens with "Welcome"/],
  [{ opening: 'A tide is a rise of the sea.' }, /line 7: the film opens with a definition/],
  [{ extra: 24 }, /^tides\.md: the cut for 30 s lasts 4\d\.\d s \(96 words\); take about \d+ words out/],
  [{ extra: 300 }, /^tides\.md: 588 words of narration; write 200 to 500/],
  [
    { show: 'points:\n  items: [{ text: a, icon: unheard-of }, { text: b, icon: moon }]' },
    /line 11: no icon is called "unheard-of"/,
  ],
  [
    { show: 'points:\n  items: [{ text: a, say: the moon }, { text: b }]' },
    /line 11: "the moon" is not spoken/,
  ],
  [{ show: 'points:\n  items: [{ text: a }]' }, /line 11: points\.items must have at least 2 items/],
  [{ show: 'points:\n  items: [' }, /not valid YAML/],
])('a broken rule is named: %o', (parts, message) => {
  const { faults } = audit(parts);
  expect(
    faults.some((fault) => message.test(fault)),
    faults.join('\n'),
  ).toBe(true);
});

test('an opening that merely holds "is a" is no definition', () => {
  expect(audit({ opening: 'A wave that drowns a street is a day late.' }).faults.join()).not.toMatch(
    /definition/,
  );
});
