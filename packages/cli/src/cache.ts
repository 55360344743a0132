/** Where unfinished jobs and finished clips wait: a folder that may be deleted at any time. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** `CHALKTALK_CACHE`, else the user's cache folder, else one in the system's temporary folder. */
export function cacheFolder(): string {
  const own = process.env.CHALKTALK_CACHE;
  if (own) return path.resolve(own);
  const home = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const folder = path.join(home, 'chalktalk');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return path.join(os.tmpdir(), 'chalktalk-cache');
  }
}
