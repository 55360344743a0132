/** /healthz, /readyz and /metrics: for those who run the server. They tell nothing of anybody's films. */
import type { Hono } from 'hono';
import type { Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface Operation {
  readiness(): Promise<Readiness>;
  metrics: Metrics;
  /** True once the server is to stop: it still answers, but should get no new requests. */
  isStopping(): boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: an app with whatever variables it has
export function mountOperation(app: Hono<any>, { readiness, metrics, isStopping }: Operation): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const { ready, checks } = await readiness();
    if (isStopping()) return c.json({ status: 'stopping', checks }, 503);
    return c.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.read(), 200, { 'Content-Type': metrics.contentType }),
  );
}
