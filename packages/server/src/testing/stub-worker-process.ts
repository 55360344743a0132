/** A forked worker whose films are made by the stub; each stage it begins is a row of `stub_stages`, for tests to read. */
import { openDatabase } from '../database/database.ts';
import { workForParent } from '../jobs/run-worker.ts';
import { createStorage } from '../storage/storage.ts';
import { createStubMaker } from './stub-maker.ts';

workForParent(async (config) => {
  const database = openDatabase(config.database_url!, 2);
  // Connected now: a film that keeps the process busy must not outlast the patience of a first connection.
  await database.query('select 1');
  return createStubMaker({
    storage: await createStorage(config),
    film_ms: Number(process.env.STUB_FILM_MS ?? 2000),
    onStage: (uuid, stage) =>
      void database
        .query('insert into stub_stages (uuid, stage, pid) values ($1, $2, $3)', [uuid, stage, process.pid])
        // A killed Postgres loses a note in a test's own log, and nothing else.
        .catch(() => undefined),
  });
});
