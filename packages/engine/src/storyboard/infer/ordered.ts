/**
 * Things in order: steps, cycles, timelines and messages between parties.
 */
import type { Piece, Structure } from '../../script/structure.ts';
import { fit, withIcon } from './fit.ts';
import type { Offer, Scene } from './offer.ts';

/** An arrow spans from one party to the next: the more there are, the fewer words lie on it. */
const MESSAGE_CHARACTERS: Record<number, number> = { 2: 40, 3: 28, 4: 20 };

type Of<Kind extends Structure['kind']> = Structure & { kind: Kind };

export function steps(items: readonly Piece[], { pictures }: Scene): Offer {
  const shown = items.slice(0, 6);
  const icons = pictures.each(shown.map(({ text }) => text));
  return {
    component: 'steps',
    series: true,
    data: {
      items: shown.map(({ text, say }, index) => ({ text: fit(text, 48), ...withIcon(icons[index]), say })),
    },
  };
}

export function cycle({ items }: Of<'cycle'>, { pictures }: Scene): Offer {
  const shown = items.slice(0, 6);
  const icons = pictures.each(shown.map(({ text }) => text));
  return {
    component: 'cycle',
    data: {
      steps: shown.map(({ text, say }, index) => ({ text: fit(text, 36), ...withIcon(icons[index]), say })),
    },
  };
}

export function timeline({ events }: Of<'dates'>, { pictures }: Scene): Offer {
  const shown = events.slice(0, 6);
  const icons = pictures.each(shown.map(({ piece }) => piece.text));
  return {
    component: 'timeline',
    series: true,
    data: {
      events: shown.map(({ when, piece }, index) => ({
        when: fit(when, 20),
        text: fit(piece.text, 44),
        ...withIcon(icons[index]),
        say: piece.say,
      })),
    },
  };
}

export function sequence({ parties, messages }: Of<'messages'>, { pictures }: Scene): Offer {
  const room = MESSAGE_CHARACTERS[Math.min(parties.length, 4)] ?? 48;
  return {
    component: 'sequence',
    series: true,
    data: {
      parties: parties.slice(0, 4).map((name) => ({ name: fit(name, 24), ...withIcon(pictures.same(name)) })),
      messages: messages.slice(0, 6).map(({ from, to, piece }) => ({
        from: fit(from, 24),
        to: fit(to, 24),
        text: fit(piece.text, room),
        ...withIcon(room > 24 ? pictures.of(piece.text) : undefined),
        say: piece.say,
      })),
    },
  };
}
