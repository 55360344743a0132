/** Poster: a warm vivid sheet, black display type, one deep red. The look of a wall that makes people stop. */
import { calm, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const poster: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#ffbf3b', 0.17);
  const top = shade(mood, 0.895, 0.155);
  const bottom = shade(palette.primary ? mood : '#ffa14a', 0.815, 0.145);
  const colors = deriveColors({
    grounds: [top, bottom],
    surface: shade(mood, 0.965, 0.05),
    ink: shade(mood, 0.17, 0.03),
    line: shade(mood, 0.5, 0.1),
    accent: palette.accent ?? '#b3122f',
    good: palette.tertiary ?? '#14573f',
    danger: '#a3162a',
    second: shade(palette.secondary ?? '#3b2a8c', 0.38, 0.16),
  });
  return {
    name: 'poster',
    background: {
      gradient: {
        angle: 165,
        stops: [
          { at: 0, color: top },
          { at: 1, color: bottom },
        ],
      },
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.08, tracking: -0.035 },
      text: { family: 'Sora', weight: 600, leading: 1.25, tracking: -0.01 },
      strong: { family: 'Sora', weight: 800, leading: 1.2, tracking: -0.015 },
      mono: { family: 'JetBrains Mono', weight: 700, leading: 1.35 },
    },
    colors,
    corner: 20,
    stroke: 7,
    shadow: { color: 'rgba(70,30,0,0.22)', blur: 18, dy: 10 },
  };
};
