/** What the bits are after each operation, and what they are worth. Places count from the left here. */
import type { BitsData } from './schema.ts';

export interface Step {
  bits: string;
  /** Places that change. */
  changed: number[];
  value: number;
}

export interface Story {
  start: Step;
  steps: Step[];
  /** What each place is worth. */
  weights: number[];
  /** Places a field takes, by operation, first and last. */
  fields: Map<number, { first: number; last: number; value: number; until: number | undefined }>;
}

export function tell(data: BitsData): Story {
  const count = data.bits.length;
  const weights = Array.from({ length: count }, (_, place) => {
    const worth = 2 ** (count - 1 - place);
    return data.signed && place === 0 ? -worth : worth;
  });
  const worthOf = (bits: string) =>
    weights.reduce((sum, worth, place) => sum + (bits[place] === '1' ? worth : 0), 0);
  const fields: Story['fields'] = new Map();
  let bits = data.bits;
  const steps = data.ops.map((op, index): Step => {
    const before = bits;
    if (op.do === 'set') bits = op.bits;
    else if (op.do === 'flip') {
      const place = count - 1 - op.bit;
      bits = `${bits.slice(0, place)}${bits[place] === '1' ? '0' : '1'}${bits.slice(place + 1)}`;
    } else if (op.do === 'field') {
      const [first, last] = [count - 1 - Math.max(op.from, op.to), count - 1 - Math.min(op.from, op.to)];
      for (const one of fields.values())
        if (one.until === undefined && one.first <= last && first <= one.last) one.until = index;
      fields.set(index, {
        first,
        last,
        value: Number.parseInt(bits.slice(first, last + 1), 2),
        until: undefined,
      });
    }
    const changed = [...bits].flatMap((bit, place) => (bit === before[place] ? [] : [place]));
    // What a field was read as no longer holds once one of its bits changes.
    for (const one of fields.values())
      if (one.until === undefined && changed.some((place) => one.first <= place && place <= one.last))
        one.until = index;
    return { bits, changed, value: worthOf(bits) };
  });
  return { start: { bits: data.bits, changed: [], value: worthOf(data.bits) }, steps, weights, fields };
}

/** The bits as a figure or a letter. */
export function readAs(as: 'decimal' | 'hex' | 'letter', { bits, value }: Step): string {
  if (as === 'decimal') return value.toLocaleString('en-GB').replace('-', '−');
  const code = Number.parseInt(bits, 2);
  if (as === 'hex')
    return `0x${code
      .toString(16)
      .toUpperCase()
      .padStart(Math.ceil(bits.length / 4), '0')}`;
  const letter = String.fromCodePoint(code);
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter) ? letter : '·';
}

/** "64 + 8 + 4 + 1". */
export function sumOf({ bits }: Step, weights: number[]): string {
  const terms = weights.filter((_, place) => bits[place] === '1');
  return terms
    .map((term, index) => `${term < 0 ? '−' : ''}${index > 0 ? '+ ' : ''}${Math.abs(term)}`)
    .join(' ');
}

/** The operations in two halves, the second beginning with the bits the first leaves. */
export function splitBits(data: BitsData): [BitsData, BitsData] | undefined {
  if (data.ops.length < 2) return undefined;
  const half = Math.ceil(data.ops.length / 2);
  const first = { ...data, ops: data.ops.slice(0, half) };
  return [first, { ...data, bits: tell(first).steps.at(-1)!.bits, ops: data.ops.slice(half) }];
}
