/** What lies in each lane after each operation. */
import type { QueueData } from './schema.ts';

/** The most that may lie in a lane at once. */
export const MOST = 6;

export interface Item {
  text: string;
  icon?: string | undefined;
  /** The operation that brings it, −1 from the start. */
  born: number;
}

export interface Lane {
  kind: 'queue' | 'stack';
  /** Items by index, oldest first: before anything happens, then after each operation. */
  states: number[][];
  /** The item each operation takes out. */
  taken: (number | undefined)[];
}

export interface Story {
  items: Item[];
  lanes: Lane[];
  /** The most that ever lie in a lane. */
  places: number;
}

export function tell(data: QueueData): Story {
  const items: Item[] = [];
  const bring = ({ text, icon }: { text: string; icon?: string | undefined }, born: number) =>
    items.push({ text, icon, born }) - 1;
  const start = data.start.map((one) => bring(one, -1));
  const brought = data.ops.map((op, index) => (op.do === 'push' ? bring(op, index) : undefined));
  const kinds = data.variant === 'both' ? (['queue', 'stack'] as const) : ([data.variant] as const);
  const lanes = kinds.map((kind): Lane => {
    let state = start;
    const states = [start];
    const taken = brought.map((item) => {
      if (item !== undefined) state = [...state, item];
      const gone = item !== undefined ? undefined : kind === 'queue' ? state[0] : state.at(-1);
      if (gone !== undefined) state = state.filter((one) => one !== gone);
      states.push(state);
      return gone;
    });
    return { kind, states, taken };
  });
  const places = Math.max(1, ...lanes[0]!.states.map((state) => state.length));
  return { items, lanes, places };
}
