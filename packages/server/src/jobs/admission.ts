/**
 * Who may begin: films are taken in, wait in their caller's line, and get one of its few places in the order they came.
 * Every decision is one transaction that holds the caller's row, and a film that gets a place is put on the workers'
 * queue in the same transaction: it is never admitted and forgotten, nor begun without a place.
 */
import type { Brief } from '@chalktalk/engine';
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { PoolClient } from 'pg';
import type { Config } from '../config/config.ts';
import { balanceOf, priceOf, refund, reserve, settle } from '../credits/ledger.ts';
import type { Database } from '../database/database.ts';
import { Fault } from '../errors.ts';
import { accountOf } from '../identity/caller.ts';
import { earlierAnswer, type Idempotency, keepAnswer, lockCaller } from '../limits/idempotency.ts';
import type { FilmResult } from './film.ts';
import { FILM_QUEUE, FILM_WORKFLOW, WORKFLOWS_VERSION } from './names.ts';

export interface Order {
  user_id: string;
  org_id: string | null;
  email: string | null;
  briefs: Brief[];
  /** The same key with the same body gets the same answer for a day, and makes nothing again. */
  idempotency?: Idempotency;
}

/** What became of one film of an order. */
export type Taken =
  | { uuid: string; status: 'queued' }
  /** `position` counts from 1. */
  | { uuid: string; status: 'parked'; position: number }
  | { uuid: null; status: 'error'; message: string };

export interface Admission {
  /**
   * Takes an order in, in one transaction, and returns what `answer` makes of it.
   * @throws Fault `conflict` when the idempotency key was used with another body
   */
  submit<Answer>(order: Order, answer: (taken: Taken[]) => Answer): Promise<Answer>;
  /** Ends a film well. False when it had ended before. */
  complete(uuid: string, result: FilmResult): Promise<boolean>;
  /** Ends a film badly, with one sentence that says why and what to do. False when it had ended before. */
  fail(uuid: string, message: string): Promise<boolean>;
  /** Ends a film because its owner asks. @throws Fault `conflict` when it has ended, `not_found` */
  cancel(uuid: string): Promise<void>;
}

const ACTIVE = `status in ('queued', 'voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames')`;

export function createAdmission(database: Database, queue: DBOSClient, config: Config): Admission {
  const { limits, credits } = config;

  /** Gives free places to the first in line. @returns the uuids that got one, in order */
  async function promote(client: PoolClient, caller: string): Promise<string[]> {
    const { rows } = await client.query<{ uuid: string; seq: number }>(
      `with places as (
         select greatest(0, $2 - count(*))::int as free from corporate_engine_v2 where caller = $1 and ${ACTIVE}
       ), first as (
         select uuid from corporate_engine_v2 where caller = $1 and status = 'pending'
         order by seq limit (select free from places)
       ), begun as (
         update corporate_engine_v2 set status = 'queued', updated_at = clock_timestamp(),
           progress = '{"stage":"queued","percent":2,"current_scene":0,"total_scenes":0}'
         where uuid in (select uuid from first) returning uuid, seq
       ), counted as (
         update callers set parked = parked - (select count(*) from begun) where caller = $1
       )
       select uuid, seq from begun order by seq`,
      [caller, limits.active],
    );
    for (const { uuid, seq } of rows) {
      await queue.enqueueInTransaction(
        client,
        {
          queueName: FILM_QUEUE,
          workflowName: FILM_WORKFLOW,
          workflowID: uuid,
          appVersion: WORKFLOWS_VERSION,
          // Whoever came first is served first, and so are the scenes of its film.
          priority: seq % 2 ** 31,
        },
        uuid,
      );
    }
    return rows.map(({ uuid }) => uuid);
  }

  /** Credits left for each film in turn: those that can be paid, and a message for those that cannot. */
  async function afford(
    client: PoolClient,
    caller: string,
    briefs: Brief[],
  ): Promise<(string | undefined)[]> {
    if (!credits.enabled) return briefs.map(() => undefined);
    let left = await balanceOf(client, caller);
    return briefs.map((brief) => {
      const price = priceOf(brief.video_duration_seconds, credits);
      if (price > left) return `INSUFFICIENT_CREDITS: video could cost up to ${price}, have ${left}`;
      left -= price;
      return undefined;
    });
  }

  async function end(uuid: string, change: (client: PoolClient) => Promise<boolean>): Promise<boolean> {
    return database.transaction(async (client) => {
      const { rows } = await client.query<{ caller: string }>(
        'select caller from corporate_engine_v2 where uuid = $1',
        [uuid],
      );
      const caller = rows[0]?.caller;
      if (!caller) return false;
      await lockCaller(client, caller);
      if (!(await change(client))) return false;
      await promote(client, caller);
      return true;
    });
  }

  /** Films that end while they wait leave the line. */
  const UNPARKED = `update callers set parked = parked - 1
    where caller = (select caller from corporate_engine_v2 where uuid = $1 and status = 'pending')`;

  async function endBadly(client: PoolClient, uuid: string, message: string): Promise<boolean> {
    await client.query(UNPARKED, [uuid]);
    const { rowCount } = await client.query(
      `update corporate_engine_v2 set status = 'failed', error_message = $2, updated_at = clock_timestamp(),
         progress = progress || '{"stage":"failed"}'
       where uuid = $1 and status not in ('complete', 'failed')`,
      [uuid, message],
    );
    if (rowCount === 0) return false;
    await refund(client, uuid);
    return true;
  }

  return {
    async submit(order, answer) {
      const caller = accountOf(order.user_id, order.org_id);
      return database.transaction(async (client) => {
        const before = await lockCaller(client, caller);
        const earlier = order.idempotency && (await earlierAnswer(client, caller, order.idempotency));
        if (earlier !== undefined) return earlier as ReturnType<typeof answer>;
        const refused = await afford(client, caller, order.briefs);
        const accepted = order.briefs.filter((_, index) => refused[index] === undefined);
        const { rows } = await client.query<{ uuid: string }>(
          `insert into corporate_engine_v2 (user_id, org_id, caller, email, task, brief)
           select $1, $2, $3, $4, brief ->> 'task', brief
           from jsonb_array_elements($5::jsonb) with ordinality as given (brief, place) order by place
           returning uuid`,
          [order.user_id, order.org_id, caller, order.email, JSON.stringify(accepted)],
        );
        await client.query('update callers set parked = parked + $2 where caller = $1', [
          caller,
          rows.length,
        ]);
        if (credits.enabled) {
          for (const [index, brief] of accepted.entries())
            await reserve(client, caller, rows[index]!.uuid, priceOf(brief.video_duration_seconds, credits));
        }
        const begun = await promote(client, caller);
        let next = 0;
        const taken = refused.map((message): Taken => {
          if (message !== undefined) return { uuid: null, status: 'error', message };
          const { uuid } = rows[next]!;
          next += 1;
          if (begun.includes(uuid)) return { uuid, status: 'queued' };
          // Those before this one in line, less those that have just left it.
          return { uuid, status: 'parked', position: before + next - begun.length };
        });
        const given = answer(taken);
        if (order.idempotency) await keepAnswer(client, caller, order.idempotency, given);
        return given;
      });
    },

    complete: (uuid, result) =>
      end(uuid, async (client) => {
        const { rowCount } = await client.query(
          `update corporate_engine_v2 set status = 'complete', result = $2, updated_at = clock_timestamp(),
             progress = progress || jsonb_build_object('stage', 'complete', 'percent', 100,
               'current_scene', $3::int, 'total_scenes', $3::int)
           where uuid = $1 and status not in ('complete', 'failed')`,
          [uuid, JSON.stringify(result), result.scenes.length],
        );
        if (rowCount === 0) return false;
        await settle(client, uuid, priceOf(result.duration_seconds, credits));
        return true;
      }),

    fail: (uuid, message) => end(uuid, (client) => endBadly(client, uuid, message)),

    async cancel(uuid) {
      const ended = await end(uuid, async (client) => {
        const done = await endBadly(client, uuid, 'Cancelled by its owner; submit it again to make it.');
        if (done)
          await client.query(
            'update corporate_engine_v2 set cancelled_at = clock_timestamp() where uuid = $1',
            [uuid],
          );
        return done;
      });
      if (!ended)
        throw new Fault('conflict', 'This video has already ended; only a video under way can be cancelled.');
      await queue.cancelWorkflow(uuid, { cancelChildren: true });
    },
  };
}
