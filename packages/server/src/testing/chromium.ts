/** A real Chromium from npm, for tests of what browsers do. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export interface RunningBrowser {
  browser: Browser;
  version: string;
  close(): Promise<void>;
}

/** @returns undefined, with a word why on standard error, where the binary cannot run */
export async function launchChromium(): Promise<RunningBrowser | undefined> {
  // It unpacks into the folder for temporary files, and takes whatever it finds there: so into one of our own.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const browser = await chromium.launch({
      executablePath: await packed.executablePath(),
      // In a single process, whatever befalls a page befalls all of them.
      args: packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
      headless: true,
    });
    return {
      browser,
      version: browser.version(),
      async close() {
        await browser.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    console.error(`Tests in a browser are skipped, since Chromium does not run here: ${error}`);
    await rm(folder, { recursive: true, force: true });
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
