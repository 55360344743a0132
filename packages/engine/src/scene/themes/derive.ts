/** Derives a theme's colours from its ground and seeds, contrast kept by construction. */
import { calm, legible, lightnessOf, mix, shade, turned } from './colour.ts';
import type { Colors } from './theme.ts';

export interface Seeds {
  /** Every colour the ground shows: gradient stops and the middle of its glow. */
  grounds: string[];
  surface: string;
  ink: string;
  line: string;
  accent: string;
  good: string;
  danger: string;
  second: string;
}

const TEXT = 4.6;
const DIMMED = 2.2;
const SERIES = 3;

export function deriveColors(seeds: Seeds): Colors {
  const under = [...seeds.grounds, seeds.surface];
  const ground = seeds.grounds[0]!;
  const dark = lightnessOf(ground) < 0.6;
  const text = (color: string) => legible(color, under, TEXT);
  const ink = legible(seeds.ink, under, 7);
  const accent = text(seeds.accent);
  const accentFill = dark ? shade(accent, 0.87, 0.11) : shade(accent, 0.93, 0.045);
  return {
    ink,
    soft: text(mix(ink, seeds.line, 0.35)),
    faint: legible(mix(seeds.line, ground, 0.1), under, DIMMED),
    line: legible(seeds.line, under, 1.6),
    surface: seeds.surface,
    surface_edge: legible(mix(seeds.surface, seeds.line, 0.6), under, 1.4),
    accent,
    accent_fill: accentFill,
    on_accent: legible(shade(accent, 0.25, 0.06), [accentFill], 7),
    good: text(seeds.good),
    danger: text(seeds.danger),
    second: text(seeds.second),
    series: [0, 1, 2, 3, 4, 5].map((turn) => legible(turned(accent, turn * 60), under, SERIES)),
    code: {
      keyword: text(seeds.second),
      name: ink,
      string: text(seeds.good),
      number: accent,
      comment: text(calm(mix(ink, seeds.line, 0.6), 0.03)),
      type: text(mix(seeds.second, seeds.good, 0.5)),
      function: text(mix(seeds.accent, ink, 0.3)),
    },
  };
}
