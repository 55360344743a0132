/** Reads the rows of a query, of those that the caller may see, as the contract writes them. */
import pg from 'pg';
import type { LinkOf } from '../../http/videos/answer.ts';
import { resultAnswer } from '../../http/videos/answer.ts';
import type { FilmResult } from '../../jobs/film.ts';
import { columnType } from '../change.ts';
import { partsOf, visibleSql } from '../rows.ts';
import { RestFault } from './fault.ts';
import { parseQuery, type Selected } from './query.ts';

export interface Asked {
  search: URLSearchParams;
  range?: string | undefined;
  /** Whether to tell how many rows there are in all. */
  count: boolean;
  accounts: ReadonlySet<string>;
}

export interface Found {
  rows: Record<string, unknown>[];
  offset: number;
  total: number | undefined;
}

export type ReadTable = (asked: Asked) => Promise<Found>;

/** Queries under way at once, each on a connection of its own; those that wait, and how long one may take, ms. */
const LANES = 2;
const MOST_WAITING = 500;
const TIMEOUT = 5_000;

export function createTable({ url }: { url: string }, linkOf: LinkOf): ReadTable {
  const lanes = new pg.Pool({
    connectionString: url,
    max: LANES,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    options: `-c timezone=UTC -c statement_timeout=${TIMEOUT} -c default_transaction_read_only=on`,
  });
  lanes.on('error', () => undefined);
  lanes.on('connect', (client) => client.on('error', () => undefined));

  return async ({ search, range, count, accounts }) => {
    const query = parseQuery(search, { first: 3, range });
    if (lanes.waitingCount > MOST_WAITING)
      throw new RestFault(503, 'PGRST003', 'Too many reads wait just now; try again in a few seconds.');
    const { user_id, orgs } = partsOf(accounts);
    const where = [visibleSql('film', '$1::uuid', '$2::uuid[]'), ...query.conditions].join(' and ');
    const values = [user_id, orgs, ...query.values];
    const columns = [...new Set(query.selected.map(({ column }) => column))].map(columnSql).join(', ');
    try {
      const { rows } = await lanes.query(
        `select ${columns} from corporate_engine_v2 film where ${where}
         order by ${query.order} limit ${query.limit} offset ${query.offset}`,
        values,
      );
      const total = count
        ? Number(
            (
              await lanes.query(
                `select count(*) as total from corporate_engine_v2 film where ${where}`,
                values,
              )
            ).rows[0].total,
          )
        : undefined;
      return {
        rows: rows.map((row) => answered(row, query.selected, linkOf)),
        offset: query.offset,
        total,
      };
    } catch (error) {
      throw faultOf(error);
    }
  };
}

function columnSql(name: string): string {
  return columnType(name) === 'timestamptz'
    ? `to_char(film.${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as ${name}`
    : `film.${name}`;
}

function answered(
  row: Record<string, unknown>,
  selected: Selected[],
  linkOf: LinkOf,
): Record<string, unknown> {
  if (row.result) row.result = resultAnswer(row.result as FilmResult, linkOf);
  return Object.fromEntries(
    selected.map(({ name, column, path, asText }) => {
      const value = path.reduce<unknown>(stepInto, row[column]);
      if (!asText || value === null || typeof value === 'string') return [name, value];
      return [name, JSON.stringify(value)];
    }),
  );
}

function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
  return (value as Record<string, unknown>)[step];
}

/** Values that are none of their column's type are the caller's fault, in Postgres's own words and codes. */
function faultOf(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message: string };
  if (code === '57014')
    return new RestFault(504, '57014', 'This read took too long; ask for fewer rows, or by uuid.');
  return typeof code === 'string' && /^22/.test(code) ? new RestFault(400, code, message) : error;
}
