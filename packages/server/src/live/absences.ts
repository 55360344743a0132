/**
 * Who was cut off, and since when: a client of Supabase's comes back by itself but does not say what it has seen last, so
 * what it may have missed is told again. Only to those who come back: a client that is new has missed nothing.
 */
import { createHash } from 'node:crypto';

/** Whoever comes back later than this had better read the table, ms. */
const REMEMBERED = 600_000;
/** After a start, everybody whose frames count on may come from the server before, ms. */
const RETURNING = 120_000;
const MOST = 10_000;
/** A new client's first frame has no higher number: each channel it makes before counts on by a few. */
const FIRST_REF = 6;
/** WebSocket codes of a client that goes on its own account. */
const GOODBYES = [1000, 1001, 1005];

export interface Absences {
  /** A connection has ended, with these channels still joined. */
  left(apikey: string, code: number, channels: number): void;
  /** @param ref of its first frame. @returns since when the client was away, or undefined for a new one */
  since(apikey: string, ref: string | null): Date | undefined;
}

/** @param listeningSince when this server last began to hear of changes */
export function createAbsences(listeningSince: () => number): Absences {
  const times = new Map<string, number>();
  const nameOf = (apikey: string) => createHash('sha256').update(apikey).digest('base64url');
  return {
    left(apikey, code, channels) {
      if (channels === 0 || GOODBYES.includes(code)) return;
      const name = nameOf(apikey);
      const before = times.get(name);
      const now = Date.now();
      // Others with the same key may still be away.
      if (before !== undefined && now - before < REMEMBERED) return;
      times.delete(name);
      times.set(name, now);
      if (times.size > MOST) times.delete(times.keys().next().value!);
    },
    since(apikey, ref) {
      if (!(Number(ref) > FIRST_REF)) return undefined;
      const now = Date.now();
      const left = times.get(nameOf(apikey));
      if (now - listeningSince() < RETURNING) return new Date(now - REMEMBERED);
      // Clocks of servers differ by a little.
      return left !== undefined && now - left < REMEMBERED ? new Date(left - 5_000) : undefined;
    },
  };
}
