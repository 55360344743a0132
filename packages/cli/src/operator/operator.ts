/**
 * What the operator's commands share: they work on the database itself, of a data folder or of DATABASE_URL, whether or
 * not a server runs on it at the moment.
 */
import {
  type Config,
  createIdentity,
  createLog,
  type Database,
  Fault,
  type Identity,
  loadConfig,
  migrate,
  openDatabase,
  organizationBy,
  reachDatabase,
  readSettings,
  startEmbedded,
  userBy,
} from '@chalktalk/server';
import { sourcesOf } from '../server/sources.ts';
import { refuseUnusedFolder } from '../server/unused-folder.ts';
import type { OperatorFlags, OwnerFlags } from './options.ts';

export interface Operator {
  config: Config;
  database: Database;
  identity: Identity;
}

/** Runs `work` on the database; an embedded Postgres is started for it, or the running one used. */
export async function asOperator<T>(
  flags: OperatorFlags,
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  const sources = sourcesOf(flags);
  refuseUnusedFolder(await readSettings(sources));
  const config = await loadConfig(sources);
  const log = createLog({ log_level: 'error' });
  const embedded = config.database_url ? undefined : await startEmbedded(config.data_dir, log);
  const database = openDatabase(config.database_url ?? embedded!.url, 4);
  try {
    await reachDatabase(database);
    await migrate(database);
    return await work({ config, database, identity: createIdentity({ config, database, log }) });
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

/** Whose key or credits a command is about. @throws Fault `bad_request` when not exactly one is named */
export async function ownerOf(
  { database }: Operator,
  { user, org }: OwnerFlags,
): Promise<{ user_id: string; org_id: null } | { user_id: null; org_id: string }> {
  if ((user === undefined) === (org === undefined))
    throw new Fault('bad_request', 'Name an owner: --user <e-mail> or --org <slug>, one of them.');
  if (user !== undefined) return { user_id: (await userBy(database, user)).id, org_id: null };
  return { user_id: null, org_id: await orgId(database, org!) };
}

/** @throws Fault `not_found` */
export async function orgId(database: Database, slug: string): Promise<string> {
  try {
    return (await organizationBy(database, slug)).id;
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'not_found')
      throw new Fault('not_found', 'There is no such organization; `chalktalk orgs list` shows them.', {
        cause,
      });
    throw cause;
  }
}
