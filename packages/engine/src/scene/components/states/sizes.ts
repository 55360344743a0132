/** How large the cards and words of a state machine are for a picture of a given size. All lengths are px. */

import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Setting } from '../setting.ts';
import type { StatesData } from './schema.ts';

/** Pictures tried in turn, px; words shrink with them. */
export const PICTURES = [240, 200, 168, 140, 116, 94, 72];

export interface Card {
  text: TextBlock;
  picture: number;
  width: number;
  height: number;
}

export interface Sized {
  cards: Card[];
  words: (TextBlock | undefined)[];
}

export function coverOf({ cards }: Sized): number {
  return cards.reduce((sum, { width, height }) => sum + width * height, 0);
}

/** In the usual width; in more where a single word needs it; undefined where even that is too little. */
export function sizesOf(data: StatesData, picture: number, setting: Setting): Sized | undefined {
  for (const stretch of [1, 1.8]) {
    try {
      return fitted(data, picture, stretch, setting);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return undefined;
}

function fitted(data: StatesData, picture: number, stretch: number, setting: Setting): Sized {
  const { type, theme } = setting;
  const pictured = data.states.some((state) => state.icon);
  const share = picture / PICTURES[0]!;
  const texts = setting.fitAlike(
    data.states.map((state) => state.text),
    {
      style: theme.fonts.strong,
      size: type.least + (type.label + 12 - type.least) * share,
      max_width: Math.max(picture * 1.9, setting.shape === 'tall' ? 280 : 240) * stretch,
      max_lines: 3,
    },
  );
  const cards = texts.map((text, index): Card => {
    const has = data.states[index]!.icon !== undefined;
    const padding = 24 + 16 * share;
    return {
      text,
      picture: has ? picture : 0,
      width: Math.max(text.width + 2 * padding, pictured ? picture * 1.5 : picture),
      height: text.height + (has ? picture + 10 : 0) + 1.5 * padding,
    };
  });
  const words = data.transitions.map((transition) =>
    transition.text === undefined
      ? undefined
      : setting.fit(transition.text, {
          size: type.least + (type.label - type.least) * share,
          max_width: (220 + 110 * share) * stretch,
          max_lines: 3,
        }),
  );
  return { cards, words };
}
