/**
 * The notifications of the database, one after another in the order of its commits: changes of films, and of what users
 * may see. While its session is lost nothing is heard, so whoever follows is told of the loss, and reads anew.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { Change } from './change.ts';

export interface Hearers {
  onChange(change: Change): void;
  /** The next notification waits until this one has been dealt with. */
  onAccess(user_id: string): Promise<void>;
  /** What happened from now on may have been missed. */
  onLoss(): void;
}

export interface Feed {
  /** Begins to listen, if it does not yet. @returns once it listens */
  listening(): Promise<void>;
  /** @returns once everything has been taken that was committed before the call */
  caughtUp(): Promise<void>;
  /** When it last began to. */
  since(): number;
  close(): Promise<void>;
}

const FILMS = 'chalktalk_films';
const ACCESS = 'chalktalk_access';
/** Notifications that wait for the ones before; beyond, the session is given up. */
const MOST_WAITING = 20_000;
/** A session that says nothing for so long is asked whether it still hears, ms. */
const ASK_AFTER = 15_000;
const ANSWER_WITHIN = 10_000;
const PAUSES = [50, 200, 500, 1000, 2000];

export function createFeed(database: Database, log: Logger, hearers: Hearers): Feed {
  let session: pg.Client | undefined;
  let running: Promise<void> | undefined;
  let closing = false;
  let since = 0;
  let heard = deferred();
  let chain = Promise.resolve();
  let catching: Promise<void> | undefined;
  /** The last one put to the session; it takes them one after another. Never fails. */
  let question: Promise<unknown> = Promise.resolve();
  const stop = new AbortController();

  function put(client: pg.Client): Promise<unknown> {
    const answer = question.then(() => client.query('select 1'));
    question = answer.catch(() => undefined);
    return answer;
  }

  /** Asks a session whether it still hears, and ends it when it does not answer. */
  async function ask(client: pg.Client): Promise<void> {
    const late = setTimeout(() => void end(client), ANSWER_WITHIN);
    late.unref();
    await put(client).catch(() => undefined);
    clearTimeout(late);
  }

  /** One session, from its start to its end. */
  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: database.url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'chalktalk live',
      options: '-c timezone=UTC',
    });
    const ended = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    // Whatever comes after the first is of no interest.
    client.on('error', () => undefined);
    let waiting = 0;
    chain = Promise.resolve();
    client.on('notification', ({ channel, payload = '' }) => {
      waiting += 1;
      if (waiting > MOST_WAITING) return void end(client);
      chain = chain
        .then(() => (session === client ? take(channel, payload) : undefined))
        .catch((error) => {
          // What could not be taken is lost, and with it the order of things.
          log.error({ err: error }, 'a notification could not be taken');
          void end(client);
        })
        .finally(() => {
          waiting -= 1;
        });
    });
    try {
      await client.connect();
      await client.query(`listen ${FILMS}; listen ${ACCESS}`);
    } catch (error) {
      await end(client);
      throw error;
    }
    // One that opened while the feed was closing is known to nobody else.
    if (closing) return end(client);
    session = client;
    since = Date.now();
    heard.resolve();
    const asking = setInterval(() => void ask(client), ASK_AFTER);
    asking.unref();
    await ended;
    clearInterval(asking);
    session = undefined;
    heard = deferred();
    await end(client);
    await chain;
  }

  async function take(channel: string, payload: string): Promise<void> {
    if (channel === ACCESS) return hearers.onAccess(payload);
    const told = JSON.parse(payload);
    if (told.large === undefined) return hearers.onChange(new Change(told));
    const { rows } = await database.query<{ change: string }>(
      'select change from large_changes where id = $1',
      [told.large],
    );
    if (!rows[0]) throw new Error(`The change ${told.large} is gone.`);
    hearers.onChange(new Change(JSON.parse(rows[0].change)));
  }

  async function run(): Promise<void> {
    for (let failures = 0; !closing; ) {
      try {
        await listen();
        failures = 0;
        if (closing) return;
        log.warn('notifications of the database were lost; followers connect anew');
        hearers.onLoss();
      } catch (error) {
        if (failures === 0) log.warn({ err: error }, 'the database cannot be listened to');
        failures += 1;
      }
      const pause = PAUSES[Math.min(failures, PAUSES.length - 1)];
      await wait(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  return {
    listening() {
      if (closing) return Promise.reject(new Error('The feed is closed.'));
      running ??= run();
      return heard.promise;
    },
    since: () => since,
    caughtUp() {
      // Whoever asks before the question is sent shares it.
      catching ??= question.then(async () => {
        catching = undefined;
        // The session is told what was committed before it is answered.
        if (session) await put(session);
        await chain;
      });
      return catching;
    },
    async close() {
      closing = true;
      stop.abort();
      if (session) await end(session);
      await running;
    },
  };
}

async function end(client: pg.Client): Promise<void> {
  // One that no longer answers would never say goodbye.
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  await client.end().catch(() => undefined);
}

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
