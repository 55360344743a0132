/**
 * Shares and courses: parts of one whole as a ring, one share as a gauge or as N of M pictures, one quantity over time
 * as a line. Null where the figures are not of that kind.
 */
import type { Structure } from '../../script/structure.ts';
import { fit, withIcon } from './fit.ts';
import type { Offer, Scene } from './offer.ts';

type Of<Kind extends Structure['kind']> = Structure & { kind: Kind };

/** Rounded shares rarely add up to a hundred exactly. */
const WHOLE = { least: 98, most: 102 };
const LEAST_COURSE = 4;
const MOST_MARKS = 4;

const isPercent = (unit: string): boolean => /^(?:%|percent|per cent)$/i.test(unit);

export function donut({ unit, values }: Of<'quantities'>): Offer | null {
  const sum = values.reduce((total, { value }) => total + value, 0);
  if (!isPercent(unit) || sum < WHOLE.least || sum > WHOLE.most) return null;
  if (values.length > 8 || values.some(({ value }) => value <= 0)) return null;
  const largest = values.reduce((most, one) => (one.value > most.value ? one : most));
  const label = fit(largest.label, 40);
  return {
    component: 'donut',
    data: {
      slices: values.map((one) => ({
        label: fit(one.label, 40),
        value: one.value,
        ...(one === largest ? { tone: 'now' } : {}),
        say: one.piece.say,
      })),
      middle: { text: fit(largest.label, 28), slice: label },
    },
  };
}

/** One quantity at four or more times. */
export function lines({ unit, values }: Of<'quantities'>, { headline }: Scene): Offer | null {
  if (values.length < LEAST_COURSE || !values.every(({ label }) => isTime(label))) return null;
  const years = values.map(({ label }) => Number(/\b(\d{4})$/.exec(label)?.[1]));
  const rising = years.every((year, index) => year > (years[index - 1] ?? 0));
  const x = rising ? years : values.map(({ label }) => fit(label, 16));
  if (new Set<string | number>(x).size < x.length) return null;
  const percent = isPercent(unit);
  const coin = /^[€$£¥]$/.test(unit);
  const figure = (value: number) =>
    `${coin ? unit : ''}${value.toLocaleString('en-GB')}${percent ? ' %' : ''}`;
  // The first, the last and the turns between them are named.
  const named = new Set(
    values
      .map((one, index) => ({ index, turn: turnAt(values, index), one }))
      .sort((a, b) => b.turn - a.turn)
      .slice(0, MOST_MARKS)
      .map(({ index }) => index),
  );
  return {
    component: 'lines',
    data: {
      ...(coin || percent || !unit ? {} : { unit: fit(unit, 60) }),
      ...(coin ? { prefix: unit } : {}),
      ...(percent ? { suffix: ' %' } : {}),
      area: true,
      x,
      series: [
        {
          label: fit(headline, 32),
          tone: 'now',
          values: values.map(({ value }) => value),
          marks: values.flatMap(({ value, piece }, index) =>
            named.has(index) ? [{ at: x[index], text: figure(value), say: piece.say }] : [],
          ),
        },
      ],
    },
  };
}

/** How telling a point is: its ends most, then where the course turns most sharply. */
function turnAt(values: Of<'quantities'>['values'], index: number): number {
  const [before, here, after] = [values[index - 1], values[index], values[index + 1]];
  if (!before || !after) return Number.POSITIVE_INFINITY;
  return Math.abs(before.value - 2 * here!.value + after.value);
}

const isTime = (label: string): boolean =>
  /^(?:in )?(?:q[1-4](?: \d{4})?|(?:1[5-9]|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:week|day|month|year) \d+)$/i.test(
    label.trim(),
  );

/** One percentage, on its way to the full hundred. */
export function gauge({ value, unit, label, piece }: Of<'number'>, { pictures }: Scene): Offer | null {
  const share = Number(value);
  if (!isPercent(unit) || !(share > 0 && share <= 100)) return null;
  return {
    component: 'progress',
    data: {
      suffix: ' %',
      items: [
        { label: fit(label, 48), value: share, ...withIcon(pictures.of(label)), tone: 'now', say: piece.say },
      ],
    },
  };
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNT = `(?:${WORDS.slice(1).join('|')}|\\d{1,2}|a hundred|100)`;
const OUT_OF = new RegExp(
  `\\b(?<n>${COUNT}) (?:out of|in|of)(?: every)? (?<of>${COUNT})(?: of)?(?: (?:the|all))? (?<things>[\\p{L}-]+(?: [\\p{L}-]+)?)`,
  'iu',
);

/** "Nine out of ten people": so many of the same picture, and those that are meant lit up. */
export function outOf({ sentences, pictures }: Scene): Offer | null {
  for (const sentence of sentences) {
    const match = OUT_OF.exec(sentence);
    if (!match?.groups) continue;
    const [n, of] = [countOf(match.groups.n!), countOf(match.groups.of!)];
    const things = match.groups.things!;
    const icon = pictures.same(things) ?? pictures.same(things.split(' ')[0]!);
    if (!icon || n >= of || of < 3) continue;
    return { component: 'icons', data: { count: { icon, n, of, text: fit(match[0], 80), say: match[0] } } };
  }
  return null;
}

function countOf(words: string): number {
  const index = WORDS.indexOf(words.toLowerCase());
  return index >= 0 ? index : Number(words.replace(/a hundred/i, '100'));
}
