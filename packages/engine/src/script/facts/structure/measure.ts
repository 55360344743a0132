/**
 * Figures with their units, read exactly: "1.2 million euros", "€3.4bn", "37 km/h", "12 percent".
 */

export interface Measure {
  /** The amount as written with its scale ("1.2 million"), without the unit. */
  written: string;
  value: number;
  /** Canonical unit to compare by: `%`, `€`, `km/h`, `euros` → `€`; empty for a bare count. */
  unit: string;
  /** The unit as it stands. */
  unitText: string;
  start: number;
  end: number;
}

const SCALES: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const SAME: Record<string, string> = {
  percent: '%',
  'per cent': '%',
  '%': '%',
  euro: '€',
  euros: '€',
  eur: '€',
  '€': '€',
  dollar: '$',
  dollars: '$',
  usd: '$',
  $: '$',
  pound: '£',
  pounds: '£',
  gbp: '£',
  '£': '£',
  kilometres: 'km',
  kilometers: 'km',
  km: 'km',
  metres: 'm',
  meters: 'm',
  metre: 'm',
  meter: 'm',
  degrees: '°',
  '°c': '°C',
  '°f': '°F',
  kilograms: 'kg',
  kilogram: 'kg',
  kg: 'kg',
  tonnes: 't',
  tons: 't',
  hours: 'h',
  hour: 'h',
  minutes: 'min',
  minute: 'min',
  seconds: 's',
  second: 's',
  milliseconds: 'ms',
  millisecond: 'ms',
  ms: 'ms',
  years: 'years',
  year: 'years',
  days: 'days',
  day: 'days',
};
const MEASURE =
  /(?<![\w.,/-])(?<sign>[€$£¥])?\s?(?<amount>\d+(?:[,\u00a0\u2009\u202f ]\d{3})*(?:\.\d+)?)(?:\s?(?<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|k|m|b)(?![\w/²³]))?(?:[\s-]?(?<unit>%|per ?cent\b|°\s?[CF]\b|[€$£¥]|(?:[a-zA-Zµ]+\/[a-zA-Z]+\b)|[a-zA-Z]{1,14}[²³]?(?: (?:per|an?) (?:second|minute|hour|day|week|month|year|person|capita|litre)\b)?)(?![\w]))?/gu;

/** Words after a figure that are no unit. */
const NO_UNIT =
  /^(?:and|or|in|to|of|for|the|a|an|at|by|on|is|was|were|are|from|with|but|than|as|per|which|that|when|while|after|before|over|under|last|this|times|more|less|among|between|each|all|its|their|will|can|has|have|had|if|so|since|until|during|into|ago|only|about|up|off|out|out of|now|then|others|other)$/i;
const PLACES = /^(?:st|nd|rd|th|am|pm|bc|ad|bce|ce|x)$/i;

/** Measures in reading order. Years, ordinals, clock times and numbers that are part of a name are left out. */
export function measures(text: string): Measure[] {
  const found: Measure[] = [];
  for (const match of text.matchAll(MEASURE)) {
    const groups = match.groups as Record<string, string | undefined>;
    const amount = groups.amount as string;
    let unitText = (groups.unit ?? groups.sign ?? '').trim();
    let end = match.index + match[0].length;
    if (groups.unit && NO_UNIT.test(groups.unit)) {
      end = match.index + match[0].length - groups.unit.length;
      unitText = groups.sign ?? '';
    }
    if (groups.unit && PLACES.test(groups.unit)) continue;
    if (!groups.scale && !groups.sign && isYear(amount) && (unitText === '' || /^[A-Z]/.test(unitText)))
      continue;
    const before = text.slice(0, match.index + match[0].search(/[€$£¥\d]/));
    // "Apollo 11 landed": a number that belongs to a name.
    if (
      !groups.sign &&
      !groups.scale &&
      !isKnown(unitText) &&
      /\b\p{Lu}[\p{L}.]*\s$/u.test(before) &&
      before.trim().split(/\s+/).length > 1
    )
      continue;
    const scale = SCALES[groups.scale ?? ''] ?? 1;
    const value = Number(amount.replace(/[,\u00a0\u2009\u202f ]/g, '')) * scale;
    if (!Number.isFinite(value)) continue;
    const start = before.length;
    const written = text
      .slice(start, end)
      .replace(/^[€$£¥]\s?/, '')
      .replace(
        new RegExp(`[\\s-]?${literal(groups.unit && unitText === groups.unit ? groups.unit : '')}$`),
        '',
      )
      .trim();
    found.push({
      written,
      value: Math.round(value * 1e6) / 1e6,
      unit: canonical(unitText),
      unitText,
      start,
      end: start + text.slice(start, end).trimEnd().length,
    });
  }
  return found;
}

const isKnown = (unit: string): boolean => unit.toLowerCase() in SAME || /[/%°²³]| (?:per|an?) /.test(unit);

export const canonical = (unit: string): string =>
  SAME[unit.toLowerCase().replace(/\s+/g, ' ')] ?? unit.toLowerCase();

export const isYear = (amount: string): boolean => /^(?:1\d{3}|20\d{2}|21\d{2})$/.test(amount);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
