/** What a style changes in any theme alike: letters, corners, lines, pictures, decoration. Colours are the theme's own. */
import type { Style } from '../../storyboard/style/index.ts';
import type { TextStyle } from '../layout/text.ts';
import { SERIF } from './lettering.ts';
import type { Theme, TypeScale, TypeScales } from './theme.ts';

export function styled(theme: Theme, style: Style): Theme {
  return {
    ...theme,
    background: style.decoration === 'minimal' ? { gradient: theme.background.gradient } : theme.background,
    fonts: weighed(lettered(theme.fonts, style), style),
    type: style.text === 'large' ? larger(theme.type) : theme.type,
    corner: cornerOf(theme, style),
    stroke: theme.stroke + (style.weight === 'bold' ? 1 : style.weight === 'light' ? -1 : 0),
    icons: style.icons ? { ...theme.icons, style: style.icons } : theme.icons,
    transition: style.motion === 'calm' ? 'fade' : style.motion === 'energetic' ? 'push' : theme.transition,
  };
}

function cornerOf({ corner }: Theme, style: Style): number {
  if (style.corners === 'sharp') return 3;
  if (style.corners === 'rounded') return Math.max(36, corner);
  return corner;
}

const SANS: typeof SERIF = {
  display: { family: 'Inter', weight: 800, leading: 1.12, tracking: -0.03 },
  text: { family: 'Inter', weight: 500, leading: 1.25 },
  strong: { family: 'Inter', weight: 700, leading: 1.2, tracking: -0.01 },
};

function lettered(fonts: Theme['fonts'], { letters }: Style): Theme['fonts'] {
  if (letters === 'serif') return { ...fonts, ...SERIF };
  if (letters === 'sans' && fonts.display.family === SERIF.display.family) return { ...fonts, ...SANS };
  // Only what is large: running words in fixed widths take a third more room.
  if (letters === 'mono')
    return { ...fonts, display: { ...fonts.mono, weight: 700, leading: 1.15, tracking: -0.04 } };
  return fonts;
}

function weighed(fonts: Theme['fonts'], { weight }: Style): Theme['fonts'] {
  if (!weight) return fonts;
  const by = weight === 'bold' ? 100 : -100;
  const heavier = (font: TextStyle): TextStyle => ({
    ...font,
    weight: Math.max(400, Math.min(800, font.weight + by)),
  });
  return {
    ...fonts,
    display: heavier(fonts.display),
    text: heavier(fonts.text),
    strong: heavier(fonts.strong),
  };
}

const LARGER = 1.14;

function larger(type: TypeScales): TypeScales {
  const grown = (scale: TypeScale): TypeScale => ({
    least: Math.round(scale.least * LARGER),
    headline: Math.round(scale.headline * LARGER),
    label: Math.round(scale.label * LARGER),
    remark: Math.round(scale.remark * LARGER),
    figure: Math.round(scale.figure * LARGER),
    hero: scale.hero,
  });
  return { wide: grown(type.wide), tall: grown(type.tall) };
}
