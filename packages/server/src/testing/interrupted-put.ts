/**
 * A put that dies in the middle, in a process of its own: `interrupted-put.ts <storage settings, JSON> <key> <file>`.
 * In a folder it stops before the rename, when all bytes are written, and says so; S3 is held up by the test.
 */
import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [, , settings, key, file] = process.argv as [string, string, string, string, string];
fsp.rename = () => {
  process.send!('about to rename');
  return new Promise(() => undefined);
};
syncBuiltinESMExports();
const { createStorage } = await import('../storage/storage.ts');
await (await createStorage({ storage: JSON.parse(settings) })).put(key, { file });
