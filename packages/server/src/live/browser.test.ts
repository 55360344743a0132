/** Supabase's client, unmodified, in a real Chromium: it follows a film, reads it, and comes back after a restart. */
import { fileURLToPath } from 'node:url';
import type { createClient as CreateClient } from '@supabase/supabase-js';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { advance } from '../jobs/progress.ts';
import { launchChromium, type RunningBrowser } from '../testing/chromium.ts';
import { openSite, type Site } from '../testing/site.ts';

const SCRIPT = fileURLToPath(
  new URL('umd/supabase.js', import.meta.resolve('@supabase/supabase-js').replace(/[^/]*$/, '')),
);
let running: RunningBrowser | undefined;
let site: Site;
const config = { limits: { videos: 10_000, edits: 10, window_seconds: 60, active: 1000 } };
beforeAll(async () => {
  running = await launchChromium();
});
afterAll(() => running?.close());
beforeEach(async () => {
  site = await openSite({ config });
});
afterEach(() => site.close());

/** What the pages of this test have at hand. */
interface Shown {
  supabase: { createClient: typeof CreateClient };
  states: string[];
  percents: number[];
  strangers: number;
}

async function openPage(): Promise<Page> {
  const page = await running!.browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: SCRIPT });
  return page;
}

function followInPage(page: Page, given: { url: string; key: string; uuid: string; vsn: string }) {
  return page.evaluate(async ({ url, key, uuid, vsn }) => {
    const shown = globalThis as unknown as Shown;
    shown.states = [];
    shown.percents = [];
    const client = shown.supabase.createClient(url, key, { realtime: { vsn } as never });
    const filter = `uuid=eq.${uuid}`;
    await new Promise<void>((resolve) => {
      client
        .channel('film')
        .on(
          'postgres_changes',
          { event: 'UPDATE', schema: 'public', table: 'corporate_engine_v2', filter },
          (change) => shown.percents.push(change.new.progress.percent),
        )
        .subscribe((state) => {
          shown.states.push(state);
          resolve();
        });
    });
    const { data, error } = await client.from('corporate_engine_v2').select('uuid, status').eq('uuid', uuid);
    return { states: shown.states, rows: data, error };
  }, given);
}

const percentsIn = (page: Page) => page.evaluate(() => (globalThis as unknown as Shown).percents);

it.for(['1.0.0', '2.0.0'])(
  'a page follows a film by version %s, across a restart of the server',
  async (vsn) => {
    if (!running) return;
    const user = await site.user();
    const stranger = await site.user();
    const body = { videos: [{ task: 'How do tides work?' }] };
    const { json } = await site.call('POST', '/v1/videos', { key: user.key, body });
    const { uuid } = json.results[0];
    const own = await openPage();
    const theirs = await openPage();
    const { url } = site;
    expect(await followInPage(own, { url, key: user.key, uuid, vsn })).toEqual({
      states: ['SUBSCRIBED'],
      rows: [{ uuid, status: 'queued' }],
      error: null,
    });
    expect(await followInPage(theirs, { url, key: stranger.key, uuid, vsn })).toEqual({
      states: ['SUBSCRIBED'],
      rows: [],
      error: null,
    });
    const expected = Array.from({ length: 60 }, (_, index) => index + 5);
    for (const percent of expected) await advance(site.database, uuid, { stage: 'voiceover', percent });
    await expect.poll(() => percentsIn(own), { timeout: 20_000 }).toEqual(expected);

    await site.stopListening();
    await advance(site.database, uuid, { stage: 'highlevel', percent: 70 });
    const port = Number(new URL(url).port);
    const second = await openSite({ config: { ...config, port }, beside: site });
    await expect.poll(() => percentsIn(own), { timeout: 30_000 }).toEqual([...expected, 70]);
    await advance(site.database, uuid, { stage: 'lowlevel', percent: 80 });
    await expect.poll(() => percentsIn(own), { timeout: 20_000 }).toEqual([...expected, 70, 80]);
    expect(await percentsIn(theirs)).toEqual([]);
    await Promise.all([own.close(), theirs.close()]);
    await second.close();
    site = await openSite({ config });
  },
);
