/** What the parts of a running server share. */
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import type { Editing } from './edits/editing.ts';
import type { Identity } from './identity/identity.ts';
import type { Admission } from './jobs/admission.ts';
import type { Live } from './live/live.ts';
import type { Outside } from './outside/outside.ts';
import type { Storage } from './storage/storage.ts';

export interface Services {
  config: Config;
  database: Database;
  identity: Identity;
  storage: Storage;
  admission: Admission;
  editing: Editing;
  /** The door to addresses that strangers name. */
  outside: Outside;
  live: Live;
  log: Logger;
}
