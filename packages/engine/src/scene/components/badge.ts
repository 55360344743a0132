/** A badge in place of a picture nobody has: the meaning's first letters on a round in a colour of their own. */
import { ChalktalkError } from '../../errors.ts';
import { inset } from '../layout/box.ts';
import type { TextBlock } from '../layout/text.ts';
import type { Box, Element } from '../scene.ts';
import { mix } from '../themes/colour.ts';
import type { Setting } from './setting.ts';

const LITTLE = new Set([
  'a',
  'an',
  'the',
  'of',
  'and',
  'in',
  'on',
  'for',
  'to',
  'with',
  'de',
  'la',
  'von',
  'van',
]);

/** Up to two letters: of "Wolfgang Amadeus Mozart" W and M, of "photon" P. */
function initialsOf(meaning: string): string {
  const words = meaning
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word && !LITTLE.has(word.toLowerCase()));
  const first = (word: string | undefined) => (word ? ([...word][0] ?? '') : '');
  const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0]);
  return letters.toUpperCase() || '?';
}

export function badge(
  id: string,
  meaning: string,
  box: Box,
  setting: Setting,
  rest: { group?: string; part?: string },
): Element[] {
  const { colors, stroke } = setting.theme;
  const color = colors.series[sumOf(meaning) % colors.series.length]!;
  const round = inset(box, box.width * 0.04);
  const ring = inset(box, box.width * 0.04 + stroke * 2);
  const letters = lettersOf(initialsOf(meaning), box.width, setting);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return [
    {
      kind: 'ellipse',
      id: `${id}.round`,
      box: round,
      fill: mix(colors.surface, color, 0.18),
      stroke: color,
      stroke_width: stroke,
      ...rest,
    },
    {
      kind: 'ellipse',
      id: `${id}.ring`,
      box: ring,
      stroke: color,
      stroke_width: Math.max(1, stroke - 3),
      opacity: 0.45,
      on: [`${id}.round`],
      ...rest,
    },
    ...(letters
      ? [
          setting.text(
            `${id}.letters`,
            letters,
            { x: centre.x, y: centre.y - letters.height / 2, align: 'centre' as const, color: colors.ink },
            { on: [`${id}.round`, `${id}.ring`], ...rest },
          ),
        ]
      : []),
  ];
}

/** As many of the initials as can be read at this width (px); none on a round that is but a dot. */
function lettersOf(initials: string, width: number, setting: Setting): TextBlock | undefined {
  for (const some of [initials, [...initials][0]!]) {
    try {
      return setting.fit(some, {
        style: setting.theme.fonts.display,
        size: Math.round(width * 0.4),
        max_width: width * 0.8,
        max_lines: 1,
        max_height: width * 0.92,
      });
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return undefined;
}

/** The same meaning always has the same colour. */
function sumOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return sum;
}
