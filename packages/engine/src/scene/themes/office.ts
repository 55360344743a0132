/** Daylight office: cool near-white, navy ink, one calm teal. The look of a report that is read standing up. */
import { calm, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import type { ThemeMaker } from './theme.ts';

export const office: ThemeMaker = (palette) => {
  const mood = calm(palette.primary ?? '#1d3a6b', 0.12);
  const top = shade(mood, 0.985, 0.006);
  const bottom = shade(mood, 0.945, 0.014);
  const colors = deriveColors({
    grounds: [top, bottom],
    surface: '#ffffff',
    ink: shade(mood, 0.22, 0.045),
    line: shade(palette.secondary ?? '#5b7290', 0.7, 0.035),
    accent: palette.accent ?? '#0f9488',
    good: palette.tertiary ?? '#2f7d4f',
    danger: '#b5442a',
    second: shade(palette.secondary ?? '#3f74c4', 0.54, 0.13),
  });
  return {
    name: 'office',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: top },
          { at: 1, color: bottom },
        ],
      },
    },
    fonts: {
      display: { family: 'Inter', weight: 800, leading: 1.12, tracking: -0.035 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.01 },
      mono: { family: 'JetBrains Mono', weight: 600, leading: 1.35 },
    },
    colors,
    corner: 26,
    stroke: 4,
    shadow: { color: 'rgba(20,40,80,0.14)', blur: 44, dy: 18 },
  };
};
