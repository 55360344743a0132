/** The letters that several themes are set in. */
import type { Theme } from './theme.ts';

type Fonts = Theme['fonts'];

export const MONO: Fonts['mono'] = { family: 'JetBrains Mono', weight: 600, leading: 1.35 };

export const SERIF: Omit<Fonts, 'mono'> = {
  display: { family: 'Fraunces', weight: 700, leading: 1.12, tracking: -0.01 },
  text: { family: 'Fraunces', weight: 600, leading: 1.28 },
  strong: { family: 'Fraunces', weight: 700, leading: 1.22 },
};

/** As plain as what is written on a board. */
export const GROTESK: Omit<Fonts, 'mono'> = {
  display: { family: 'Space Grotesk', weight: 700, leading: 1.12, tracking: -0.015 },
  text: { family: 'Space Grotesk', weight: 500, leading: 1.25 },
  strong: { family: 'Space Grotesk', weight: 700, leading: 1.2 },
};
