/** Stage light: near-black, beams on the floor, great white type, a glowing accent. The look of a launch. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const spotlight: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#2c4a8c',
    structure: '#6f86b5',
    accent: '#3fe0ff',
    good: '#7df0a5',
  });
  const { tone } = roles;
  const dark = tone(0.125, 0.025);
  const beam = tone(0.4, 0.1);
  const floor = tone(0.33, 0.09);
  const colors = deriveColors({
    grounds: [dark, mix(dark, beam, 0.85), mix(floor, beam, 0.25)],
    surface: tone(0.25, 0.045),
    ink: '#ffffff',
    line: shade(roles.structure, 0.62, 0.07),
    accent: roles.accent,
    good: roles.good,
    danger: '#ff6f6f',
    second: shade(roles.structured ? roles.structure : '#b58cff', 0.75, 0.14),
  });
  return {
    name: 'spotlight',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: dark },
          { at: 1, color: tone(0.1, 0.02) },
        ],
      },
      textures: [
        {
          kind: 'lamps',
          color: beam,
          floor,
          at: [
            { x: 0.12, aim: 0.38, spread: 17 },
            { x: 0.9, aim: 0.64, spread: 19 },
          ],
        },
      ],
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.1, tracking: -0.035 },
      text: { family: 'Inter', weight: 500, leading: 1.25 },
      strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.01 },
      mono: MONO,
    },
    type: typeScales({ wide: { headline: 96, hero: 230 }, tall: { headline: 106, hero: 220 } }),
    colors,
    corner: 16,
    stroke: 5,
    shadow: { color: 'rgba(0,0,0,0.6)', blur: 48, dy: 18 },
    icons: { style: 'colour', weight: 2 },
    transition: 'wipe',
  };
};
