/**
 * Things side by side: points, comparisons, and causes joined to their effects.
 */
import type { Piece, Structure } from '../../script/structure.ts';
import { fit, truly, withIcon } from './fit.ts';
import type { Offer, Scene } from './offer.ts';

type Of<Kind extends Structure['kind']> = Structure & { kind: Kind };

export function points(items: readonly Piece[], { pictures }: Scene): Offer {
  const shown = items.slice(0, 6);
  const icons = pictures.each(shown.map(({ text }) => text));
  return {
    component: 'points',
    data: {
      items: shown.map(({ text, say }, index) => ({ text: fit(text, 60), ...withIcon(icons[index]), say })),
    },
  };
}

const LEAST_GRID = 5;

/** Many things of one kind, each with a picture of its own: a grid of pictures. */
export function icons(items: readonly Piece[], { pictures }: Scene): Offer | null {
  if (items.length < LEAST_GRID) return null;
  const found = items.map(({ text }) => pictures.of(text));
  if (!found.every(Boolean)) return null;
  return {
    component: 'icons',
    data: { items: items.map(({ text, say }, index) => ({ icon: found[index], label: fit(text, 36), say })) },
  };
}

/** Things said to lie upon each other. They are told from the top unless the words say otherwise. */
export function layers(items: readonly Piece[], { sentences, pictures }: Scene): Offer | null {
  const told = sentences.join(' ');
  if (!/\blayers?\b|\bstack(?:ed)?\b/i.test(told) || items.length < 3 || items.length > 7) return null;
  const upwards =
    /\bfrom (?:the )?(?:bottom|ground|inside|lowest|base)\b|\bupwards?\b|\bbottom to top\b/i.test(told);
  const shown = items.map(({ text, say }) => ({ text: fit(text, 40), ...withIcon(pictures.of(text)), say }));
  return { component: 'layers', data: { layers: upwards ? shown.reverse() : shown } };
}

const EARLIER = /^(?:before|then|once|formerly|the old|old|in (?:the )?1\d{3}s?|by hand|without)\b/i;
const LATER = /^(?:after|now|today|nowadays|the new|new|in (?:the )?20\d\ds?|by machine|with)\b/i;

/** One thing in two times, where both have a picture. */
export function before({ sides }: Of<'comparison'>, { pictures }: Scene): Offer | null {
  const [first, second] = sides;
  if (!first || !second || !EARLIER.test(first.name) || !LATER.test(second.name)) return null;
  const stateOf = ({ name, points: own }: typeof first) => {
    const [point] = own;
    const icon = point && (pictures.of(point.text) ?? pictures.of(name));
    return icon ? { tag: fit(name, 24), icon, label: fit(point.text, 48), say: point.say } : undefined;
  };
  const [earlier, later] = [stateOf(first), stateOf(second)];
  return earlier && later ? { component: 'before', data: { before: earlier, after: later } } : null;
}

export function comparison({ sides }: Of<'comparison'>, { pictures }: Scene): Offer {
  return {
    component: 'comparison',
    data: {
      sides: sides.slice(0, 2).map(({ name, points: own }) => ({
        name: fit(name, 28),
        ...withIcon(pictures.of(name)),
        points: own.slice(0, 4).map(({ text, say }) => ({ text: fit(text, 48), say })),
      })),
    },
  };
}

/**
 * Each cause and effect is a node once, however often it is named; the last effect is where it all leads.
 * Null when a node would lose words it needs.
 */
export function diagram({ links }: Of<'cause'>, { pictures }: Scene): Offer | null {
  if (links.some(({ cause, effect }) => !truly(cause.text, 32) || !truly(effect.text, 32))) return null;
  const nodes = new Map<string, { id: string; label: string; say: string; icon?: string }>();
  const idOf = ({ text, say }: Piece): string => {
    const label = fit(text, 32);
    const key = label.toLowerCase();
    const node = nodes.get(key) ?? { id: `n${nodes.size + 1}`, label, say, ...withIcon(pictures.of(text)) };
    nodes.set(key, node);
    return node.id;
  };
  const edges = links
    .map(({ cause, effect }) => ({ from: idOf(cause), to: idOf(effect), say: effect.say }))
    .filter(({ from, to }) => from !== to);
  const goal = edges.at(-1)?.to;
  return {
    component: 'diagram',
    data: {
      nodes: [...nodes.values()]
        .slice(0, 9)
        .map((node) => (node.id === goal ? { ...node, tone: 'now' } : node)),
      edges,
    },
  };
}
