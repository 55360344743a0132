/** Daylight office: cool near-white, navy ink, one calm teal. The look of a report that is read standing up. */
import { shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const office: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#1d3a6b',
    structure: '#5b7290',
    accent: '#0f9488',
    good: '#2f7d4f',
  });
  const { tone } = roles;
  const top = tone(0.984, 0.006);
  const bottom = tone(0.952, 0.014);
  const colors = deriveColors({
    grounds: [top, bottom],
    surface: '#ffffff',
    ink: tone(0.21, 0.045),
    line: shade(roles.structure, 0.72, 0.045),
    edge: shade(roles.structure, 0.84, 0.03),
    accent: roles.accent,
    good: roles.good,
    danger: '#b5442a',
    second: shade(roles.structured ? roles.structure : '#3f74c4', 0.54, 0.13),
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
      textures: [{ kind: 'panes', color: '#ffffff' }],
    },
    fonts: {
      display: { family: 'Inter', weight: 800, leading: 1.12, tracking: -0.035 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.012 },
      mono: MONO,
    },
    type: typeScales({ wide: { headline: 86 }, tall: { headline: 100 } }),
    colors,
    corner: 28,
    stroke: 4,
    shadow: { color: 'rgba(20,40,80,0.16)', blur: 44, dy: 18 },
    icons: { style: 'colour', weight: 2 },
    transition: 'slide',
  };
};
