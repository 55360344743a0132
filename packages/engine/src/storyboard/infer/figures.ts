/**
 * Figures as pictures: quantities as bars, one figure as a big number.
 */
import { measures, shorten } from '../../script/facts/index.ts';
import type { Structure } from '../../script/structure.ts';
import { fit, lastWords, withIcon } from './fit.ts';
import type { Offer, Scene } from './offer.ts';

type Of<Kind extends Structure['kind']> = Structure & { kind: Kind };

const SCALES: readonly (readonly [number, string, string])[] = [
  [1e12, 'trillion', 'T'],
  [1e9, 'billion', 'bn'],
  [1e6, 'million', 'M'],
];

export function bars({ unit, values }: Of<'quantities'>, { pictures }: Scene): Offer {
  const shown = values.slice(0, 8);
  const most = Math.max(...shown.map(({ value }) => value));
  const least = Math.min(...shown.map(({ value }) => value));
  const scale = SCALES.find(([size]) => most >= size && least >= size / 100);
  const size = scale?.[0] ?? 1;
  const scaled = shown.map((one) => ({ ...one, value: round(one.value / size) }));
  // Pictures below the bars only where each has one of its own.
  const icons = shown.map(({ label }) => pictures.of(label));
  const telling = icons.every(Boolean);
  const decimals = Math.min(
    3,
    Math.max(...scaled.map(({ value }) => (String(value).split('.')[1] ?? '').length)),
  );
  const coin = /^[€$£¥]$/.test(unit);
  const percent = /^(?:%|percent|per cent)$/i.test(unit);
  const words = coin || percent ? '' : unit.replace(/^(?:million|billion|trillion)\s+/i, '').trim();
  const suffix = percent ? '%' : [scale?.[2], words.length <= 5 ? words : ''].filter(Boolean).join(' ');
  const name = words.length > 5 ? capital([scale?.[1], words].filter(Boolean).join(' ')) : '';
  return {
    component: 'bars',
    series: true,
    data: {
      ...(name ? { unit: fit(name, 40) } : {}),
      ...(coin ? { prefix: unit } : {}),
      ...(suffix && suffix.length < 8 ? { suffix: percent ? suffix : ` ${suffix}` } : {}),
      decimals,
      bars: scaled.map(({ label, value, piece }, index) => ({
        label: fit(label, 24),
        value,
        ...withIcon(telling ? icons[index] : undefined),
        ...(value === round(most / size) ? { tone: 'now' } : {}),
        say: piece.say,
      })),
    },
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Said of a figure to make it felt: "about the width of a hair". */
const HUMAN =
  /\b((?:(?:about|roughly|nearly|almost|only|just|that is|that's) )?(?:the (?:size|weight|height|length|width|distance|age|speed|population) of|as (?:much|many|tall|long|heavy|fast|big|wide|hot|deep|old|far|high|thick) as|the same as|equivalent to|equal to|enough (?:to|for)|(?:a|one) (?:half|third|quarter|fifth|tenth|hundredth|thousandth) of|\w+ times (?:as|more|the))\b[^.;:]{3,70})/i;

/** Short for the words that soften a figure, so that it is not shown harder than it was said. */
const HEDGES: Record<string, string> = {
  'more than': '> ',
  over: '> ',
  'less than': '< ',
  'fewer than': '< ',
  under: '< ',
  'at least': '≥ ',
  'at most': '≤ ',
  'up to': '≤ ',
  about: '≈ ',
  around: '≈ ',
  nearly: '≈ ',
  almost: '≈ ',
  roughly: '≈ ',
};

export function bigNumber(
  { value, unit, label, piece }: Of<'number'>,
  { sentences, pictures }: Scene,
): Offer | null {
  const plain = /^(?:([a-z ]+) )?(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion|thousand))?$/i.exec(value);
  const amount = plain ? Number(plain[2]?.replace(/,/g, '')) : Number.NaN;
  const scale = plain?.[3] ?? '';
  const hedge = HEDGES[plain?.[1]?.toLowerCase() ?? ''] ?? '';
  const coin = /^[€$£¥]$/.test(unit);
  const suffix = [scale, coin ? '' : unit].filter(Boolean).join(' ');
  if (suffix.length > 15 || (!plain && value.length > 16)) return null;
  const compare = comparedIn(sentences, plain?.[2] ?? value, piece.say);
  return {
    component: 'number',
    data: {
      value: Number.isFinite(amount) ? amount : value,
      ...(coin || hedge ? { prefix: `${hedge}${coin ? unit : ''}` } : {}),
      ...(suffix ? { suffix: /^[%°]/.test(suffix) ? suffix : ` ${suffix}` } : {}),
      label: fit(label, 80),
      ...withIcon(pictures.of(label) ?? pictures.of(sentences.join(' '))),
      say: piece.say,
      ...(compare ? { compare: { ...compare, ...withIcon(pictures.of(compare.text)) } } : {}),
    },
  };
}

/** A comparison in words after the figure, which does not itself hold it. */
function comparedIn(
  sentences: readonly string[],
  value: string,
  say: string,
): { text: string; say: string } | null {
  const at = sentences.findIndex((sentence) => sentence.includes(say));
  for (const sentence of sentences.slice(Math.max(0, at))) {
    const words = HUMAN.exec(sentence)?.[1];
    if (!words || words.includes(value) || measures(words).length > 1) continue;
    const short = words.length <= 60 ? words : shorten(words, 9, 60);
    if (short)
      return {
        text: short.trim(),
        say: lastWords(short, 3).length > 2 ? words.split(/\s+/).slice(0, 4).join(' ') : say,
      };
  }
  return null;
}
