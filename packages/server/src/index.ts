/** The server, as the command line uses it. */
export type { Config } from './config/config.ts';
export { configOf, loadConfig, readSettings, type Sources } from './config/load.ts';
export { balanceOf, grant } from './credits/ledger.ts';
export { clusterUrl } from './database/cluster.ts';
export { type Database, openDatabase } from './database/database.ts';
export { type Embedded, startEmbedded } from './database/embedded.ts';
export { isMigrated, migrate } from './database/migrate.ts';
export { reachDatabase } from './database/reach.ts';
export { Fault, type FaultKind } from './errors.ts';
export * from './identity/index.ts';
export { runWorker } from './jobs/run-worker.ts';
export { type Check, examine } from './operation/doctor.ts';
export { createLog } from './operation/logs.ts';
export { type RunningServer, startServer } from './server.ts';
