/**
 * The line itself: lying in a wide frame, upright in a tall one. `along` runs with the numbers, `out` away from the
 * line on the side where things happen; the numerals stand on the other side. All px.
 */
import { scaleLinear } from 'd3-scale';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { NumberlineData } from './schema.ts';

export interface Axis {
  wide: boolean;
  /** Where the line's ends are, beyond its least and greatest number. */
  start: Point;
  end: Point;
  /** How far things may reach on the side where they happen. */
  room: number;
  numerals: { value: number; block: TextBlock; centre: Point; foot: [Point, Point] }[];
  /** The place of a number, `out` px off the line. */
  at(value: number, out?: number): Point;
}

const TICK = 16;
const BEYOND = 44;

/** `share` of the area's depth lies on the side where things happen. */
export function axisFor(data: NumberlineData, area: Box, share: number, setting: Setting): Axis {
  const wide = setting.shape === 'wide';
  const write = (value: number) => numeral(value, data);
  const most = wide ? 12 : 10;
  const fit = (value: number) =>
    setting.fit(write(value), {
      style: setting.theme.fonts.strong,
      size: setting.type.label + 10,
      max_width: wide ? area.width / 3 : area.width * 0.28,
      max_lines: 1,
    });
  const length = (wide ? area.width : area.height) - 2 * BEYOND;
  const scale = scaleLinear().domain([data.from, data.to]).range([0, length]);
  // As many numerals as stand clear of each other: those in between may be wider than the ends ("0.2 km").
  const clear = (ticks: number[]) => {
    const step = wide ? Math.max(...ticks.map((tick) => fit(tick).width)) + 36 : 84;
    return ticks.every((tick, index) => index === 0 || scale(tick) - scale(ticks[index - 1]!) >= step);
  };
  let count = most;
  while (count > 1 && !clear(scale.ticks(count))) count -= 1;
  const ticks = scale.ticks(count);
  const depth = Math.max(...ticks.map((tick) => (wide ? fit(tick).height : fit(tick).width))) + TICK + 22;
  const whole = wide ? area.height : area.width;
  const room = Math.min((whole - depth) * share, whole - depth);
  const line = wide
    ? area.y + (whole - depth - room) / 2 + room
    : area.x + (whole - depth - room) / 2 + depth;
  const first = wide ? area.x + BEYOND : area.y + area.height - BEYOND;
  const place = (along: number, out: number): Point =>
    wide
      ? { x: round(first + along), y: round(line - out) }
      : { x: round(line + out), y: round(first - along) };
  return {
    wide,
    room,
    start: place(-BEYOND, 0),
    end: place(length + BEYOND, 0),
    at: (value, out = 0) => place(scale(value), out),
    numerals: ticks.map((value) => {
      const block = fit(value);
      const off = TICK + 14 + (wide ? block.height : block.width) / 2;
      return {
        value,
        block,
        centre: place(scale(value), -off),
        foot: [place(scale(value), TICK), place(scale(value), -TICK)],
      };
    }),
  };
}

/** A number as it is written on the line. */
export function numeral(value: number, { suffix = '' }: Pick<NumberlineData, 'suffix'>): string {
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: 6 }).replace('-', '−')}${suffix}`;
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
