/** Graph paper: warm white squared paper, ink and one clear blue. The look of a lesson worked out by hand. */
import { calm, mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const paper: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#2b6cdf', 0.2);
  const ground = palette.primary ? shade(mood, 0.975, 0.01) : '#fbf8f1';
  const line = palette.secondary ? shade(palette.secondary, 0.62, 0.06) : '#a79c80';
  const squares = mix(ground, line, 0.22);
  const colors = deriveColors({
    grounds: [ground, squares],
    surface: '#ffffff',
    ink: shade(mood, 0.24, 0.035),
    line,
    accent: palette.accent ?? '#e4572e',
    good: palette.tertiary ?? '#16866b',
    danger: '#c2334a',
    second: shade(mood, 0.5, 0.18),
  });
  return {
    name: 'paper',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: ground },
          { at: 1, color: ground },
        ],
      },
      texture: { kind: 'grid', color: squares, step: 60 },
    },
    fonts: {
      display: { family: 'Space Grotesk', weight: 700, leading: 1.12, tracking: -0.015 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.005 },
      mono: { family: 'JetBrains Mono', weight: 600, leading: 1.35 },
    },
    colors,
    corner: 18,
    stroke: 5,
    shadow: { color: 'rgba(40,34,20,0.16)', blur: 26, dy: 10 },
  };
};
