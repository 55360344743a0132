/** Night sky: deep petrol blue, stars over dark hills, warm amber. The look of a story told outdoors. */
import { calm, mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const night: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#16405a', 0.09);
  const zenith = shade(mood, 0.2, 0.035);
  const middle = shade(mood, 0.28, 0.05);
  const horizon = shade(mood, 0.4, 0.05);
  const colors = deriveColors({
    grounds: [zenith, middle, horizon],
    surface: shade(mood, 0.33, 0.05),
    ink: '#f8eedb',
    line: shade(palette.secondary ?? '#8fa9b5', 0.66, 0.04),
    accent: palette.accent ?? '#f4a95c',
    good: palette.tertiary ?? '#9fd8b4',
    danger: '#ff8f7a',
    second: shade(palette.secondary ?? '#8cc3d8', 0.79, 0.08),
  });
  return {
    name: 'night',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: zenith },
          { at: 0.45, color: middle },
          { at: 1, color: horizon },
        ],
      },
      texture: { kind: 'specks', color: mix(colors.ink, middle, 0.5), count: 70, seed: 11 },
    },
    fonts: {
      display: { family: 'Fraunces', weight: 700, leading: 1.12, tracking: -0.01 },
      text: { family: 'Fraunces', weight: 600, leading: 1.28 },
      strong: { family: 'Fraunces', weight: 700, leading: 1.22 },
      mono: { family: 'JetBrains Mono', weight: 600, leading: 1.35 },
    },
    colors,
    corner: 28,
    stroke: 5,
    shadow: { color: 'rgba(3,12,20,0.5)', blur: 34, dy: 12 },
  };
};
