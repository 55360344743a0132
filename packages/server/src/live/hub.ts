/** Who follows what: one structure that leads from a change to those who follow its film, or its owner's films. */
import type { Change } from './change.ts';

export interface Follower {
  /** Whose films it may see, now. */
  readonly accounts: ReadonlySet<string>;
  deliver(change: Change): void;
}

export interface Hub {
  /** @param keys uuids of films, or accounts: `user:<uuid>`, `org:<uuid>`; they replace those from before */
  follow(follower: Follower, keys: Iterable<string>): void;
  leave(follower: Follower): void;
  deliver(change: Change): void;
  readonly size: number;
}

export function createHub(): Hub {
  const followers = new Map<Follower, Set<string>>();
  const index = new Map<string, Set<Follower>>();

  function leave(follower: Follower): void {
    for (const key of followers.get(follower) ?? []) {
      const together = index.get(key);
      together?.delete(follower);
      if (together?.size === 0) index.delete(key);
    }
    followers.delete(follower);
  }

  return {
    leave,
    follow(follower, keys) {
      leave(follower);
      const own = new Set(keys);
      followers.set(follower, own);
      for (const key of own) {
        const together = index.get(key) ?? new Set();
        index.set(key, together.add(follower));
      }
    },
    deliver(change) {
      const ofFilm = index.get(change.row.uuid);
      const ofOwner = index.get(change.account);
      // Copies, since who is told may leave; each is told once.
      for (const follower of new Set([...(ofFilm ?? []), ...(ofOwner ?? [])]))
        if (follower.accounts.has(change.account)) follower.deliver(change);
    },
    get size() {
      return followers.size;
    },
  };
}
