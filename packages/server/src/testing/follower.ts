/** Follows films with Supabase's own client, unmodified, as a program on Node does. */
import {
  createClient,
  type RealtimePostgresChangesPayload,
  type SupabaseClient,
} from '@supabase/supabase-js';
import { WebSocket } from 'ws';
import { until } from './until.ts';

// biome-ignore lint/suspicious/noExplicitAny: a row of whatever shape
export type Told = RealtimePostgresChangesPayload<Record<string, any>>;

export interface FollowerOptions {
  url: string;
  /** What the client is created with: a Chalktalk key, or a public one of Supabase's. */
  key: string;
  vsn?: '1.0.0' | '2.0.0';
  /** Asked for a token, as an app with sessions of its own does. */
  accessToken?: () => Promise<string | null>;
  realtime?: Record<string, unknown>;
}

export interface Followed {
  /** What `subscribe` was told, in order. */
  states: string[];
  changes: Told[];
  // biome-ignore lint/suspicious/noExplicitAny: as they come
  systems: any[];
  /** The last error that `subscribe` was told. */
  error: () => string | undefined;
  channel: ReturnType<SupabaseClient['channel']>;
  /** Called with each change as it comes. */
  onTold?: (change: Told) => void;
  /** @returns once it is in that state for the n-th time */
  reaches(state: string, times?: number): Promise<void>;
  /** @returns once so many changes have come */
  has(count: number): Promise<Told[]>;
}

export function follower({
  url,
  key,
  vsn = '2.0.0',
  accessToken,
  realtime = {},
}: FollowerOptions): SupabaseClient {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
    ...(accessToken ? { accessToken } : {}),
    // Node 20 has no WebSocket of its own. Reconnecting in tests need not wait for seconds.
    realtime: { transport: WebSocket as never, vsn, reconnectAfterMs: () => 50, ...realtime } as never,
  });
}

export interface Asked {
  event?: '*' | 'INSERT' | 'UPDATE' | 'DELETE';
  filter?: string;
}

export function follow(client: SupabaseClient, ...asked: Asked[]): Followed {
  const states: string[] = [];
  const changes: Told[] = [];
  const systems: unknown[] = [];
  let error: string | undefined;
  let channel = client.channel(`films ${Math.random()}`);
  for (const { event = '*', filter } of asked)
    channel = channel.on(
      'postgres_changes' as never,
      { event, schema: 'public', table: 'corporate_engine_v2', ...(filter ? { filter } : {}) } as never,
      (change: Told) => {
        changes.push(change);
        followed.onTold?.(change);
      },
    );
  channel.on('system', {}, (told: unknown) => systems.push(told));
  channel.subscribe((state, cause) => {
    states.push(state);
    if (cause) error = cause.message;
  });
  const followed: Followed = {
    states,
    changes,
    systems,
    channel,
    error: () => error,
    async reaches(state, times = 1) {
      await until(() => states.filter((one) => one === state).length >= times, 20_000).catch(() => {
        throw new Error(`Not ${state} but ${states.join(', ')}: ${error}`);
      });
    },
    async has(count) {
      await until(() => changes.length >= count, 20_000).catch(() => {
        throw new Error(`${changes.length} changes came instead of ${count}.`);
      });
      return changes;
    },
  };
  return followed;
}
