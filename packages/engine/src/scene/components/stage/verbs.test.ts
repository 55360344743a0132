import { expect, test } from 'vitest';
import { stageSchema } from './schema.ts';
import { PHRASES, readPhrase } from './verbs.ts';

const actors = {
  laptop: { icon: 'laptop', at: 'left' },
  shop: { icon: 'convenience store', at: 'right' },
  hops: { icon: 'tabler:router', count: 3, along: 'wire' },
  card: { shape: 'card', text: '4929…', on: 'laptop' },
};
const paths = { wire: { from: 'laptop', to: 'shop' } };

function faultsOf(stage: Record<string, unknown>): string[] {
  const result = stageSchema.safeParse({ actors, paths, ...stage });
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

const cue = (phrase: string) => faultsOf({ cues: [{ say: 'then', do: phrase }] });

test('every phrase that is offered can be read', () => {
  for (const phrase of PHRASES) {
    const plain = phrase
      .replace('X', 'a')
      .replace('Y', 'b')
      .replace('Z', 'c')
      .replace(/\bP\b/, 'wire')
      .replace('ICON', 'melting face')
      .replace('WORDS', 'It is mine')
      .replace('NUMBER', '-12.5');
    expect(readPhrase(plain), phrase).toHaveProperty('act');
  }
});

test('a verb nobody knows is answered with all that there are', () => {
  const [fault] = cue('fly card to shop');
  for (const phrase of PHRASES) expect(fault).toContain(`"${phrase}"`);
});

test('a known verb used wrongly is answered with its own forms only', () => {
  expect(cue('move card')).toEqual([
    'cues.0.do must be "move X to Y", "move X along P" or "move X along P to Y", not "move card"',
  ]);
});

test('actors, rows and paths that a phrase names must be there', () => {
  expect(cue('move card along wire to hops.2')).toEqual([]);
  expect(cue('light hops')).toEqual([]);
  expect(cue('move cart to shop')[0]).toContain('must name an actor (laptop, shop, hops, card), not "cart"');
  expect(cue('light hops.9')[0]).toContain('must name hops.1 to hops.3');
  expect(cue('light card.1')[0]).toContain('is not a row');
  expect(cue('move hops to shop')[0]).toContain('one of the row "hops"');
  expect(cue('move card along road')[0]).toContain('must name a path (wire)');
  expect(cue('move card to card')[0]).toContain('different actors');
});

test('places that depend on themselves are refused', () => {
  const around = { a: { icon: 'sun', on: 'b' }, b: { icon: 'full moon', above: 'a' } };
  expect(faultsOf({ actors: around, paths: {} })[0]).toContain(
    'must have a place that does not depend on itself',
  );
});

test('a path joins two different actors that are there', () => {
  expect(faultsOf({ paths: { wire: { from: 'laptop', to: 'nobody' } } })[0]).toContain(
    'paths.wire.to must be one of',
  );
  expect(faultsOf({ paths: { wire: { from: 'laptop', to: 'laptop' } } })[0]).toContain(
    'another actor than "from"',
  );
});

test('words that are said or written are short, and stand where there are words', () => {
  expect(cue('talk shop saying Who is there?')).toEqual([]);
  expect(cue(`talk shop saying ${'a'.repeat(61)}`)[0]).toContain('at most 60 letters');
  expect(cue('rewrite card as x7#Q…9fK')).toEqual([]);
  expect(cue('rewrite shop as closed')[0]).toContain('must name an actor with "text" to rewrite');
  expect(cue('count card to 20')).toEqual([]);
  expect(cue('count shop to 20')[0]).toContain('has a number to count from, e.g. text: "0 %"');
});

test('one becomes several, and several one', () => {
  expect(cue('split card into hops')).toEqual([]);
  expect(cue('split card into laptop and shop')).toEqual([]);
  expect(cue('split card into shop')[0]).toContain('must split into a row or several actors');
  expect(cue('merge hops into card')).toEqual([]);
  expect(cue('merge laptop, shop and hops into card')).toEqual([]);
  expect(cue('merge shop into card')[0]).toContain('e.g. "merge shop and another into card"');
  expect(cue('merge shop and card into card')[0]).toContain('must name different actors, not "card" twice');
});

test('a scenery nobody knows is answered with all that there are', () => {
  expect(faultsOf({ scenery: 'moon' })[0]).toMatch(/none.*hills.*space/);
});
