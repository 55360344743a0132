/** The themes there are, which one a film gets, and how it becomes one with the caller's colours and wishes. */
import type { Palette, VideoType } from '../../brief/brief.ts';
import { ChalktalkError } from '../../errors.ts';
import type { Style } from '../../storyboard/style/index.ts';
import { blueprint } from './blueprint.ts';
import { chalkboard } from './chalkboard.ts';
import { dusk } from './dusk.ts';
import { night } from './night.ts';
import { office } from './office.ts';
import { paper } from './paper.ts';
import { poster } from './poster.ts';
import { spotlight } from './spotlight.ts';
import { styled } from './styled.ts';
import type { Theme, ThemeMaker } from './theme.ts';
import { whiteboard } from './whiteboard.ts';

export type { Colors, Theme, Transition, TypeScale } from './theme.ts';

/** One for each video type. */
export const themes: Record<string, ThemeMaker> = { dusk, paper, office, night, poster, spotlight };

/** Places that only a style prompt leads to. */
export const variants: Record<string, ThemeMaker> = { chalkboard, blueprint, whiteboard };

const FOR_TYPE: Record<VideoType, string> = {
  explainer: 'dusk',
  instructional: 'paper',
  corporate: 'office',
  narrative: 'night',
  social: 'poster',
  marketing: 'spotlight',
};

/** For each light place a dark one of like spirit, and the other way round. */
const BY_DAY: Record<string, string> = {
  dusk: 'paper',
  night: 'paper',
  spotlight: 'office',
  chalkboard: 'whiteboard',
  blueprint: 'whiteboard',
};
const BY_NIGHT: Record<string, string> = {
  paper: 'chalkboard',
  whiteboard: 'chalkboard',
  office: 'spotlight',
  poster: 'spotlight',
};

/** The theme a video type is made in, unless the style asks for another, or for a light or a dark one. */
export function chooseTheme(type: VideoType, wish: { theme?: string; style?: Style } = {}): string {
  const name = wish.theme ?? FOR_TYPE[type];
  if (wish.style?.ground === 'light') return BY_DAY[name] ?? name;
  if (wish.style?.ground === 'dark') return BY_NIGHT[name] ?? name;
  return name;
}

/** @throws ChalktalkError `internal` when there is no such theme. */
export function makeTheme(name: string, palette: Palette, style: Style = {}): Theme {
  const maker = themes[name] ?? variants[name];
  if (!maker) {
    const known = Object.keys({ ...themes, ...variants }).join(', ');
    throw new ChalktalkError('internal', `There is no theme "${name}"; choose one of ${known}.`);
  }
  return styled(maker(palette, style), style);
}
