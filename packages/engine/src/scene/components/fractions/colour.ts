/** Which colour a share has: its tone, the accent when it is alone, else the next of the series. */
import { legible } from '../../themes/colour.ts';
import type { Setting } from '../setting.ts';
import type { Whole } from './schema.ts';

/** Legible as text on the ground. */
export function colourOf(whole: Whole, share: number, setting: Setting): string {
  const { colors, background } = setting.theme;
  const { tone } = whole.shares[share]!;
  if (tone && tone !== 'neutral') return setting.tone(tone);
  if (share === 0) return colors.accent;
  const grounds = [...background.gradient.stops.map((stop) => stop.color), colors.surface];
  return legible(colors.series[share % colors.series.length]!, grounds, 4.6);
}
