/** Night sky: deep petrol blue, stars over dark hills, warm amber. The look of a story told outdoors. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { MONO, SERIF } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const night: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#16526e',
    structure: '#8fb0b8',
    accent: '#f4a95c',
    good: '#9fd8b4',
  });
  const { tone } = roles;
  const zenith = tone(0.195, 0.04);
  const middle = tone(0.275, 0.055);
  const horizon = tone(0.375, 0.055);
  const colors = deriveColors({
    grounds: [middle, zenith, horizon],
    surface: tone(0.33, 0.05),
    ink: '#f8eedb',
    line: shade(roles.structure, 0.66, 0.04),
    accent: roles.accent,
    good: roles.good,
    danger: '#ff7f72',
    second: shade(roles.structure, 0.8, 0.07),
  });
  return {
    name: 'night',
    background: {
      gradient: {
        angle: 180,
        stops: [
          { at: 0, color: zenith },
          { at: 0.45, color: middle },
          { at: 1, color: horizon },
        ],
      },
      textures: [
        { kind: 'stars', color: mix(colors.ink, middle, 0.15), count: 320, seed: 11 },
        {
          kind: 'hills',
          colors: [tone(0.3, 0.045), tone(0.22, 0.035), tone(0.15, 0.025)],
          height: 0.074,
          seed: 5,
        },
      ],
    },
    fonts: { ...SERIF, mono: MONO },
    type: typeScales({ wide: { headline: 90 } }),
    colors,
    corner: 28,
    stroke: 5,
    shadow: { color: 'rgba(3,12,20,0.5)', blur: 34, dy: 12 },
    icons: { style: 'colour', weight: 2 },
    transition: 'fade',
  };
};
