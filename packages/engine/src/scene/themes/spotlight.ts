/** Stage light: near-black with a cone of light, great white type, a glowing accent. The look of a launch. */
import { calm, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const spotlight: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#2c4a7c', 0.1);
  const dark = shade(mood, 0.13, 0.02);
  const light = shade(mood, 0.29, 0.06);
  const colors = deriveColors({
    grounds: [dark, light],
    surface: shade(mood, 0.25, 0.035),
    ink: '#ffffff',
    line: shade(palette.secondary ?? '#6f86b5', 0.6, 0.06),
    accent: palette.accent ?? '#3be0ff',
    good: palette.tertiary ?? '#7df0a5',
    danger: '#ff6f6f',
    second: shade(palette.secondary ?? '#b58cff', 0.75, 0.14),
  });
  return {
    name: 'spotlight',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: dark },
          { at: 1, color: dark },
        ],
      },
      glow: { x: 0.5, y: 0.45, radius: 0.55, color: light },
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.1, tracking: -0.035 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.01 },
      mono: { family: 'JetBrains Mono', weight: 600, leading: 1.35 },
    },
    colors,
    corner: 16,
    stroke: 5,
    shadow: { color: 'rgba(0,0,0,0.6)', blur: 48, dy: 18 },
  };
};
