/**
 * Who edits when, and what becomes of it. Each film has a line of edits, made one at a time in the order they came. Every
 * decision is one transaction that holds the film's row: an edit is never begun and forgotten, and a film goes from one
 * whole version to the next by one change of its row.
 */
import type { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { PoolClient } from 'pg';
import type { Config } from '../config/config.ts';
import { balanceOf, priceOf, refund, reserve, settle } from '../credits/ledger.ts';
import type { Database } from '../database/database.ts';
import { Fault } from '../errors.ts';
import type { FilmResult } from '../jobs/film.ts';
import { EDIT_QUEUE, EDIT_WORKFLOW, WORKFLOWS_VERSION } from '../jobs/names.ts';
import { earlierAnswer, type Idempotency, keepAnswer, lockCaller } from '../limits/idempotency.ts';
import type { Edited } from './edit.ts';
import { MOST_VERSIONS } from './history.ts';
import { OPEN, putInPlace } from './place.ts';
import { revertEdit } from './revert.ts';

export interface EditOrder {
  video: string;
  user_id: string;
  /** The account that calls: whose idempotency keys count. */
  account: string;
  request: string;
  aspect_ratio: string | null;
  image_urls: string[];
  idempotency?: Idempotency;
}

export interface TakenEdit {
  edit_id: string;
  status: 'processing' | 'queued';
  /** As the contract writes times. */
  created_at: string;
}

export interface Editing {
  /**
   * Takes an edit in, and begins it when none is under way on its film.
   * @throws Fault `not_found`, `conflict` when the film cannot be edited, `out_of_credits`
   */
  submit<Answer>(order: EditOrder, answer: (taken: TakenEdit) => Answer): Promise<Answer>;
  /** Puts the edited film in place of the one before, which its history keeps. False when the edit had ended before. */
  apply(id: string, edited: Edited): Promise<boolean>;
  /** Ends an edit badly, with one sentence; its film is as it was. False when the edit had ended before. */
  fail(id: string, message: string): Promise<boolean>;
  /** Puts the film from before the edit back. @throws Fault `conflict` when a guard does not allow it */
  revert(id: string): Promise<void>;
}

/** Edits that wait or are under way on one film at most. */
const LONGEST_LINE = 50;

export function createEditing(database: Database, queue: DBOSClient, { credits }: Config): Editing {
  /** Begins the first in line, unless one is under way; the film's row is locked. @returns its id */
  async function promote(client: PoolClient, video: string): Promise<string | undefined> {
    const { rows } = await client.query<{ id: string; seq: number }>(
      `update edits set status = 'processing', progress = '{"stage":"planning","percent":2}',
         updated_at = clock_timestamp()
       where id = (select id from edits where video = $1 and status = 'queued' order by seq limit 1)
         and not exists (select from edits where video = $1 and status in ('processing', 'applying'))
       returning id, seq`,
      [video],
    );
    const first = rows[0];
    if (!first) return undefined;
    await queue.enqueueInTransaction(
      client,
      {
        queueName: EDIT_QUEUE,
        workflowName: EDIT_WORKFLOW,
        workflowID: first.id,
        appVersion: WORKFLOWS_VERSION,
        priority: first.seq % 2 ** 31,
      },
      first.id,
      video,
    );
    return first.id;
  }

  /** Ends an edit that is under way: whoever pays, the film and the edit are locked in this order. */
  function end(id: string, change: (client: PoolClient, edit: Open) => Promise<boolean>): Promise<boolean> {
    return database.transaction(async (client) => {
      const { rows: found } = await client.query<{ caller: string; video: string }>(
        'select caller, video from edits where id = $1',
        [id],
      );
      if (!found[0]) return false;
      const { caller, video } = found[0];
      await lockCaller(client, caller);
      const { rows } = await client.query<Film>(
        'select planner, planner_history, result from corporate_engine_v2 where uuid = $1 for update',
        [video],
      );
      if (!rows[0]) return false;
      if (!(await change(client, { video, film: rows[0] }))) return false;
      await promote(client, video);
      return true;
    });
  }

  return {
    submit: (order, answer) =>
      database.transaction(async (client) => {
        const { idempotency, account, video } = order;
        await lockCaller(client, account);
        const earlier = idempotency && (await earlierAnswer(client, account, idempotency));
        if (earlier !== undefined) return earlier as ReturnType<typeof answer>;
        const { caller, org_id, seconds } = await editableFilm(client, video);
        const price = priceOf(seconds, credits);
        if (credits.enabled) {
          const balance = await balanceOf(client, caller);
          if (price > balance)
            throw new Fault(
              'out_of_credits',
              `INSUFFICIENT_CREDITS: edit could cost up to ${price}, have ${balance}`,
            );
        }
        const { rows } = await client.query<{ id: string; created_at: string }>(
          `insert into edits (video, caller, user_id, org_id, request, aspect_ratio, images)
           values ($1, $2, $3, $4, $5, $6, $7) returning id,
             to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as created_at`,
          [
            video,
            caller,
            order.user_id,
            org_id,
            order.request,
            order.aspect_ratio,
            JSON.stringify(order.image_urls.map((url) => ({ url }))),
          ],
        );
        const { id, created_at } = rows[0]!;
        if (credits.enabled) await reserve(client, caller, id, price, 'edit');
        const status = (await promote(client, video)) === id ? 'processing' : 'queued';
        const given = answer({ edit_id: id, status, created_at });
        if (idempotency) await keepAnswer(client, account, idempotency, given);
        return given;
      }),

    apply: (id, { film, planner, difference, undoes, seconds }) =>
      end(id, async (client, { video, film: before }) => {
        const { rowCount } = await client.query(
          `update edits set status = 'complete', progress = '{"stage":"complete","percent":100}', result = $2,
             updated_at = clock_timestamp()
           where id = $1 and status in ('processing', 'applying')`,
          [id, JSON.stringify({ ...difference, files: { video: film.files.video, vtt: film.files.vtt } })],
        );
        if (rowCount === 0) return false;
        const saved = {
          edit_id: id,
          saved_at: new Date().toISOString(),
          planner: before.planner,
          result: before.result,
          ...difference,
          ...(undoes === undefined ? {} : { undoes }),
        };
        await putInPlace(client, video, { planner, result: film }, saved);
        await settle(client, id, priceOf(seconds, credits), 'edit');
        return true;
      }),

    fail: (id, message) =>
      end(id, async (client) => {
        const { rowCount } = await client.query(
          `update edits set status = 'error', error_message = $2, updated_at = clock_timestamp(),
             progress = progress || '{"stage":"error"}'
           where id = $1 and ${OPEN}`,
          [id, message],
        );
        if (rowCount === 0) return false;
        await refund(client, id, 'edit');
        return true;
      }),

    revert: (id) => revertEdit(database, id),
  };
}

interface Film {
  planner: unknown;
  planner_history: unknown[];
  result: FilmResult;
}

interface Open {
  video: string;
  film: Film;
}

/** The film's row, locked, after whoever pays for edits of it. @throws Fault `not_found`, `conflict` */
async function editableFilm(client: PoolClient, video: string) {
  const { rows: found } = await client.query<{ caller: string }>(
    'select caller from corporate_engine_v2 where uuid = $1',
    [video],
  );
  if (found[0]) await lockCaller(client, found[0].caller);
  const { rows } = await client.query<{
    caller: string;
    org_id: string | null;
    status: string;
    seconds: number;
    versions: number;
    open: number;
  }>(
    `select caller, org_id, status, coalesce((result ->> 'duration_seconds')::float8, 0) as seconds,
       jsonb_array_length(planner_history) as versions,
       (select count(*)::int from edits where video = film.uuid and ${OPEN}) as open
     from corporate_engine_v2 film where uuid = $1 for update`,
    [video],
  );
  const film = rows[0];
  if (!film)
    throw new Fault('not_found', 'There is no such video; use a uuid that POST /v1/videos answered with.');
  assertEditable(film.status);
  if (film.open >= LONGEST_LINE)
    throw new Fault(
      'conflict',
      `This video has ${LONGEST_LINE} edits that wait; send the next one when some of them are done.`,
    );
  if (film.versions + film.open >= MOST_VERSIONS)
    throw new Fault(
      'conflict',
      `This video has been edited ${MOST_VERSIONS} times, the most that is kept; revert edits, or submit it as a new video.`,
    );
  return film;
}

/** @throws Fault `conflict` */
export function assertEditable(status: string): void {
  if (status === 'failed')
    throw new Fault('conflict', 'This video failed and cannot be edited; submit it again.');
  if (status !== 'complete')
    throw new Fault('conflict', 'This video is still being built; edit it once it is complete.');
}
