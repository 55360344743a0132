/** A change of a film's row, as the database tells it and as followers are told it. */
import type { LinkOf } from '../http/videos/answer.ts';
import { resultAnswer } from '../http/videos/answer.ts';
import { accountOf } from '../identity/caller.ts';
import type { FilmProgress, FilmResult, FilmStatus } from '../jobs/film.ts';

export const SCHEMA = 'public';
export const TABLE = 'corporate_engine_v2';

/** The contract's columns, in its order; what else is in the table is nobody's business. */
export const COLUMNS = [
  { name: 'uuid', type: 'uuid' },
  { name: 'user_id', type: 'uuid' },
  { name: 'org_id', type: 'uuid' },
  { name: 'task', type: 'text' },
  { name: 'status', type: 'text' },
  { name: 'progress', type: 'jsonb' },
  { name: 'error_message', type: 'text' },
  { name: 'created_at', type: 'timestamptz' },
  { name: 'updated_at', type: 'timestamptz' },
  { name: 'planner', type: 'jsonb' },
  { name: 'planner_history', type: 'jsonb' },
  { name: 'result', type: 'jsonb' },
] as const;

export type ColumnType = (typeof COLUMNS)[number]['type'];

export function columnType(name: string): ColumnType | undefined {
  return COLUMNS.find((column) => column.name === name)?.type;
}

/** A row as the database tells it: large values that did not change are left out. */
export interface Row {
  uuid: string;
  user_id: string;
  org_id: string | null;
  task: string;
  status: FilmStatus;
  progress: FilmProgress;
  error_message: string | null;
  /** `2026-04-25T12:34:56.789012+00:00`. */
  created_at: string;
  updated_at: string;
  planner?: unknown;
  planner_history?: unknown;
  result: FilmResult | null;
}

export type ChangeType = 'INSERT' | 'UPDATE' | 'DELETE';

export class Change {
  readonly type: ChangeType;
  /** As it is now, or was when it was deleted. */
  readonly row: Row;
  /** When it happened, ISO-8601 with Z. */
  readonly at: string;
  /** Whose film it is: `user:<uuid>` or `org:<uuid>`. */
  readonly account: string;
  #data: string | undefined;

  constructor({ type, row, at }: { type: ChangeType; row: Row; at: string }) {
    this.type = type;
    this.row = row;
    this.at = at;
    this.account = accountOf(row.user_id, row.org_id);
  }

  /** What Supabase's client is sent of it, as JSON: made once, however many follow. */
  data(linkOf: LinkOf): string {
    this.#data ??= JSON.stringify({
      schema: SCHEMA,
      table: TABLE,
      type: this.type,
      commit_timestamp: this.at,
      errors: null,
      columns: COLUMNS,
      ...(this.type === 'DELETE' ? {} : { record: recordOf(this.row, linkOf) }),
      ...(this.type === 'INSERT' ? {} : { old_record: { uuid: this.row.uuid } }),
    });
    return this.#data;
  }
}

/** A row in the contract's order, with links to the files of a finished film in place of where they lie. */
function recordOf(row: Row, linkOf: LinkOf): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { name } of COLUMNS) if (row[name] !== undefined) record[name] = row[name];
  record.result = row.result && resultAnswer(row.result, linkOf);
  return record;
}
