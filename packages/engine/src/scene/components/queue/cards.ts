/**
 * Where a lane's cards wait, lie and go: a queue lies along a wide frame and stands in a tall one, a stack always
 * stands. All in px; every card of a scene has the same size.
 */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { QueueData } from './schema.ts';
import type { Lane, Story } from './story.ts';

export interface LanePlan {
  lane: Lane;
  /** Where a card waits to come in, and where it stands once it is out. */
  wait: Point;
  out: Point;
  /** Centre of a place, 0 for the one that is filled first. */
  place(index: number): Point;
  /** A corner a card passes on its way in or out, if it does not go straight. */
  via: Point | undefined;
  /** The lane's outline: lines of corner points. */
  walls: Point[][];
  /** Lines that show the way in and out. */
  ways: { in: Point[]; out: Point[] };
  title: Label | undefined;
}

/** Words and the middle of their upper edge, px. */
interface Label {
  block: TextBlock;
  at: Point;
}

export interface Plan {
  story: Story;
  lanes: LanePlan[];
  card: { width: number; height: number };
  /** Cards with the picture above the words, or beside them. */
  isUpright: boolean;
  icon: number;
  words: TextBlock[];
  /** The names of the ways in and out. */
  into: Label | undefined;
  out: Label | undefined;
}

/** Between cards, and between a card and its lane's wall, px. */
export const GAP = 14;
export const PAD = 18;

/** The names of the ways, under what waits and what is out. */
export function names(data: QueueData, setting: Setting, width: number) {
  const fit = (text: string) =>
    setting.fit(text, {
      style: setting.theme.fonts.strong,
      size: setting.type.label,
      max_width: width,
      max_lines: 2,
    });
  return { into: fit(data.into), out: fit(data.out) };
}

/** What all arrangements have in common: cards, their pictures and words in one size. */
export function complete(
  story: Story,
  setting: Setting,
  card: { width: number; height: number },
  isUpright: boolean,
  rest: Pick<Plan, 'lanes' | 'into' | 'out'>,
): Plan {
  const least = setting.type.least * 1.2 + 16;
  if (card.height < least || card.width < 120) throw tooMuch();
  const hasIcon = story.items.some((item) => setting.icon('probe', item.icon, { x: 0, y: 0 }, 1));
  const picture = isUpright
    ? Math.min(150, card.width * 0.62, card.height * 0.5)
    : Math.min(card.height * 0.72, card.width * 0.28);
  // Rather all without a picture than one whose words have no room beside it.
  const sizes = hasIcon ? [picture, 0] : [0];
  for (const icon of sizes) {
    const words = fitWords(story, card, isUpright, icon, setting);
    if (words) return { story, card, isUpright, icon, words, ...rest };
  }
  throw tooMuch();
}

/** Words in one size: the one the longest can have; undefined where that is too small. */
function fitWords(
  story: Story,
  card: { width: number; height: number },
  isUpright: boolean,
  icon: number,
  setting: Setting,
): TextBlock[] | undefined {
  const width = card.width - 28 - (isUpright || !icon ? 0 : icon + 20);
  const height = card.height - 16 - (isUpright && icon ? icon + 12 : 0);
  const { type, theme } = setting;
  const fit = (text: string, size: number) =>
    setting.fit(text, {
      style: theme.fonts.strong,
      size,
      max_width: width,
      max_lines: 3,
      max_height: height,
    });
  try {
    const size = Math.min(...story.items.map(({ text }) => fit(text, type.label + 4).font.size));
    return story.items.map(({ text }) => fit(text, size));
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

function tooMuch(): ChalktalkError {
  return new ChalktalkError(
    'does_not_fit',
    'So many things do not fit in the queue on screen; show fewer at once.',
  );
}
