/**
 * One WebSocket of a client: it takes frames one after another, keeps the channels, and ends when the client falls
 * silent, sends too much, or takes too little.
 */
import type { RawData, WebSocket } from 'ws';
import type { LinkOf } from '../http/videos/answer.ts';
import type { Absences } from './absences.ts';
import type { Change } from './change.ts';
import { Channel, Refusal, sentenceOf } from './channel.ts';
import { decode, encode, type Frame, type Version } from './frames.ts';
import type { Grants } from './grants.ts';
import type { Hub } from './hub.ts';
import type { Owners } from './owners.ts';

const MOST_CHANNELS = 100;
/** Frames that wait for the ones before. */
const MOST_WAITING = 200;
/** Bytes that a client has not yet taken; one that takes no more is cut off, and reads anew when it comes back. */
export const MOST_UNTAKEN = 1024 * 1024;

/** What connections share. */
export interface Shared {
  hub: Hub;
  grants: Grants;
  owners: Owners;
  linkOf: LinkOf;
  /** Waits until everything has been told that was committed before. */
  caughtUp(): Promise<void>;
  /** What somebody who was cut off may have missed. @param uuids the films asked for; undefined for all */
  missed(since: Date, accounts: ReadonlySet<string>, uuids: string[] | undefined): Promise<Change[]>;
  absences: Absences;
  onFault(error: unknown): void;
}

export interface ConnectionOptions {
  socket: WebSocket;
  apikey: string;
  version: Version;
  live: Shared;
  onEnd(connection: Connection): void;
}

export class Connection {
  readonly apikey: string;
  readonly version: Version;
  readonly live: Shared;
  /** Since when its client was away, if it had a connection before. */
  awaySince: Date | undefined;
  #socket: WebSocket;
  #channels = new Map<string, Channel>();
  #owner: string | undefined;
  #waiting = 0;
  #chain: Promise<void> = Promise.resolve();
  #begun = Date.now();
  #seen = Date.now();
  #first = true;
  #ended = false;
  #onEnd: (connection: Connection) => void;

  constructor({ socket, apikey, version, live, onEnd }: ConnectionOptions) {
    this.#socket = socket;
    this.apikey = apikey;
    this.version = version;
    this.live = live;
    this.#onEnd = onEnd;
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    socket.on('pong', () => this.#heard());
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#end(code));
  }

  #heard(): void {
    this.#seen = Date.now();
  }

  #hear(data: RawData, isBinary: boolean): void {
    this.#heard();
    const frame = isBinary ? undefined : decode(String(data));
    if (!frame) return void this.drop('That is no frame of this protocol.', 1003);
    if (this.#first) {
      this.#first = false;
      this.awaySince = this.live.absences.since(this.apikey, frame.ref);
    }
    if (frame.topic === 'phoenix' && frame.event === 'heartbeat') return void this.reply(frame, 'ok', {});
    this.#waiting += 1;
    if (this.#waiting > MOST_WAITING) return void this.drop('Too many frames at once.', 1008);
    this.#chain = this.#chain
      .then(() => (this.#ended ? undefined : this.#take(frame)))
      .catch((error) => {
        // Whoever is cut off comes back by itself, and finds things in order or is told again.
        this.live.onFault(error);
        this.drop('Something went wrong on our side; connect again.', 1011);
      })
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  async #take(frame: Frame): Promise<void> {
    if (frame.event === 'phx_join') return this.#join(frame);
    const channel = this.#channels.get(frame.topic);
    if (!channel) return this.reply(frame, 'error', { reason: 'unmatched topic' });
    if (frame.event === 'access_token') return channel.renew(frame.payload.access_token);
    if (frame.event === 'phx_leave') {
      channel.end();
      this.reply(frame, 'ok', {});
      return this.send(channel.farewell);
    }
    if (frame.ref !== null)
      this.reply(frame, 'error', {
        reason: 'Only postgres_changes is served; broadcast and presence are not.',
      });
  }

  async #join(frame: Frame): Promise<void> {
    const { topic } = frame;
    const before = this.#channels.get(topic);
    if (before) {
      before.end();
      this.send(before.farewell);
    }
    const channel = new Channel(this, frame);
    try {
      if (!topic.startsWith('realtime:')) throw new Refusal('A topic begins with realtime: and has a name.');
      if (this.#channels.size >= MOST_CHANNELS)
        throw new Refusal(`A connection has at most ${MOST_CHANNELS} channels; remove one first.`);
      this.#channels.set(topic, channel);
      await channel.join(frame);
    } catch (error) {
      channel.end();
      const reason = sentenceOf(error);
      if (reason === undefined) throw error;
      this.reply(frame, 'error', { reason });
    }
  }

  /** Counts it for whoever it acts for first. @throws Refusal when they have too many */
  countFor(owner: string): void {
    if (this.#owner === owner || this.#ended) return;
    if (!this.live.owners.enter(owner))
      throw new Refusal('Too many connections of this account are open; close some, or share one.');
    if (this.#owner) this.live.owners.leave(this.#owner);
    this.#owner = owner;
  }

  reply({ join_ref, ref, topic }: Frame, status: 'ok' | 'error', response: Record<string, unknown>): void {
    this.send({ join_ref, ref, topic, event: 'phx_reply', payload: { status, response } });
  }

  send(frame: Frame): void {
    this.write(encode(this.version, frame));
  }

  write(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_UNTAKEN) this.drop('It is too slow.');
    else this.#socket.send(text);
  }

  forget(channel: Channel): void {
    if (this.#channels.get(channel.topic) === channel) this.#channels.delete(channel.topic);
  }

  /** To be called now and then: ends it when its client is silent for so long, or has not said who it is. */
  check(silence_ms: number): void {
    const now = Date.now();
    if (now - this.#seen > silence_ms) this.#socket.terminate();
    else if (now - this.#begun > silence_ms && ![...this.#channels.values()].some(({ grant }) => grant))
      this.drop('Nobody has said who they are; connect with a key or set a token.', 1008);
  }

  /** Cuts it off. What has not been taken is not waited for. */
  drop(reason: string, code = 1013): void {
    if (this.#ended) return;
    this.#socket.close(code, reason);
    if (this.#socket.bufferedAmount > MOST_UNTAKEN) this.#socket.terminate();
    this.#end(code);
  }

  /** Cuts it off so that its client connects anew. */
  restart(): void {
    this.#socket.close(1012, 'Connect again.');
    this.#end(1012);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.live.absences.left(this.apikey, code, this.#channels.size);
    for (const channel of [...this.#channels.values()]) channel.end();
    if (this.#owner) this.live.owners.leave(this.#owner);
    this.#onEnd(this);
  }
}
