/**
 * What a key, a token or a session lets its holders see, kept for as long as they follow something with it. It is looked
 * at again whenever the database says that its user's keys, sessions or memberships have changed, and it ends when a token
 * expires. Holders of one credential share one grant, so a thousand of them cost one look.
 */
import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Logger } from 'pino';
import { Fault } from '../errors.ts';
import { refusal } from '../identity/authenticate.ts';
import { accountOf, type Caller } from '../identity/caller.ts';
import type { Identity } from '../identity/identity.ts';

/** Whoever follows something by a grant. */
export interface Holder {
  /** The grant has ended, for a reason that can be told. @param passing it may be given again when asked for */
  onEnd(reason: string, passing: boolean): void;
  /** What it lets see has changed. */
  onChange(): void;
}

export interface Grant {
  readonly caller: Caller;
  /** Whom its user's own films belong to; bounds are counted by it. */
  readonly owner: string;
  /** All whose films may be seen: `user:<uuid>`, `org:<uuid>`. */
  readonly accounts: ReadonlySet<string>;
}

interface Kept extends Grant {
  id: string;
  headers: Headers;
  accounts: Set<string>;
  holders: Set<Holder>;
  expiry: NodeJS.Timeout | undefined;
}

export interface Grants {
  /** @throws Fault `unauthenticated` when the headers hold nothing valid */
  hold(headers: Headers, holder: Holder): Promise<Grant>;
  release(grant: Grant, holder: Holder): void;
  /** Looks at everything again that was granted to this user. */
  review(user_id: string): Promise<void>;
  /** How many credentials of a user are held. */
  heldBy(user_id: string): number;
  close(): void;
}

/** Sessions and our own tokens may end without anybody deleting them: looked at so often, ms. */
const REVIEW_EVERY = 60_000;
/** Clocks differ by a little; the tokens' own check allows as much, s. */
const LENIENCY = 5;
const LONGEST_TIMER = 2 ** 31 - 1;

const EXPIRED = 'Token has expired; set a new one with supabase.realtime.setAuth(token).';
const REVOKED = 'The key, token or session has ended; use an active one.';
const UNKNOWN = 'What you may see could not be looked up; connect again in a few seconds.';

/** The credential of supabase-js, a Chalktalk key or whatever is a bearer, as the headers of a call. */
export function headersOf(credential: string): Headers {
  return credential.startsWith('kn_')
    ? new Headers({ 'X-API-Key': credential })
    : new Headers({ Authorization: `Bearer ${credential}` });
}

export function createGrants(identity: Identity, log: Logger): Grants {
  const grants = new Map<string, Promise<Kept>>();
  const byUser = new Map<string, Set<Kept>>();
  /** For each look under way, whom reviews were about meanwhile: what it reads may be out of date. */
  const looks = new Set<Set<string>>();

  async function look(headers: Headers): Promise<{ caller: Caller; accounts: Set<string> }> {
    for (;;) {
      const reviewed = new Set<string>();
      looks.add(reviewed);
      try {
        const caller = await identity.authenticate(headers);
        const accounts = await accountsOf(identity, caller);
        if (!reviewed.has(caller.user_id)) return { caller, accounts };
      } finally {
        looks.delete(reviewed);
      }
    }
  }

  async function open(id: string, headers: Headers): Promise<Kept> {
    const { caller, accounts } = await look(headers);
    const owner = accountOf(caller.user_id, caller.org_id);
    const kept: Kept = {
      id,
      headers,
      caller,
      owner,
      accounts,
      holders: new Set(),
      expiry: undefined,
    };
    const seconds = caller.by === 'jwt' ? secondsLeft(headers) : undefined;
    if (seconds !== undefined) {
      kept.expiry = setTimeout(() => end(kept, EXPIRED), Math.min(LONGEST_TIMER, seconds * 1000));
      kept.expiry.unref();
    }
    const together = byUser.get(caller.user_id) ?? new Set();
    byUser.set(caller.user_id, together.add(kept));
    return kept;
  }

  function forget(kept: Kept): void {
    clearTimeout(kept.expiry);
    grants.delete(kept.id);
    const together = byUser.get(kept.caller.user_id);
    together?.delete(kept);
    if (together?.size === 0) byUser.delete(kept.caller.user_id);
  }

  function end(kept: Kept, reason: string, passing = false): void {
    forget(kept);
    for (const holder of [...kept.holders]) holder.onEnd(reason, passing);
    kept.holders.clear();
  }

  async function renew(kept: Kept): Promise<void> {
    try {
      const { caller, accounts } = await look(kept.headers);
      if (accountOf(caller.user_id, caller.org_id) !== kept.owner) return end(kept, REVOKED);
      const same =
        accounts.size === kept.accounts.size && [...accounts].every((one) => kept.accounts.has(one));
      if (same) return;
      kept.accounts = accounts;
      for (const holder of [...kept.holders]) holder.onChange();
    } catch (error) {
      const revoked = error instanceof Fault && error.kind === 'unauthenticated';
      if (!revoked) log.warn({ err: error }, 'a grant could not be looked at again');
      // Nobody goes on seeing what they may no longer see.
      if (revoked) end(kept, REVOKED);
      else end(kept, UNKNOWN, true);
    }
  }

  async function review(user_id: string): Promise<void> {
    for (const reviewed of looks) reviewed.add(user_id);
    await Promise.all([...(byUser.get(user_id) ?? [])].map(renew));
  }

  const reviewing = setInterval(() => {
    for (const together of byUser.values())
      for (const kept of together) if (kept.caller.session_id !== undefined) void renew(kept);
  }, REVIEW_EVERY);
  reviewing.unref();

  return {
    review,
    heldBy: (user_id) => byUser.get(user_id)?.size ?? 0,
    async hold(headers, holder) {
      const id = idOf(headers);
      for (let tries = 0; tries < 3; tries += 1) {
        let opening = grants.get(id);
        if (!opening) {
          opening = open(id, headers);
          grants.set(id, opening);
          opening.catch(() => grants.delete(id));
        }
        const kept = await opening;
        // Its last holder may have let it go, or it may have ended, between its opening and this.
        if (grants.get(id) !== opening) continue;
        kept.holders.add(holder);
        return kept;
      }
      throw refusal();
    },
    release(grant, holder) {
      const kept = grant as Kept;
      kept.holders.delete(holder);
      if (kept.holders.size === 0 && byUser.get(kept.caller.user_id)?.has(kept)) forget(kept);
    },
    close() {
      clearInterval(reviewing);
      for (const together of [...byUser.values()]) for (const kept of [...together]) forget(kept);
    },
  };
}

/** All whose films a caller may see: an organization's key sees the organization's, a person theirs and their organizations'. */
export async function accountsOf(
  identity: Pick<Identity, 'organizationsOf'>,
  { user_id, org_id }: Caller,
): Promise<Set<string>> {
  const accounts = new Set([accountOf(user_id, org_id)]);
  if (!org_id)
    for (const org of await identity.organizationsOf(user_id)) accounts.add(accountOf(user_id, org));
  return accounts;
}

function idOf(headers: Headers): string {
  const parts = ['x-api-key', 'authorization', 'cookie', 'origin'].map((name) => headers.get(name));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function secondsLeft(headers: Headers): number | undefined {
  const token = headers
    .get('authorization')
    ?.replace(/^bearer +/i, '')
    .trim();
  const { exp } = token ? decodeJwt(token) : {};
  return exp === undefined ? undefined : Math.max(0, exp + LENIENCY - Date.now() / 1000);
}
