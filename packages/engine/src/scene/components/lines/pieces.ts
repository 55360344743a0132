/** A line falls into pieces at its marks: each is drawn when the mark it leads to is spoken of. */
import type { LinesData } from './schema.ts';

export interface Piece {
  id: string;
  /** Path of the part whose moment draws it. */
  part: string;
  /** Indices of x. */
  from: number;
  to: number;
}

/** In the order of x. A mark at the very start has no piece before it. */
export function piecesOf(data: LinesData, series: number): Piece[] {
  const part = `series.${series}`;
  const last = data.x.length - 1;
  const stops = (data.series[series]!.marks ?? [])
    .map((mark, index) => ({ at: data.x.indexOf(mark.at), part: `${part}.marks.${index}` }))
    .sort((a, b) => a.at - b.at);
  if (stops.at(-1)?.at !== last) stops.push({ at: last, part });
  const pieces: Piece[] = [];
  let from = 0;
  for (const stop of stops) {
    if (stop.at > from)
      pieces.push({ id: `line.${series}.${pieces.length}`, part: stop.part, from, to: stop.at });
    from = Math.max(from, stop.at);
  }
  return pieces;
}
