/** Numbers within an actor's words: what `count` starts from, and how the figures on the way are written. */
import type { TextElement } from '../../scene.ts';

export interface NumberIn {
  prefix: string;
  value: number;
  decimals: number;
  suffix: string;
}

/** The first number in a text, grouped by commas or spaces or not at all. */
export function numberIn(text: string): NumberIn | undefined {
  const match = /^(\D*?)([-−]?)((?:\d{1,3}(?:[, ]\d{3})+|\d{1,15})(?:\.\d{1,3})?)(\D.*)?$/.exec(text);
  if (!match) return undefined;
  const [, prefix = '', sign, digits = '', suffix = ''] = match;
  return {
    prefix,
    value: Number(`${sign ? '-' : ''}${digits.replace(/[, ]/g, '')}`),
    decimals: digits.split('.')[1]?.length ?? 0,
    suffix,
  };
}

/** From one text's number to another value, as the drawing counts it. */
export function counterFrom(text: string, to: string): NonNullable<TextElement['counter']> {
  const { prefix, value, decimals, suffix } = numberIn(text)!;
  const goal = to.replace('−', '-');
  return {
    from: value,
    to: Number(goal),
    decimals: Math.max(decimals, goal.split('.')[1]?.length ?? 0),
    prefix,
    suffix,
  };
}

/** The text once it has counted; figures are grouped as the drawing groups them. */
export function countedTo(text: string, to: string): string {
  const counter = counterFrom(text, to);
  const figure = counter.to.toLocaleString('en-GB', {
    minimumFractionDigits: counter.decimals,
    maximumFractionDigits: counter.decimals,
  });
  return `${counter.prefix}${figure}${counter.suffix}`;
}
