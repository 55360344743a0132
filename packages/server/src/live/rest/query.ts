/**
 * What Supabase's client asks of the table, read from the query of its request as PostgREST reads it: columns, filters,
 * order and a range; nothing else. Made into parts of one statement, in which every value is a parameter.
 */
import { COLUMNS, type ColumnType, columnType } from '../change.ts';
import { bracketed, splitList, unquoted } from '../lists.ts';
import { noColumn, unreadable } from './fault.ts';

const MOST_CONDITIONS = 20;
const MOST_VALUES = 200;
const MOST_SELECTED = 50;
/** Rows in one answer; fewer when each brings its planner. */
const MOST_ROWS = 1000;
const MOST_LARGE_ROWS = 100;

const COMPARISONS: Record<string, string> = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const PATTERNS: Record<string, string> = { like: 'like', ilike: 'ilike' };

/** A column, or a part of a JSON one, under the name it is answered with. */
export interface Selected {
  name: string;
  column: string;
  /** Steps into JSON. */
  path: string[];
  asText: boolean;
}

export interface Query {
  selected: Selected[];
  /** SQL, to be joined by `and`; its parameters are `values`, from `$first` on. */
  conditions: string[];
  values: unknown[];
  /** SQL. */
  order: string;
  limit: number;
  offset: number;
}

/** @throws RestFault */
export function parseQuery(
  search: URLSearchParams,
  { first, range }: { first: number; range?: string | undefined },
): Query {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string) => {
    values.push(value);
    return `$${first + values.length - 1}::${type}`;
  };
  for (const [name, value] of search) {
    if (['select', 'order', 'limit', 'offset', 'apikey'].includes(name)) continue;
    if (/^(not\.)?(and|or)$/.test(name))
      throw unreadable('or and and are not served here; ask twice, or filter what is answered.');
    if (conditions.length === MOST_CONDITIONS)
      throw unreadable(`At most ${MOST_CONDITIONS} filters are served.`);
    conditions.push(conditionOf(name, value, parameter));
  }
  const selected = parseSelect(search.get('select') ?? '*');
  const most = selected.some(({ column }) => column.startsWith('planner')) ? MOST_LARGE_ROWS : MOST_ROWS;
  const { limit, offset } = rangeOf(search, range);
  return {
    selected,
    conditions,
    values,
    order: orderOf(search.get('order')),
    limit: Math.min(limit ?? most, most),
    offset,
  };
}

function typeOf(name: string): ColumnType {
  const type = columnType(name);
  if (!type) throw noColumn(name);
  return type;
}

function conditionOf(
  name: string,
  text: string,
  parameter: (value: unknown, type: string) => string,
): string {
  const [, not, operator = '', value = ''] = /^(not\.)?([a-z]{1,20})\.(.*)$/s.exec(text) ?? [];
  const type = typeOf(name);
  const column = `film.${name}`;
  const told = () => {
    if (operator === 'is') {
      if (value === 'null') return `${column} is null`;
      if (value === 'not_null') return `${column} is not null`;
      throw unreadable('is takes null or not_null here.');
    }
    if (operator === 'in') return `${column} = any(${parameter(listOf(value), `${type}[]`)})`;
    if (COMPARISONS[operator]) return `${column} ${COMPARISONS[operator]} ${parameter(value, type)}`;
    if (PATTERNS[operator] && type === 'text')
      return `${column} ${PATTERNS[operator]} ${parameter(value.replaceAll('*', '%'), 'text')}`;
    throw unreadable(
      `"failed to parse filter (${text.slice(0, 60)})"`,
      'Served are eq, neq, gt, gte, lt, lte, in, is, and like and ilike on texts; each may be negated by not.',
    );
  };
  return not ? `not (${told()})` : told();
}

function listOf(value: string): string[] {
  const inner = bracketed(value);
  if (inner === undefined) throw unreadable('A list is written as in.(a,b,c).');
  const values = inner === '' ? [] : splitList(inner).map(unquoted);
  if (values.length > MOST_VALUES) throw unreadable(`A list has at most ${MOST_VALUES} values.`);
  return values;
}

function parseSelect(text: string): Selected[] {
  const items = splitList(text);
  if (items.length > MOST_SELECTED)
    throw unreadable(`At most ${MOST_SELECTED} columns are selected at once.`);
  return items.flatMap((item): Selected[] => {
    if (item.trim() === '*')
      return COLUMNS.map(({ name }) => ({ name, column: name, path: [], asText: false }));
    const [, alias, column, arrows = ''] =
      /^\s*(?:([\w ]{1,63}):)?([a-z_]{1,63})((?:->>?[\w-]{1,63}){0,8})\s*$/.exec(item) ?? [];
    if (column === undefined)
      throw unreadable(
        `"failed to parse select parameter (${item.slice(0, 60)})"`,
        'Name columns, such as select=uuid,status,progress->percent.',
      );
    const steps = [...arrows.matchAll(/->(>?)([\w-]+)/g)];
    if (typeOf(column) !== 'jsonb' && steps.length > 0)
      throw unreadable(`${column} is no JSON; select it without an arrow.`);
    const path = steps.map(([, , step]) => step!);
    return [{ name: alias ?? path.at(-1) ?? column, column, path, asText: steps.at(-1)?.[1] === '>' }];
  });
}

function orderOf(text: string | null): string {
  const terms = (text ? splitList(text) : []).slice(0, COLUMNS.length).map((term) => {
    const [, column, direction, nulls] =
      /^([a-z_]{1,63})(?:\.(asc|desc))?(?:\.nulls(first|last))?$/.exec(term.trim()) ?? [];
    if (column === undefined)
      throw unreadable(`"failed to parse order (${term.slice(0, 60)})"`, 'Write it as created_at.desc.');
    typeOf(column);
    return `film.${column} ${direction ?? 'asc'}${nulls ? ` nulls ${nulls}` : ''}`;
  });
  // So that pages of equals neither repeat nor leave out any.
  return [...terms, 'film.seq'].join(', ');
}

function rangeOf(
  search: URLSearchParams,
  range: string | undefined,
): { limit: number | undefined; offset: number } {
  const [, from, to] = /^(\d{1,9})-(\d{0,9})$/.exec(range ?? '') ?? [];
  const ranged = search.has('limit') || search.has('offset') ? undefined : from;
  if (ranged !== undefined) {
    const limit = to ? Number(to) - Number(ranged) + 1 : undefined;
    return { offset: Number(ranged), limit: limit === undefined ? undefined : Math.max(0, limit) };
  }
  const whole = (name: string) => {
    const text = search.get(name);
    if (text !== null && !/^\d{1,9}$/.test(text)) throw unreadable(`${name} is a whole number from 0 on.`);
    return text === null ? undefined : Number(text);
  };
  return { limit: whole('limit'), offset: whole('offset') ?? 0 };
}
