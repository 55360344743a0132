/** Poster: a vivid sheet, heavy display type, one leading colour. The look of a wall that makes people stop. */
import { mix, shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

/** The ground and what is printed on it. */
interface Print {
  top: string;
  bottom: string;
  surface: string;
  ink: string;
  danger: string;
  second: string;
  rays: number;
}

export const poster: ThemeMaker = (palette, style) => {
  const deep = isDeep(rolesOf(palette, style, YELLOW));
  const roles = rolesOf(palette, style, deep ? { ...YELLOW, accent: '#ffe14d', good: '#8ff0c0' } : YELLOW);
  const print = deep ? lightOnDeep(roles) : darkOnBright(roles);
  const { top, bottom } = print;
  // Between the sheet's own shades: what is printed keeps its contrast.
  const dots = mix(bottom, top, 0.55);
  const colors = deriveColors({
    grounds: [top, bottom, dots, mix(top, '#ffffff', print.rays)],
    surface: print.surface,
    ink: print.ink,
    line: shade(roles.structure, deep ? 0.76 : 0.5, 0.1),
    edge: print.ink,
    accent: roles.accent,
    good: roles.good,
    danger: print.danger,
    second: print.second,
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
        { kind: 'rays', color: '#ffffff', x: 0.5, y: 0.58, count: 20, strength: print.rays },
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

const YELLOW = { mood: '#ffc53d', structure: '#7a4a12', accent: '#b3122f', good: '#14573f' };

/** Blues, purples and reds are vivid only when deep, and then carry white; yellows and greens when bright, and carry black. */
function isDeep({ tinted, hue }: Roles): boolean {
  return tinted && hue !== undefined && (hue > 230 || hue < 40);
}

function darkOnBright({ tone, tinted, structured, structure }: Roles): Print {
  return {
    top: tinted ? tone(0.89, 0.15) : '#ffd84f',
    bottom: tinted ? tone(0.8, 0.15) : '#ffa548',
    surface: tone(0.968, 0.05),
    ink: tone(0.17, 0.03),
    danger: '#8a0f6b',
    second: shade(structured ? structure : '#3b2a8c', 0.38, 0.16),
    rays: 0.13,
  };
}

function lightOnDeep({ tone, structure }: Roles): Print {
  return {
    top: tone(0.45, 0.2),
    bottom: tone(0.36, 0.18),
    surface: tone(0.3, 0.13),
    ink: '#ffffff',
    danger: '#ffb3a6',
    second: shade(structure, 0.85, 0.1),
    rays: 0.05,
  };
}
