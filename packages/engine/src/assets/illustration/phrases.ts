/** Compositions described in words: "a padlock on a browser window on a laptop", "a globe with a thermometer". */
import { type Composition, hasPlace, type Overlay } from './composition.ts';

const MOST_PARTS = 4;

/**
 * The composition a phrase describes, each part found by `find` (`set:name` of a meaning); undefined if the phrase
 * describes none or a part of it has no picture.
 */
export function described(
  phrase: string,
  find: (meaning: string) => string | undefined,
): Composition | undefined {
  const stacked = phrase.split(/\s+(?:on top of|on|upon|inside)\s+(?:an?\s+|the\s+)?/i);
  const beside = phrase.split(/\s+with\s+(?:an?\s+|the\s+)?/i);
  if (stacked.length > 1 && stacked.length <= MOST_PARTS) return layered(stacked.reverse(), find);
  if (beside.length === 2) return badged(beside[0]!, beside[1]!, find);
  return undefined;
}

/** From the bottom up: each on the one below. */
function layered(meanings: string[], find: (meaning: string) => string | undefined): Composition | undefined {
  const icons = meanings.map((meaning) => find(meaning));
  const [base, ...others] = icons;
  if (!base || others.some((icon) => icon === undefined)) return undefined;
  const on = others.map((icon, index): Overlay => {
    const below = icons[index]!;
    const at = hasPlace(below) ? 'on' : 'above';
    return {
      icon: icon!,
      at,
      ...(index > 0 ? { nested: true } : {}),
      ...(at === 'on' ? { size: 1.25 } : {}),
    };
  });
  return { base, on };
}

function badged(
  base: string,
  badge: string,
  find: (meaning: string) => string | undefined,
): Composition | undefined {
  const [below, icon] = [find(base), find(badge)];
  return below && icon ? { base: below, on: [{ icon, at: 'corner' }] } : undefined;
}
