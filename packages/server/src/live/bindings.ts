/** What a channel asks for when it joins: `config.postgres_changes`, checked and bounded, as Supabase's client sends it. */
import { type Change, type ChangeType, SCHEMA, TABLE } from './change.ts';
import { type Filter, FilterError, parseFilter } from './filter.ts';

const MOST_BINDINGS = 50;
const EVENTS = ['*', 'INSERT', 'UPDATE', 'DELETE'];

export interface Binding {
  /** A number, and unique in this server; changes name the bindings they are for. */
  id: number;
  event: ChangeType | '*';
  filter: Filter | undefined;
  /** What was asked, told back with the id: the client compares it field by field. */
  entry: Record<string, unknown>;
}

let lastId = 0;

/** @throws FilterError in a sentence for whoever subscribes */
export function parseBindings(payload: Record<string, unknown>): Binding[] {
  const config = (payload.config ?? {}) as Record<string, unknown>;
  const asked = config.postgres_changes ?? [];
  if (!Array.isArray(asked)) throw new FilterError('postgres_changes must be a list.');
  if (asked.length > MOST_BINDINGS)
    throw new FilterError(`A channel has at most ${MOST_BINDINGS} bindings; use another channel.`);
  return asked.map(parseBinding);
}

function parseBinding(entry: unknown): Binding {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FilterError(
      'Each of postgres_changes must be an object such as {"event":"*","schema":"public"}.',
    );
  const { event, schema, table, filter } = entry as Record<string, unknown>;
  if (typeof event !== 'string' || !EVENTS.includes(event))
    throw new FilterError('event must be *, INSERT, UPDATE or DELETE.');
  const ours =
    (schema === SCHEMA || schema === '*') && [undefined, null, '*', TABLE].includes(table as string);
  if (!ours) throw new FilterError(`Only ${SCHEMA}.${TABLE} can be subscribed to.`);
  if (filter !== undefined && filter !== null && typeof filter !== 'string')
    throw new FilterError('filter must be a text such as uuid=eq.<uuid>.');
  lastId += 1;
  return {
    id: lastId,
    event: event as Binding['event'],
    filter: filter ? parseFilter(filter) : undefined,
    entry: { ...(entry as Record<string, unknown>), id: lastId },
  };
}

/** The ids of those bindings that a change is for. */
export function idsOf(bindings: Binding[], change: Change): number[] {
  return bindings
    .filter(
      ({ event, filter }) =>
        (event === '*' || event === change.type) && (filter?.matches(change.row) ?? true),
    )
    .map(({ id }) => id);
}

/** Under what a channel is found: the films its filters name, or all of the accounts. */
export function keysOf(bindings: Binding[], accounts: Iterable<string>): Set<string> {
  return new Set(bindings.flatMap(({ filter }) => filter?.uuids ?? [...accounts]));
}
