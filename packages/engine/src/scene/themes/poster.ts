/** Poster: a warm vivid sheet, black display type, one deep red. The look of a wall that makes people stop. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const poster: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#ffc53d',
    structure: '#7a4a12',
    accent: '#b3122f',
    good: '#14573f',
  });
  const { tone } = roles;
  const top = roles.tinted ? tone(0.89, 0.15) : '#ffd84f';
  const bottom = roles.tinted ? tone(0.8, 0.15) : '#ffa548';
  // Lighter than the sheet: what is printed in black keeps its contrast.
  const dots = mix(bottom, top, 0.55);
  const colors = deriveColors({
    grounds: [top, bottom, dots],
    surface: tone(0.968, 0.05),
    ink: tone(0.17, 0.03),
    line: shade(roles.structure, 0.5, 0.1),
    edge: tone(0.17, 0.03),
    accent: roles.accent,
    good: roles.good,
    danger: '#8a0f6b',
    second: shade(roles.structured ? roles.structure : '#3b2a8c', 0.38, 0.16),
  });
  return {
    name: 'poster',
    background: {
      gradient: {
        angle: 168,
        stops: [
          { at: 0, color: top },
          { at: 1, color: bottom },
        ],
      },
      textures: [
        { kind: 'rays', color: '#ffffff', x: 0.5, y: 0.58, count: 20, strength: 0.13 },
        { kind: 'halftone', color: dots, step: 40, corner: 'bottom-right', reach: 0.52 },
      ],
    },
    fonts: {
      display: { family: 'Sora', weight: 800, leading: 1.08, tracking: -0.035 },
      text: { family: 'Sora', weight: 600, leading: 1.25, tracking: -0.012 },
      strong: { family: 'Sora', weight: 800, leading: 1.2, tracking: -0.018 },
      mono: { family: 'JetBrains Mono', weight: 700, leading: 1.35 },
    },
    type: typeScales({ wide: { headline: 96, hero: 220 }, tall: { headline: 112, hero: 230 } }),
    colors,
    corner: 20,
    stroke: 7,
    // Printed flat: a hard shadow, as if the sheet had been cut out and pasted on.
    shadow: { color: 'rgba(60,20,0,0.3)', blur: 1, dy: 10 },
    icons: { style: 'colour', weight: 2.4, rim: '#ffffff' },
    transition: 'push',
  };
};
