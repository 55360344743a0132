/** What an array's operations do to it: which cell lies in which place after each of them. */
import type { ArrayData, ArrayOp } from './schema.ts';

/** A card with what is written on it over time: its first value, then those that overwrite it. */
export interface Card {
  id: string;
  values: { text: string; op: number }[];
  /** The operation that brings it, −1 from the start, and the one that takes it away. */
  born: number;
  gone?: number;
}

export interface Step {
  op: ArrayOp;
  /** Cards in the order of their places, before and after. */
  before: string[];
  after: string[];
  /** The cards it is about. */
  about: string[];
  /** Where pointers stand after it, by name: places from 0. */
  pointers: ReadonlyMap<string, number>;
}

export interface Story {
  cards: Map<string, Card>;
  start: string[];
  steps: Step[];
  /** The most places ever taken. */
  places: number;
}

export function tell(data: ArrayData): Story {
  const cards = new Map<string, Card>();
  const bring = (text: string, born: number) => {
    const id = `cell.${cards.size}`;
    cards.set(id, { id, values: [{ text, op: born }], born });
    return id;
  };
  const start = data.cells.map((text) => bring(text, -1));
  let order = start;
  let pointers = new Map(data.pointers.map((one) => [one.name, one.at - data.first]));
  let places = order.length;
  const steps = data.ops.map((op, index): Step => {
    const before = order;
    const at = (place: number) => before[place - data.first]!;
    let about: string[] = [];
    if (op.do === 'swap') {
      about = [at(op.a), at(op.b)];
      order = order.map((id) => (id === about[0] ? about[1]! : id === about[1] ? about[0]! : id));
    } else if (op.do === 'compare') about = [at(op.a), at(op.b)];
    else if (op.do === 'lift') about = [at(op.at)];
    else if (op.do === 'set') {
      about = [at(op.at)];
      cards.get(about[0]!)!.values.push({ text: op.value, op: index });
    } else if (op.do === 'insert') {
      about = [bring(op.value, index)];
      order = [...order.slice(0, op.at - data.first), about[0]!, ...order.slice(op.at - data.first)];
    } else if (op.do === 'remove') {
      about = [at(op.at)];
      cards.get(about[0]!)!.gone = index;
      order = order.filter((id) => id !== about[0]);
    } else if (op.do === 'drop' || op.do === 'mark')
      about = before.slice(op.from - data.first, op.to - data.first + 1);
    else if (op.do === 'point') pointers = new Map(pointers).set(op.pointer, op.to - data.first);
    places = Math.max(places, order.length);
    return { op, before, after: order, about, pointers };
  });
  return { cards, start, steps, places };
}

/** What is wrong with the indices of the operations, as paths and sentences. */
export function checkArray(data: ArrayData, most: number): { path: (string | number)[]; message: string }[] {
  const found: { path: (string | number)[]; message: string }[] = [];
  let count = data.cells.length;
  const names = new Set(data.pointers.map((one) => one.name));
  const within = (path: (string | number)[], value: number, room = count) => {
    if (value >= data.first && value < data.first + room) return;
    found.push({ path, message: `must be an index from ${data.first} to ${data.first + room - 1}` });
  };
  data.pointers.forEach((one, index) => {
    within(['pointers', index, 'at'], one.at);
  });
  if (names.size < data.pointers.length)
    found.push({ path: ['pointers'], message: 'must each have a name of its own' });
  data.ops.forEach((op, index) => {
    const path = (field: string) => ['ops', index, field];
    if (op.do === 'lift' || op.do === 'set' || op.do === 'remove') within(path('at'), op.at);
    if (op.do === 'insert') within(path('at'), op.at, count + 1);
    if (op.do === 'compare' || op.do === 'swap') {
      within(path('a'), op.a);
      within(path('b'), op.b);
      if (op.a === op.b) found.push({ path: path('b'), message: 'must be another cell than "a"' });
    }
    if (op.do === 'drop' || op.do === 'mark') {
      within(path('from'), op.from);
      within(path('to'), op.to);
      if (op.to < op.from) found.push({ path: path('to'), message: 'must not come before "from"' });
    }
    if (op.do === 'point') {
      within(path('to'), op.to);
      names.add(op.pointer);
    }
    if (op.do === 'note' && !op.line) found.push({ path: path('line'), message: 'must say what is noted' });
    if (op.do === 'insert') count += 1;
    if (op.do === 'remove') count -= 1;
    if (count < 1 || count > most)
      found.push({ path: path('do'), message: `must leave between 1 and ${most} cells` });
  });
  if (names.size > 3) found.push({ path: ['ops'], message: 'must use at most three pointers' });
  return found;
}

/** The operations in two halves, the second beginning with what the first leaves. */
export function splitArray(data: ArrayData): [ArrayData, ArrayData] | undefined {
  if (data.ops.length < 2) return undefined;
  const half = Math.ceil(data.ops.length / 2);
  const story = tell({ ...data, ops: data.ops.slice(0, half) });
  const last = story.steps.at(-1)!;
  return [
    { ...data, ops: data.ops.slice(0, half) },
    {
      ...data,
      cells: last.after.map((id) => story.cards.get(id)!.values.at(-1)!.text),
      pointers: [...last.pointers].map(([name, place]) => ({ name, at: place + data.first })),
      ops: data.ops.slice(half),
    },
  ];
}
