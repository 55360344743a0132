/** Graph paper: warm white squared paper, ink and one clear blue. The look of a lesson worked out by hand. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const paper: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#2b6cdf',
    structure: '#a79c80',
    accent: '#e4572e',
    good: '#16866b',
  });
  const { tone } = roles;
  const ground = roles.tinted ? tone(0.975, 0.01) : '#fbf8f1';
  const line = shade(roles.structure, 0.7, 0.04);
  const squares = mix(ground, line, 0.18);
  const ink = tone(0.24, 0.035);
  const colors = deriveColors({
    grounds: [ground, squares],
    surface: '#ffffff',
    ink,
    line,
    edge: mix(ink, ground, 0.25),
    accent: roles.accent,
    good: roles.good,
    danger: '#9c1c44',
    second: tone(0.5, 0.18),
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
      textures: [
        { kind: 'fibres', color: mix(ground, line, 0.22), count: 420, seed: 3 },
        { kind: 'grid', color: squares, step: 60 },
      ],
    },
    fonts: {
      display: { family: 'Space Grotesk', weight: 700, leading: 1.12, tracking: -0.015 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.005 },
      mono: MONO,
    },
    type: typeScales(),
    colors,
    corner: 18,
    stroke: 4,
    // A card lies on the sheet like another sheet: a clear edge, a short hard shadow.
    shadow: { color: 'rgba(40,34,20,0.13)', blur: 2, dy: 9 },
    icons: { style: 'colour', weight: 2 },
    transition: 'wipe',
  };
};
