/** How many connections each account has on this server, so that none takes them all. */

export interface Owners {
  /** @returns false when the account has as many as it may have */
  enter(account: string): boolean;
  leave(account: string): void;
}

export function createOwners(most: number): Owners {
  const counts = new Map<string, number>();
  return {
    enter(account) {
      const count = counts.get(account) ?? 0;
      if (count >= most) return false;
      counts.set(account, count + 1);
      return true;
    },
    leave(account) {
      const count = (counts.get(account) ?? 0) - 1;
      if (count > 0) counts.set(account, count);
      else counts.delete(account);
    },
  };
}
