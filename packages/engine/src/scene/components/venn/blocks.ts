/** A picture with words below it, as large as the part of the rounds they belong to allows. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock, TextStyle } from '../../layout/text.ts';
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { placeIn, type Rounds } from './rounds.ts';

export interface Content {
  /** Indexes of the sets it lies in. */
  members: number[];
  text: string;
  detail?: string | undefined;
  icon?: string | undefined;
}

export interface Block {
  centre: Point;
  /** px; 0 without a picture. */
  picture: number;
  text: TextBlock;
  detail: TextBlock | undefined;
  height: number;
}

const SCALES = [1, 0.86, 0.74, 0.64, 0.54, 0.45, 0.37, 0.3];
const WIDTHS = [460, 360, 280, 220, 170, 130];
const GAP = 8;

/**
 * All in one size, the largest at which each has its place.
 * @throws ChalktalkError `does_not_fit`
 */
export function blocksOf(
  contents: Content[],
  most: { picture: number; size: number; style: TextStyle },
  rounds: Rounds,
  setting: Setting,
): Block[] {
  for (const scale of SCALES) {
    const blocks = contents.map((content) => blockOf(content, scale, most, rounds, setting));
    if (blocks.every((block) => block !== undefined)) return blocks;
  }
  throw new ChalktalkError(
    'does_not_fit',
    `The words of the sets do not fit where they overlap (${contents.map(({ text }) => `"${text}"`).join(', ')}); shorten them.`,
  );
}

function blockOf(
  content: Content,
  scale: number,
  most: { picture: number; size: number; style: TextStyle },
  rounds: Rounds,
  setting: Setting,
): Block | undefined {
  const { least, label } = setting.type;
  const size = Math.max(least, most.size * scale);
  const picture = content.icon === undefined ? 0 : Math.max(56, most.picture * scale);
  for (const width of WIDTHS) {
    try {
      const text = setting.fit(content.text, {
        style: most.style,
        size,
        min: size,
        max_width: width,
        max_lines: 4,
      });
      const detail =
        content.detail === undefined
          ? undefined
          : setting.fit(content.detail, {
              size: Math.max(least, Math.min(label, size - 6)),
              max_width: Math.max(width, 240),
              max_lines: 3,
            });
      const height = (picture && picture + GAP) + text.height + (detail?.height ?? 0);
      const breadth = Math.max(picture, text.width, detail?.width ?? 0);
      const centre = placeIn(rounds, content.members, breadth, height);
      if (centre) return { centre, picture, text, detail, height };
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return undefined;
}
