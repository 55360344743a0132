/** Where a chart's values lie in the frame: the scales of its axes, and each line as a curve through its points. */
import { scaleLinear, scalePoint } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { Box, Point } from '../../scene.ts';
import type { Tick } from '../axes.ts';
import { figureText } from '../figures.ts';
import type { Setting } from '../setting.ts';
import type { LinesData } from './schema.ts';

/** Zero belongs to the axis where the values come down to less than this part of their height. */
const NEAR_ZERO = 0.55;

export function yScale(data: LinesData, ticks: number) {
  const values = data.series.flatMap((series) => series.values);
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low < high * NEAR_ZERO) low = 0;
  if (low === high) [low, high] = [Math.min(0, low), Math.max(1, high)];
  return scaleLinear().domain([low, high]).nice(ticks);
}

export function yTicks(data: LinesData, scale: ReturnType<typeof yScale>, count: number): Tick[] {
  const values = scale.ticks(count);
  const step = values.length > 1 ? values[1]! - values[0]! : 1;
  const decimals = Math.min(3, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return values.map((value) => ({ at: scale(value), text: figureText(data, value, decimals) }));
}

export interface XAxis {
  /** px of the n-th x. */
  at(index: number): number;
  ticks: Tick[];
}

export function xPlaces(data: LinesData, box: Box, count: number): XAxis {
  const range: [number, number] = [box.x, box.x + box.width];
  const numbers = data.x.filter((one) => typeof one === 'number');
  if (numbers.length === data.x.length) {
    const scale = scaleLinear()
      .domain([numbers[0]!, numbers.at(-1)!])
      .range(range);
    return {
      at: (index) => scale(numbers[index]!),
      ticks: scale.ticks(count).map((value) => ({ at: scale(value), text: plain(value) })),
    };
  }
  const scale = scalePoint<number>()
    .domain(data.x.map((_, index) => index))
    .range(range)
    .padding(0.25);
  return {
    at: (index) => scale(index)!,
    ticks: data.x.map((name, index) => ({ at: scale(index)!, text: String(name) })),
  };
}

/** Years have no thousands separators. */
function plain(value: number): string {
  const year = Number.isInteger(value) && value >= 1000 && value < 3000;
  return year ? String(value) : value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}

/** A curve through points, of which pieces between two of them can be had. */
export interface Curve {
  points: Point[];
  piece(from: number, to: number): string;
  whole: string;
}

export function curveThrough(points: Point[]): Curve {
  const rounded = points.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
  const whole =
    line<Point>(
      (point) => point.x,
      (point) => point.y,
    ).curve(curveMonotoneX)(rounded) ?? '';
  const legs = whole.match(/[CL][^CLMZ]+/g) ?? [];
  return {
    points: rounded,
    whole,
    piece: (from, to) => `M${rounded[from]!.x} ${rounded[from]!.y}${legs.slice(from, to).join('')}`,
  };
}

/** Its tone; else the accent where it is alone, one of the theme's hues where it is one of several. */
export function colorOf(data: LinesData, index: number, setting: Setting): string {
  const { tone } = data.series[index]!;
  const { series, accent } = setting.theme.colors;
  if (tone && tone !== 'neutral') return setting.tone(tone);
  return data.series.length === 1 ? accent : series[index % series.length]!;
}
