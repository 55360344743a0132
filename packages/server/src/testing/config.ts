/** A whole configuration for tests, on loopback, with everything that leaves the machine left out. */
import type { Config } from '../config/config.ts';

export function testConfig(change: Partial<Config> & { database_url: string; data_dir: string }): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    public_url: 'http://127.0.0.1:8787',
    secret: '5e'.repeat(32),
    jwt: { audience: 'authenticated' },
    signup: 'closed',
    storage: { kind: 'local', dir: `${change.data_dir}/files` },
    retention_days: 0,
    link_seconds: 3600,
    credits: { enabled: false, per_second: 1 },
    limits: { videos: 30, edits: 10, window_seconds: 60, active: 3 },
    work: {
      workers: 0,
      films: 4,
      scenes: 2,
      dead_after_ms: 4000,
      stalled_after_seconds: 600,
      grace_seconds: 5,
    },
    knowledge_dirs: [],
    log_level: 'warn',
    ...change,
  };
}
