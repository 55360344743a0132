/** How quantities are written: the fields their components share, and one way to write a figure. */
import { z } from 'zod';
import type { TextElement } from '../scene.ts';

export const figureFields = {
  prefix: z.string().max(4).optional().describe('Before each figure: "€"'),
  suffix: z.string().max(8).optional().describe('After each figure: " %", " ms"'),
  decimals: z.number().int().min(0).max(3).optional(),
};

export interface FigureFormat {
  prefix?: string | undefined;
  suffix?: string | undefined;
  decimals?: number | undefined;
}

/** A quantity as it is written, e.g. "€1,204.50". */
export function figureText(format: FigureFormat, value: number, decimals = format.decimals ?? 0): string {
  const figure = value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${format.prefix ?? ''}${figure}${format.suffix ?? ''}`;
}

/** As many decimals as the format asks for, else as the values need, at most three. */
export function decimalsOf(format: FigureFormat, values: number[]): number {
  if (format.decimals !== undefined) return format.decimals;
  const needed = (value: number) => (value.toString().split('.')[1] ?? '').length;
  return Math.min(3, Math.max(0, ...values.map(needed)));
}

/** A text that counts up to a quantity. */
export function counterOf(
  format: FigureFormat,
  to: number,
  decimals: number,
): NonNullable<TextElement['counter']> {
  return { from: 0, to, decimals, prefix: format.prefix ?? '', suffix: format.suffix ?? '' };
}
