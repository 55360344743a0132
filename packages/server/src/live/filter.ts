/**
 * Filters of subscriptions, as Realtime reads them: `status=eq.complete`, `uuid=in.(a,b)`, several joined by commas, any
 * of them negated by `not.`. Compared as Postgres compares: null is equal to nothing, not even to null.
 */
import { type ColumnType, columnType, type Row } from './change.ts';
import { bracketed, splitList, unquoted } from './lists.ts';

const LONGEST = 4000;
const MOST_CONDITIONS = 10;
const MOST_VALUES = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ORDERED = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'isdistinct'] as const;
type Ordered = (typeof ORDERED)[number];

/** What is wrong with a filter, in a sentence for whoever wrote it. */
export class FilterError extends Error {}

export interface Filter {
  matches(row: Row): boolean;
  /** The films it is about, when it names them. */
  uuids: string[] | undefined;
}

type Condition = { uuids?: string[]; matches(row: Row): boolean };

/** @throws FilterError */
export function parseFilter(text: string): Filter {
  if (text.length > LONGEST) throw new FilterError(`A filter has at most ${LONGEST} characters.`);
  const conditions = splitList(text).map(parseCondition);
  if (conditions.length > MOST_CONDITIONS)
    throw new FilterError(`A filter has at most ${MOST_CONDITIONS} conditions.`);
  return {
    uuids: conditions.find(({ uuids }) => uuids)?.uuids,
    matches: (row) => conditions.every((condition) => condition.matches(row)),
  };
}

function parseCondition(text: string): Condition {
  const [, name, not, operator, value] = /^([a-z_]{1,63})=(not\.)?([a-z]{1,12})\.(.*)$/s.exec(text) ?? [];
  if (name === undefined || operator === undefined || value === undefined)
    throw new FilterError('Write a filter as column=operator.value, such as uuid=eq.<uuid>.');
  const type = columnType(name);
  if (!type) throw new FilterError(`column "${name}" does not exist; filter by a column of the table.`);
  if (type === 'jsonb' && operator !== 'is')
    throw new FilterError(`${name} is JSON, which filters do not compare; filter by status or uuid.`);
  const column = name as keyof Row;
  const test = testOf(operator, value, type);
  // What is unknown stays unknown when it is negated.
  const matches = (row: Row) => {
    const found = test(row[column] as string | null);
    return found !== undefined && found !== Boolean(not);
  };
  const uuids = name === 'uuid' && !not ? uuidsOf(operator, value) : undefined;
  return uuids ? { uuids, matches } : { matches };
}

function uuidsOf(operator: string, value: string): string[] | undefined {
  if (operator === 'eq') return [unquoted(value).toLowerCase()];
  if (operator === 'in') return valuesOf(value).map((one) => one.toLowerCase());
  return undefined;
}

type Test = (value: string | null) => boolean | undefined;

function testOf(operator: string, value: string, type: ColumnType): Test {
  if (operator === 'is') {
    if (value !== 'null') throw new FilterError('is takes null here; compare values with eq.');
    return (one) => one === null;
  }
  if (operator === 'in') {
    const wanted = new Set(valuesOf(value).map((one) => comparable(one, type)));
    return (one) => (one === null ? undefined : wanted.has(comparable(one, type)));
  }
  if (!(ORDERED as readonly string[]).includes(operator))
    throw new FilterError(`The operator ${operator} is not served; use eq, neq, lt, lte, gt, gte, in or is.`);
  const right = comparable(unquoted(value), type);
  if (operator === 'isdistinct') return (one) => one === null || comparable(one, type) !== right;
  const compare = COMPARISONS[operator as Exclude<Ordered, 'isdistinct'>];
  return (one) => {
    if (one === null) return undefined;
    const left = comparable(one, type);
    return compare(left < right ? -1 : left > right ? 1 : 0);
  };
}

const COMPARISONS: Record<Exclude<Ordered, 'isdistinct'>, (order: number) => boolean> = {
  eq: (order) => order === 0,
  neq: (order) => order !== 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

/** A text that is in order as the column's values are. */
function comparable(text: string, type: ColumnType): string {
  if (type === 'uuid') {
    if (!UUID.test(text)) throw new FilterError(`"${text.slice(0, 40)}" is no uuid; give one in full.`);
    return text.toLowerCase();
  }
  if (type === 'timestamptz') return instantOf(text);
  return text;
}

/** `2026-04-25T12:34:56.789012+00:00` and its other spellings as microseconds, of one length. */
function instantOf(text: string): string {
  const [, date, time = '00:00:00', fraction = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,6})\d*)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const ms = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${offset.toUpperCase()}`);
  if (!(ms >= 0))
    throw new FilterError(`"${text.slice(0, 40)}" is no time; write it as 2026-04-25T12:34:56Z.`);
  return `${String(ms / 1000).padStart(12, '0')}.${fraction.padEnd(6, '0')}`;
}

function valuesOf(list: string): string[] {
  const inner = bracketed(list);
  if (inner === undefined) throw new FilterError('Write a list as in.(a,b,c).');
  const values = splitList(inner).map(unquoted);
  if (values.length > MOST_VALUES) throw new FilterError(`A list has at most ${MOST_VALUES} values.`);
  return values;
}
