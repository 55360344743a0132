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
