/** A guard for commands that work on what a server has made. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, Fault } from '@chalktalk/server';

/** A folder named wrong would become a new, empty server otherwise. @throws Fault `not_found` */
export function refuseUnusedFolder({
  database_url,
  data_dir,
}: Pick<Config, 'database_url' | 'data_dir'>): void {
  if (database_url || existsSync(path.join(data_dir, 'postgres'))) return;
  throw new Fault(
    'not_found',
    `No server has run in ${data_dir} yet; start one (chalktalk server), name its folder with --data, or set DATABASE_URL.`,
  );
}
