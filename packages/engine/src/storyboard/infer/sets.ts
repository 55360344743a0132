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
