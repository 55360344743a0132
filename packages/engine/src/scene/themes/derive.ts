/** Derives a theme's colours from its ground and seeds, contrast kept by construction. */
import { calm, difference, legible, lightnessOf, mix, shade, turned } from './colour.ts';
import { seriesColours } from './series.ts';
import type { Colors } from './theme.ts';

export interface Seeds {
  /** Every colour the ground shows behind words: gradient stops, the middle of glows, textures that cover ground. */
  grounds: string[];
  surface: string;
  ink: string;
  line: string;
  /** Edges of cards; default a quiet mixture of surface and line. */
  edge?: string;
  accent: string;
  good: string;
  danger: string;
  second: string;
}

const TEXT = 4.6;
const DIMMED = 2.2;
/** A threat is at least this far (OKLab) from what is now and what is safe, whatever colours were sent. */
const APART = 0.08;

export function deriveColors(seeds: Seeds): Colors {
  const under = [...seeds.grounds, seeds.surface];
  const ground = seeds.grounds[0]!;
  const dark = lightnessOf(ground) < 0.6;
  const text = (color: string) => legible(color, under, TEXT);
  const ink = legible(seeds.ink, under, 7);
  const accent = text(seeds.accent);
  const good = text(seeds.good);
  const danger = apart(seeds.danger, [accent, good], text);
  const second = text(seeds.second);
  const accentFill = dark ? shade(accent, 0.87, 0.11) : shade(accent, 0.93, 0.045);
  return {
    ink,
    soft: text(mix(ink, seeds.line, 0.35)),
    faint: legible(mix(seeds.line, ground, 0.1), under, DIMMED),
    line: legible(seeds.line, under, 1.6),
    surface: seeds.surface,
    surface_edge: legible(seeds.edge ?? mix(seeds.surface, seeds.line, 0.6), under, 1.4),
    accent,
    accent_fill: accentFill,
    on_accent: legible(shade(accent, 0.25, 0.06), [accentFill], 7),
    good,
    danger,
    second,
    series: seriesColours(under, [accent, second, good]),
    code: {
      keyword: second,
      name: ink,
      string: good,
      number: accent,
      comment: text(calm(mix(ink, seeds.line, 0.6), 0.03)),
      type: text(mix(second, good, 0.5)),
      function: text(mix(accent, ink, 0.3)),
    },
  };
}

/** The colour, its hue turned as little as needed to differ from others that have another job. */
function apart(color: string, others: string[], text: (color: string) => string): string {
  for (const turn of [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180]) {
    const tried = text(turn === 0 ? color : turned(color, turn));
    if (others.every((other) => difference(tried, other) >= APART)) return tried;
  }
  return text(color);
}
