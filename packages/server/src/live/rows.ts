/** Reads films as changes tell them, for those who come back and have missed some. */
import type { Queryable } from '../database/database.ts';
import { Change, type Row } from './change.ts';

/** Films, the newest of each account, that are looked at for what has changed. */
const LATEST = 100;

/** SQL of a Row. */
const ROW = `told_film(film) || jsonb_build_object('planner', planner, 'planner_history', planner_history) as row`;

/** The person and the organizations among accounts. */
export function partsOf(accounts: Iterable<string>): { user_id: string | null; orgs: string[] } {
  const all = [...accounts];
  return {
    user_id: all.find((one) => one.startsWith('user:'))?.slice(5) ?? null,
    orgs: all.filter((one) => one.startsWith('org:')).map((one) => one.slice(4)),
  };
}

/** SQL that is true for films of `user_id` and `orgs`, which are SQL expressions too. */
export function visibleSql(film: string, user_id: string, orgs: string): string {
  return `((${film}.org_id is null and ${film}.user_id = ${user_id}) or ${film}.org_id = any(${orgs}))`;
}

/**
 * What somebody may have missed, oldest first: as they stand, those films that have changed since, of those named or of
 * the latest of each account.
 */
export async function readMissed(
  database: Queryable,
  since: Date,
  accounts: ReadonlySet<string>,
  uuids: string[] | undefined,
): Promise<Change[]> {
  const { user_id, orgs } = partsOf(accounts);
  const { rows } = uuids
    ? await database.query<{ row: Row }>(
        `select ${ROW} from corporate_engine_v2 film
         where uuid = any($1::uuid[]) and ${visibleSql('film', '$2::uuid', '$3::uuid[]')} and updated_at > $4
         order by updated_at`,
        [uuids, user_id, orgs, since],
      )
    : await database.query<{ row: Row }>(
        `with latest as (
           (select * from corporate_engine_v2 where org_id is null and user_id = $1 order by seq desc limit ${LATEST})
           union all
           select film.* from unnest($2::uuid[]) as org cross join lateral
             (select * from corporate_engine_v2 where org_id = org order by seq desc limit ${LATEST}) as film
         )
         select told_film(row(latest.*)::corporate_engine_v2)
           || jsonb_build_object('planner', planner, 'planner_history', planner_history) as row
         from latest where updated_at > $3 order by updated_at limit ${LATEST}`,
        [user_id, orgs, since],
      );
  return rows.map(({ row }) => new Change({ type: 'UPDATE', row, at: row.updated_at }));
}
