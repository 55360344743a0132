/** One channel of a connection: it joins, is told changes, gets another token, and leaves or is closed. */
import { Fault } from '../errors.ts';
import { type Binding, idsOf, keysOf, parseBindings } from './bindings.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';
import { decisive, LONGEST_CREDENTIAL } from './credential.ts';
import { FilterError } from './filter.ts';
import { enclosing, type Frame } from './frames.ts';
import { Gate } from './gate.ts';
import { type Grant, type Holder, headersOf } from './grants.ts';
import type { Follower } from './hub.ts';

const NOBODY: ReadonlySet<string> = new Set();
const SUBSCRIBED = 'Subscribed to PostgreSQL';
const WITHOUT_TOKEN = `${SUBSCRIBED}; no rows are sent until supabase.realtime.setAuth(token) is called`;

/** Why a channel cannot be joined, in words for whoever wrote the client. */
export class Refusal extends Error {}

export class Channel implements Follower, Holder {
  readonly topic: string;
  readonly join_ref: string | null;
  #connection: Connection;
  #bindings: Binding[] = [];
  #grant: Grant | undefined;
  /** What the grant was given for. */
  #credential: string | undefined;
  #gate = new Gate();
  #open = true;
  readonly #before: string;
  readonly #after: string;

  constructor(connection: Connection, { topic, join_ref, ref }: Frame) {
    this.#connection = connection;
    this.topic = topic;
    this.join_ref = join_ref ?? ref;
    [this.#before, this.#after] = enclosing(connection.version, topic);
  }

  get accounts(): ReadonlySet<string> {
    return this.#grant?.accounts ?? NOBODY;
  }

  get grant(): Grant | undefined {
    return this.#grant;
  }

  /** @throws Refusal, FilterError, Fault: why it is not joined */
  async join(frame: Frame): Promise<void> {
    const { live } = this.#connection;
    this.#bindings = parseBindings(frame.payload);
    await this.#authorize(frame.payload.access_token);
    // What happened before it joins is not for it, even if it is heard only now.
    await live.caughtUp();
    if (!this.#open) return;
    this.#connection.reply(frame, 'ok', { postgres_changes: this.#bindings.map(({ entry }) => entry) });
    if (this.#bindings.length === 0) return;
    this.#follow();
    this.#tell('system', {
      message: this.#grant ? SUBSCRIBED : WITHOUT_TOKEN,
      status: 'ok',
      extension: 'postgres_changes',
      channel: this.#name,
    });
    // Whoever was here before, and was cut off, has missed what happened meanwhile.
    const { awaySince } = this.#connection;
    const missed = awaySince ? await live.missed(awaySince, this.accounts, this.#uuids()) : [];
    for (const change of missed) this.#send(change);
    for (const change of this.#gate.open(missed.map(({ row }) => row))) this.#send(change);
  }

  /** Another token: renewed, or of somebody else. */
  async renew(token: unknown): Promise<void> {
    try {
      await this.#authorize(token);
    } catch (error) {
      const sentence = sentenceOf(error);
      if (sentence === undefined) throw error;
      return this.close(sentence);
    }
    if (this.#open) this.#follow();
  }

  async #authorize(token: unknown): Promise<void> {
    if (typeof token === 'string' && token.length > LONGEST_CREDENTIAL)
      throw new Refusal('Unauthorized: the token is too long.');
    const credential = decisive(token, this.#connection.apikey);
    if (this.#grant && credential === this.#credential) return;
    const { live } = this.#connection;
    const granted =
      credential === undefined ? undefined : await live.grants.hold(headersOf(credential), this);
    try {
      if (granted) this.#connection.countFor(granted.owner);
    } catch (error) {
      live.grants.release(granted!, this);
      throw error;
    }
    if (this.#grant && this.#grant !== granted) live.grants.release(this.#grant, this);
    this.#grant = granted;
    this.#credential = credential;
    if (!this.#open) this.#release();
  }

  deliver(change: Change): void {
    try {
      if (this.#gate.passes(change)) this.#send(change);
    } catch {
      this.#connection.drop('It is too slow.');
    }
  }

  onChange(): void {
    if (this.#open) this.#follow();
  }

  onEnd(reason: string, passing: boolean): void {
    this.#grant = undefined;
    // A closed channel stays closed; a client whose connection is cut comes back by itself.
    if (passing) this.#connection.drop(reason);
    else this.close(reason);
  }

  /** Ends it from this side: the client is told why. */
  close(reason: string): void {
    if (!this.#open) return;
    this.#tell('system', { message: reason, status: 'error', extension: 'system', channel: this.#name });
    this.#connection.send(this.farewell);
    this.end();
  }

  /** The last frame of a channel, whoever ends it. */
  get farewell(): Frame {
    const { join_ref, topic } = this;
    return { join_ref, ref: join_ref, topic, event: 'phx_close', payload: {} };
  }

  /** Ends it without a word. */
  end(): void {
    this.#open = false;
    this.#connection.forget(this);
    this.#connection.live.hub.leave(this);
    this.#release();
  }

  #release(): void {
    if (this.#grant) this.#connection.live.grants.release(this.#grant, this);
    this.#grant = undefined;
  }

  #follow(): void {
    this.#connection.live.hub.follow(this, keysOf(this.#bindings, this.accounts));
  }

  /** The films its bindings name; undefined when one of them names none. */
  #uuids(): string[] | undefined {
    const named = this.#bindings.map(({ filter }) => filter?.uuids);
    return named.every((uuids) => uuids !== undefined) ? named.flat() : undefined;
  }

  #send(change: Change): void {
    if (!this.#open || !this.accounts.has(change.account)) return;
    const ids = idsOf(this.#bindings, change);
    if (ids.length === 0) return;
    const data = change.data(this.#connection.live.linkOf);
    this.#connection.write(`${this.#before}{"ids":[${ids}],"data":${data}}${this.#after}`);
  }

  get #name(): string {
    return this.topic.replace(/^realtime:/, '');
  }

  #tell(event: string, payload: Record<string, unknown>): void {
    this.#connection.send({ join_ref: null, ref: null, topic: this.topic, event, payload });
  }
}

/** What can be told of a refusal. Undefined for what nobody foresaw. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Refusal || error instanceof FilterError) return error.message;
  if (!(error instanceof Fault)) return undefined;
  return error.kind === 'unauthenticated'
    ? 'Unauthorized: the key or token is unknown, expired or revoked; use an active one.'
    : error.message;
}
