/** Whiteboard: bare white, marker lines in a few strong colours. Thought out loud. */
import { shade } from './colour.ts';
import { deriveColors } from './derive.ts';
import { GROTESK, MONO } from './lettering.ts';
import { rolesOf } from './roles.ts';
import { type ThemeMaker, typeScales } from './theme.ts';

export const whiteboard: ThemeMaker = (palette, style) => {
  const roles = rolesOf(palette, style, {
    mood: '#3a5a8c',
    structure: '#7d8794',
    accent: '#d92b2b',
    good: '#12804a',
  });
  const { tone } = roles;
  const board = tone(0.992, 0.002);
  const shine = tone(0.962, 0.006);
  const colors = deriveColors({
    grounds: [board, shine],
    surface: '#ffffff',
    ink: tone(0.22, 0.02),
    line: shade(roles.structure, 0.62, 0.03),
    edge: tone(0.32, 0.02),
    accent: roles.accent,
    good: roles.good,
    danger: '#a1308c',
    second: roles.structured ? shade(roles.structure, 0.5, 0.15) : '#1f5fd0',
  });
  return {
    name: 'whiteboard',
    background: {
      gradient: {
        angle: 115,
        stops: [
          { at: 0, color: board },
          { at: 0.55, color: board },
          { at: 1, color: shine },
        ],
      },
    },
    fonts: { ...GROTESK, mono: MONO },
    type: typeScales(),
    colors,
    corner: 22,
    stroke: 6,
    shadow: { color: 'rgba(20,30,50,0.1)', blur: 4, dy: 4 },
    icons: { style: 'line', weight: 2.2 },
    transition: 'wipe',
  };
};
