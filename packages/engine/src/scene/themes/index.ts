/** The themes there are, and which one a video type gets. */
import type { Palette, VideoType } from '../../brief/brief.ts';
import { ChalktalkError } from '../../errors.ts';
import { dusk } from './dusk.ts';
import { night } from './night.ts';
import { office } from './office.ts';
import { paper } from './paper.ts';
import { poster } from './poster.ts';
import { spotlight } from './spotlight.ts';
import type { Theme, ThemeMaker } from './theme.ts';

export type { Colors, Theme, Transition, TypeScale } from './theme.ts';

export const themes: Record<string, ThemeMaker> = { dusk, paper, office, night, poster, spotlight };

const FOR_TYPE: Record<VideoType, string> = {
  explainer: 'dusk',
  narrative: 'night',
  marketing: 'spotlight',
  social: 'poster',
  instructional: 'paper',
  corporate: 'office',
};

/** The theme a video type is made in, unless the style prompt asks plainly for a light or a dark one. */
export function chooseTheme(type: VideoType, stylePrompt = ''): string {
  const light = /\b(light|bright|white|paper|daylight)\b/i.test(stylePrompt);
  const dark = /\b(dark|night|dusk|black)\b/i.test(stylePrompt);
  if (light !== dark) return light ? 'paper' : 'dusk';
  return FOR_TYPE[type];
}

/** @throws ChalktalkError `internal` when there is no such theme. */
export function makeTheme(name: string, palette: Palette): Theme {
  const maker = themes[name];
  if (!maker) {
    throw new ChalktalkError(
      'internal',
      `There is no theme "${name}"; choose ${Object.keys(themes).join(' or ')}.`,
    );
  }
  return maker(palette);
}
