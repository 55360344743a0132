/** Whether the server lives, and whether it can serve: for those who start it again, and those who send it requests. */
import type { Database } from '../database/database.ts';
import { isMigrated } from '../database/migrate.ts';
import type { Services } from '../services.ts';

export interface Readiness {
  ready: boolean;
  /** Each `ok`, or what is wrong in words that give nothing away. */
  checks: Record<'database' | 'tables' | 'storage', string>;
}

/** ms; whoever asks would not wait longer. */
const PATIENCE = 3_000;
/** Asked often, by many: answers hold for a moment. ms */
const HOLDS = 1_000;

/** @returns what tells whether requests can be served now; asks at most once a second */
export function createReadiness(
  services: Pick<Services, 'database' | 'storage' | 'log'>,
): () => Promise<Readiness> {
  let asked = 0;
  let answer: Promise<Readiness> | undefined;
  let tables = false;

  async function look(): Promise<Readiness> {
    const { database, storage, log } = services;
    const check = async (name: string, wrong: string, work: () => Promise<unknown>): Promise<string> => {
      try {
        return (await inTime(work())) === false ? wrong : 'ok';
      } catch (error) {
        log.warn({ err: error, check: name }, 'not ready');
        return wrong;
      }
    };
    const reached = await check('database', 'cannot be reached', () => reach(database));
    const [migrated, stored] = await Promise.all([
      reached === 'ok' && !tables
        ? check('tables', 'are not those of this version', () => isMigrated(database))
        : Promise.resolve(reached === 'ok' || tables ? 'ok' : 'not known'),
      check('storage', 'cannot be written', () => storage.check()),
    ]);
    // Migrations only ever go forward.
    if (migrated === 'ok') tables = true;
    const checks = { database: reached, tables: migrated, storage: stored };
    return { ready: Object.values(checks).every((one) => one === 'ok'), checks };
  }

  return () => {
    if (!answer || Date.now() - asked > HOLDS) {
      asked = Date.now();
      answer = look();
    }
    return answer;
  };
}

async function reach(database: Database): Promise<void> {
  await database.pool.query('select 1');
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
