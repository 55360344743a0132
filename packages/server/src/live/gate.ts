/**
 * Holds changes back while the rows as they stand are read for somebody who begins to follow them, so that what was read
 * is told first, and nothing older than it afterwards.
 */
import type { Change, Row } from './change.ts';

/** Changes; whoever takes longer to read than these take to come is thrown out. */
const MOST_HELD = 1000;

export class Gate {
  #held: Change[] | undefined = [];

  /** @returns true when the change may be told at once. @throws when too many are held */
  passes(change: Change): boolean {
    if (!this.#held) return true;
    if (this.#held.length >= MOST_HELD) throw new Error('Too many changes are held back.');
    this.#held.push(change);
    return false;
  }

  /** @param rows what has been read and told. @returns the changes since, in order */
  open(rows: Pick<Row, 'uuid' | 'updated_at'>[]): Change[] {
    const told = new Map(rows.map(({ uuid, updated_at }) => [uuid, updated_at]));
    const held = this.#held ?? [];
    this.#held = undefined;
    // Times of one form and one zone are in order as texts.
    return held.filter(
      ({ type, row }) => type === 'DELETE' || !(row.updated_at <= (told.get(row.uuid) ?? '')),
    );
  }
}
