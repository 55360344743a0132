/** Dusk: deep violet evening, warm amber light. The look of an explainer told after dark. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const dusk: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#4b3aa8',
    structure: '#7a68d8',
    accent: '#ffb340',
    good: '#8fe6c1',
  });
  const { tone } = roles;
  const middle = tone(0.235, 0.075);
  const edge = tone(0.175, 0.05);
  const light = tone(0.335, 0.115);
  const afterglow = tone(0.26, 0.085);
  const colors = deriveColors({
    grounds: [middle, edge, light, afterglow],
    surface: tone(0.31, 0.1),
    ink: '#f5f2ff',
    line: shade(roles.structure, 0.58, 0.14),
    accent: roles.accent,
    good: roles.good,
    danger: '#ff7b6b',
    second: shade(roles.structure, 0.76, 0.12),
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
      glows: [
        { x: 0.86, y: 1.08, radius: 0.42, color: afterglow },
        { x: 0.2, y: 0.12, radius: 0.55, color: light },
      ],
      textures: [{ kind: 'specks', color: mix(colors.line, middle, 0.35), count: 64, seed: 7 }],
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.14, tracking: -0.02 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.005 },
      mono: MONO,
    },
    type: typeScales(),
    colors,
    corner: 22,
    stroke: 5,
    shadow: { color: 'rgba(8,5,24,0.45)', blur: 36, dy: 14 },
    icons: { style: 'colour', weight: 2 },
    transition: 'fade',
  };
};
