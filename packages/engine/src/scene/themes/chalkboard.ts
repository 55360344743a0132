/** Chalkboard: a wiped slate, chalk white, lines drawn by hand. The dark side of a lesson. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { GROTESK, MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const chalkboard: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#2f6b52',
    structure: '#9fb8ab',
    accent: '#ffe07a',
    good: '#a8e6b8',
  });
  const { tone } = roles;
  const board = tone(0.3, 0.036);
  const edge = tone(0.255, 0.03);
  const dust = tone(0.4, 0.03);
  const colors = deriveColors({
    grounds: [board, edge, mix(board, dust, 0.6)],
    surface: tone(0.345, 0.038),
    ink: '#f4f3ea',
    line: shade(roles.structure, 0.74, 0.025),
    edge: shade(roles.structure, 0.72, 0.025),
    accent: roles.accent,
    good: roles.good,
    danger: '#ff9a9a',
    second: roles.structured ? shade(roles.structure, 0.82, 0.08) : '#9bd3f0',
  });
  return {
    name: 'chalkboard',
    background: {
      gradient: {
        angle: 150,
        stops: [
          { at: 0, color: board },
          { at: 1, color: edge },
        ],
      },
      textures: [
        { kind: 'wiped', color: dust, count: 9, seed: 21 },
        { kind: 'specks', color: dust, count: 90, seed: 4 },
      ],
    },
    fonts: { ...GROTESK, mono: MONO },
    type: typeScales(),
    colors,
    corner: 18,
    stroke: 5,
    shadow: { color: 'rgba(0,10,5,0.25)', blur: 14, dy: 4 },
    icons: { style: 'line', weight: 1.7 },
    transition: 'wipe',
  };
};
