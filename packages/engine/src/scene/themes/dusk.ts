/** Dusk: deep violet evening, warm amber light. The look of an explainer told after dark. */
import { calm, mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const dusk: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#4b3aa8', 0.12);
  const middle = shade(mood, 0.235, 0.075);
  const edge = shade(mood, 0.185, 0.055);
  const light = shade(mood, 0.335, 0.115);
  const surface = shade(mood, 0.31, 0.1);
  const colors = deriveColors({
    grounds: [middle, edge, light],
    surface,
    ink: '#f5f2ff',
    line: shade(palette.secondary ?? '#7a68d8', 0.58, 0.14),
    accent: palette.accent ?? '#ffb340',
    good: palette.tertiary ?? '#8fe6c1',
    danger: '#ff7b6b',
    second: shade(palette.secondary ?? '#9a8cf0', 0.76, 0.12),
  });
  return {
    name: 'dusk',
    background: {
      gradient: {
        angle: 120,
        stops: [
          { at: 0, color: middle },
          { at: 1, color: edge },
        ],
      },
      glow: { x: 0.2, y: 0.12, radius: 0.55, color: light },
      texture: { kind: 'specks', color: mix(colors.line, middle, 0.45), count: 46, seed: 7 },
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.14, tracking: -0.02 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.005 },
      mono: { family: 'JetBrains Mono', weight: 600, leading: 1.35 },
    },
    colors,
    corner: 22,
    stroke: 5,
    shadow: { color: 'rgba(8,5,24,0.45)', blur: 36, dy: 14 },
  };
};
