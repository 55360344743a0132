/** Every setting of the server, as the rest of it reads them. `load.ts` makes one from the environment and the file. */

export interface Config {
  /** Where the server listens, and how clients reach it: links in answers start with `public_url`. */
  host: string;
  port: number;
  public_url: string;
  /** Addresses or ranges (CIDR) of proxies in front, whose X-Forwarded-For tells where a call came from. */
  trusted_proxies?: string[];
  /** Holds the embedded Postgres, the films, the secret and the caches. */
  data_dir: string;
  /** Another Postgres than the embedded one. */
  database_url?: string;
  /** Signs links and sessions; 64 hex digits. */
  secret: string;
  jwt: {
    /** HS256, as Supabase signs with the project's secret. */
    secret?: string;
    /** Asymmetric keys. */
    jwks_url?: string;
    audience: string;
    issuer?: string;
  };
  /** Whether strangers may make accounts. */
  signup: 'open' | 'closed';
  storage:
    | { kind: 'local'; dir: string }
    | {
        kind: 's3';
        bucket: string;
        prefix: string;
        region: string;
        endpoint?: string;
        access_key_id?: string;
        secret_access_key?: string;
      };
  /** Days a finished film is kept; 0 keeps it for good. */
  retention_days: number;
  /** How long links to files hold, s. */
  link_seconds: number;
  credits: { enabled: boolean; per_second: number };
  limits: {
    /** Requests in a window of `window_seconds`. */
    videos: number;
    edits: number;
    window_seconds: number;
    /** Films of one caller under way at once. */
    active: number;
  };
  work: {
    /** Worker processes that the server starts beside itself. */
    workers: number;
    /** Films, and scenes of films, that one worker process has under way. */
    films: number;
    scenes: number;
    /** Without a heartbeat for so long a worker counts as dead, ms. */
    dead_after_ms: number;
    /** A film that has not moved for so long is failed, s. */
    stalled_after_seconds: number;
    /** At a stop, how long a step under way may still take, s. */
    grace_seconds: number;
  };
  /** Folders of the user's own notes. */
  knowledge_dirs: string[];
  log_level: 'debug' | 'info' | 'warn' | 'error';
}
