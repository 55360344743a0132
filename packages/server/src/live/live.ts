/** Live updates, put together: what the database tells goes to whoever follows it, over WebSockets and event streams. */
import type { Server } from 'node:http';
import type { LinkOf } from '../http/videos/answer.ts';
import type { Services } from '../services.ts';
import { signedLink } from '../storage/links.ts';
import { createAbsences } from './absences.ts';
import { Connection, type Shared } from './connection.ts';
import { createFeed } from './feed.ts';
import { createGrants, type Grants } from './grants.ts';
import { createHub, type Hub } from './hub.ts';
import { createOwners, type Owners } from './owners.ts';
import { readMissed } from './rows.ts';
import { attachUpgrades } from './upgrade.ts';

/** Connections and streams of one account, and of all together, on one server. */
const MOST_OF_ONE = 2_000;
const MOST = 20_000;
/** Proxies close what is silent for a minute, ms. */
const BEAT = 15_000;
/** Without a frame for so long a client is gone (its heartbeat comes every 25 s), and without an identity it goes, ms. */
const SILENCE = 60_000;
/** Whoever comes while the database is away waits so long for it, ms. */
const PATIENCE = 5_000;

export interface Live {
  hub: Hub;
  grants: Grants;
  owners: Owners;
  /** Serves WebSockets on this server. */
  attach(server: Server): void;
  /** @returns true once changes are heard; false when they are not within seconds */
  listening(): Promise<boolean>;
  /** Streams that end when changes may have been missed, or the server stops. @returns how to take it off */
  endWith(end: () => void): () => void;
  /** Ends all of it: clients are told to connect anew. */
  close(): Promise<void>;
  readonly connections: number;
  /** How often event streams say that they are still there, ms. */
  readonly beat_ms: number;
}

export interface LiveOptions {
  mostOfOne?: number;
  beat_ms?: number;
  silence_ms?: number;
}

export function createLive(
  { config, database, identity, log }: Pick<Services, 'config' | 'database' | 'identity' | 'log'>,
  { mostOfOne = MOST_OF_ONE, beat_ms = BEAT, silence_ms = SILENCE }: LiveOptions = {},
): Live {
  const hub = createHub();
  const grants = createGrants(identity, log);
  const owners = createOwners(mostOfOne);
  const linkOf: LinkOf = (key) => signedLink(config, key);
  const connections = new Set<Connection>();
  const streams = new Set<() => void>();
  let closed = false;

  const feed = createFeed(database, log, {
    onChange: (change) => hub.deliver(change),
    onAccess: (user_id) => grants.review(user_id),
    onLoss: endAll,
  });

  function endAll(): void {
    for (const connection of [...connections]) connection.restart();
    for (const end of [...streams]) end();
  }

  const shared: Shared = {
    hub,
    grants,
    owners,
    linkOf,
    caughtUp: () => feed.caughtUp(),
    missed: (since, accounts, uuids) => readMissed(database, since, accounts, uuids),
    absences: createAbsences(() => feed.since()),
    onFault: (error) => log.error({ err: error }, 'a live connection failed'),
  };

  async function listening(): Promise<boolean> {
    if (closed) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE);
    });
    const heard = await Promise.race([feed.listening().then(() => true), late]);
    clearTimeout(timer);
    return heard && !closed;
  }

  const checking = setInterval(() => {
    for (const connection of [...connections]) connection.check(silence_ms);
  }, silence_ms / 12);
  checking.unref();

  return {
    hub,
    grants,
    owners,
    beat_ms,
    listening,
    attach(server) {
      attachUpgrades(server, {
        async closedBecause() {
          if (connections.size >= MOST)
            return 'This server has as many connections as it can serve; try again later.';
          return (await listening())
            ? undefined
            : 'Live updates are not served just now; try again in a few seconds.';
        },
        onSocket({ socket, apikey, version }) {
          if (closed) return socket.close(1012, 'Connect again.');
          connections.add(
            new Connection({
              socket,
              apikey,
              version,
              live: shared,
              onEnd: (connection) => connections.delete(connection),
            }),
          );
        },
      });
    },
    endWith(end) {
      streams.add(end);
      return () => streams.delete(end);
    },
    async close() {
      closed = true;
      clearInterval(checking);
      const last = [...connections];
      endAll();
      await feed.close();
      grants.close();
      for (const connection of last) connection.terminate();
    },
    get connections() {
      return connections.size;
    },
  };
}
