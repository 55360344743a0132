/** What a donut's figures are: shares of the whole or values, where each slice begins and ends, in what colour. */
import { decimalsOf, type FigureFormat } from '../figures.ts';
import type { Setting } from '../setting.ts';
import type { DonutData } from './schema.ts';

export interface Slice {
  /** Turns from the top, clockwise. */
  from: number;
  to: number;
  middle: number;
  /** The figure that is written. */
  figure: number;
}

export function slicesOf(data: DonutData): Slice[] {
  const total = totalOf(data);
  let passed = 0;
  return data.slices.map(({ value }) => {
    const from = passed / total;
    passed += value;
    const to = passed / total;
    return {
      from,
      to,
      middle: (from + to) / 2,
      figure: data.show === 'value' ? value : (value / total) * 100,
    };
  });
}

function totalOf(data: DonutData): number {
  return data.slices.reduce((sum, slice) => sum + slice.value, 0);
}

/** Shares are per cent unless the data names another unit. */
export function formatOf(data: DonutData): Required<FigureFormat> {
  if (data.show === 'value') {
    const values = data.slices.map((slice) => slice.value);
    return { prefix: data.prefix ?? '', suffix: data.suffix ?? '', decimals: decimalsOf(data, values) };
  }
  const least = Math.min(...slicesOf(data).map((slice) => slice.figure));
  return { prefix: '', suffix: ' %', decimals: data.decimals ?? (least < 1 ? 1 : 0) };
}

/** What is counted in the middle, after each slice: `steps[n]` once slice n has come. */
export function middleOf(data: DonutData): { to: number; steps: (number | undefined)[] } | undefined {
  if (!data.middle) return undefined;
  const slices = slicesOf(data);
  const key = data.slices.findIndex((slice) => slice.label === data.middle!.slice);
  if (key >= 0) {
    return { to: slices[key]!.figure, steps: slices.map((_, index) => (index === key ? 1 : undefined)) };
  }
  return {
    to: data.show === 'value' ? totalOf(data) : 100,
    steps: slices.map((slice) => slice.to),
  };
}

/** Its tone, else the next of the theme's hues that no tone has taken. */
export function colorOf(data: DonutData, index: number, setting: Setting): string {
  const toned = (at: number) => {
    const { tone } = data.slices[at]!;
    return tone && tone !== 'neutral' ? setting.tone(tone) : undefined;
  };
  const taken = data.slices.map((_, at) => toned(at));
  const hues = setting.theme.colors.series.filter((hue) => !taken.includes(hue));
  const before = taken.slice(0, index).filter((color) => color === undefined).length;
  return taken[index] ?? hues[before % hues.length]!;
}
