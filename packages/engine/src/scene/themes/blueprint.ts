/** Blueprint: white lines on deep blue, ruled fine and coarse, nothing round. How a thing is built. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { GROTESK, MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const blueprint: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#1d4fa8',
    structure: '#9dc0f2',
    accent: '#ffd166',
    good: '#9be8c8',
  });
  const { tone } = roles;
  const sheet = tone(0.345, 0.115);
  const edge = tone(0.3, 0.1);
  const fine = mix(sheet, tone(0.7, 0.09), 0.13);
  const coarse = mix(sheet, tone(0.7, 0.09), 0.22);
  const colors = deriveColors({
    grounds: [sheet, edge, fine, coarse],
    surface: tone(0.39, 0.12),
    ink: '#f3f8ff',
    line: shade(roles.structure, 0.78, 0.07),
    edge: shade(roles.structure, 0.8, 0.06),
    accent: roles.accent,
    good: roles.good,
    danger: '#ff9d92',
    second: shade(roles.structure, 0.84, 0.07),
  });
  return {
    name: 'blueprint',
    background: {
      gradient: {
        angle: 160,
        stops: [
          { at: 0, color: sheet },
          { at: 1, color: edge },
        ],
      },
      textures: [{ kind: 'grid', color: fine, step: 40, major: { every: 5, color: coarse } }],
    },
    fonts: {
      ...GROTESK,
      display: { ...GROTESK.display, tracking: -0.01 },
      mono: MONO,
    },
    type: typeScales(),
    colors,
    corner: 4,
    stroke: 3,
    shadow: { color: 'rgba(0,10,40,0.25)', blur: 10, dy: 4 },
    icons: { style: 'line', weight: 1.4 },
    transition: 'wipe',
  };
};
