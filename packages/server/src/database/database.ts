/** The pool of connections to Postgres, and transactions on it. Types that the driver would garble are set right here. */
import pg from 'pg';
import { patiently } from './patience.ts';

/** Whatever runs a query: the pool, or a client in a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export interface Database extends Queryable {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// A count fits a double; a bigint as text would turn every comparison into one of strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A Postgres that was killed is back within seconds; whoever asks meanwhile waits so long for a connection, s. */
export const RESTART_SECONDS = 8;

export function openDatabase(url: string, size = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    // Times are told with six digits and in UTC, whatever the server's place.
    options: '-c timezone=UTC',
  });
  // A connection that breaks while idle is replaced, and one that breaks in use fails what is asked on it; without
  // listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // Only for a connection: what was asked on one that broke may have been done.
  const connect = () => patiently(() => pool.connect(), RESTART_SECONDS);
  return {
    url,
    pool,
    async query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
      const client = await connect();
      try {
        const result = await client.query<Row>(text, values);
        client.release();
        return result;
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
    },
    async transaction(work) {
      const client = await connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((cause: Error) => {
          broken = cause;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
