/** What is measured, in the form Prometheus reads: requests by route, films by status, the line, the workers, the process. */
import { TrieRouter } from 'hono/router/trie-router';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { STATUSES } from '../jobs/film.ts';
import type { Services } from '../services.ts';

/** What answers requests, as the HTTP server calls it. */
export interface Fetch {
  fetch(request: Request, env: object): Response | Promise<Response>;
}

export interface Metrics {
  readonly contentType: string;
  /** Everything, as text. */
  read(): Promise<string>;
  /** The same app, whose requests are counted and timed by route template and code. */
  measured(app: Fetch & { routes: { method: string; path: string }[] }): Fetch;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createMetrics(services: Pick<Services, 'database' | 'config' | 'log'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'chalktalk_' });
  const requests = new Histogram({
    name: 'chalktalk_http_request_duration_seconds',
    help: 'How long requests took until their answer began, by route template and code.',
    labelNames: ['method', 'route', 'code'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const refresh = filmGauges(registry, services);

  return {
    contentType: registry.contentType,
    async read() {
      await refresh();
      return registry.metrics();
    },
    measured(app) {
      const templateOf = templates(app.routes);
      /** Labels are looked up once for each route and code: there are few, and requests are many. */
      const known = new Map<string, { observe(value: number): void }>();
      const observe = (request: Request, code: number, begun: number) => {
        const method = METHODS.has(request.method) ? request.method : 'other';
        const route = templateOf(method, request.url);
        const name = `${method} ${route} ${code}`;
        let child = known.get(name);
        if (!child) {
          child = requests.labels(method, route, String(code));
          known.set(name, child);
        }
        child.observe((performance.now() - begun) / 1000);
      };
      return {
        async fetch(request, env) {
          const begun = performance.now();
          const response = await app.fetch(request, env);
          observe(request, response.status, begun);
          return response;
        },
      };
    },
  };
}

/** From a request to the template of its route: what callers make up gets no name of its own. */
function templates(routes: { method: string; path: string }[]): (method: string, url: string) => string {
  let router: TrieRouter<string> | undefined;
  return (method, url) => {
    if (!router) {
      router = new TrieRouter();
      for (const route of routes)
        if (route.method !== 'ALL') router.add(route.method, route.path, route.path);
    }
    const start = url.indexOf('/', url.indexOf('://') + 3);
    const end = url.indexOf('?', start);
    const path = start < 0 ? '/' : url.slice(start, end < 0 ? undefined : end);
    const [matches] = router.match(method === 'HEAD' ? 'GET' : method, path);
    return matches[0]?.[0] ?? 'none';
  };
}

/** ms; a database that many servers share is asked no oftener. */
const HOLDS = 5_000;

function filmGauges(
  registry: Registry,
  { database, config, log }: Pick<Services, 'database' | 'config' | 'log'>,
): () => Promise<void> {
  const registers = [registry];
  const films = new Gauge({
    name: 'chalktalk_films',
    help: 'Films that wait or are under way, by status; in all of the database.',
    labelNames: ['status'] as const,
    registers,
  });
  const line = new Gauge({
    name: 'chalktalk_queue_length',
    help: 'Films that wait: parked in their callers’ lines, or admitted and not yet begun.',
    labelNames: ['place'] as const,
    registers,
  });
  const workers = new Gauge({
    name: 'chalktalk_workers_alive',
    help: 'Workers with a recent sign of life, on all machines.',
    registers,
  });
  const ended = new Counter({
    name: 'chalktalk_films_ended_total',
    help: 'Films that have ended, finished or failed; in all of the database.',
    labelNames: ['status'] as const,
    registers,
  });
  const seconds = new Counter({
    name: 'chalktalk_film_seconds_total',
    help: 'Length of all finished films, s; in all of the database.',
    registers,
  });
  const up = new Gauge({
    name: 'chalktalk_database_up',
    help: 'Whether the database answered when these were read.',
    registers,
  });
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    try {
      const now = await count(database, config.work.dead_after_ms);
      up.set(1);
      for (const status of UNDER_WAY) films.set({ status }, now.active[status] ?? 0);
      films.set({ status: 'pending' }, now.parked);
      line.set({ place: 'parked' }, now.parked);
      line.set({ place: 'queued' }, now.active.queued ?? 0);
      workers.set(now.workers);
      ended.reset();
      for (const { status, films } of now.ended) ended.inc({ status }, films);
      seconds.reset();
      seconds.inc(now.ended.find(({ status }) => status === 'complete')?.seconds ?? 0);
    } catch (error) {
      log.warn({ err: error }, 'films could not be counted');
      up.set(0);
    }
  }

  return () => {
    if (performance.now() - asked > HOLDS) {
      asked = performance.now();
      asking = ask();
    }
    return asking!;
  };
}

const UNDER_WAY = STATUSES.filter((status) => !['pending', 'complete', 'failed'].includes(status));

interface Counts {
  active: Record<string, number>;
  parked: number;
  workers: number;
  ended: { status: string; films: number; seconds: number }[];
}

/** Costs the same however many films there are: those under way have an index, those that ended are counted as they end. */
async function count(database: Database, deadAfter: number): Promise<Counts> {
  const { rows } = await database.query<Counts>(
    `select
       (select coalesce(jsonb_object_agg(status, n), '{}') from
         (select status, count(*) as n from corporate_engine_v2 where status = any ($1) and status in
           ('queued', 'voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames') group by status) s) as active,
       (select coalesce(sum(parked), 0) from callers) as parked,
       (select count(*) from workers where taken_over_at is null
         and heartbeat_at > clock_timestamp() - make_interval(secs => $2 / 1000.0)) as workers,
       (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from film_totals t) as ended`,
    [UNDER_WAY, deadAfter],
  );
  return rows[0]!;
}
