/**
 * Kills a server, its worker and its Postgres in turn, at a random moment of every stage in turn, while a client submits
 * films and polls them over HTTP; then says what became of what was promised.
 */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../database/database.ts';
import { type FilmStatus, STATUSES } from '../jobs/film.ts';
import { until } from './until.ts';
import { randomFrom, startVictims, VICTIMS } from './victims.ts';

/** All that a film passes while something can be done for it. */
export const MOMENTS = STATUSES.filter((status) => !['pending', 'complete', 'failed'].includes(status));

export interface ChaosOptions {
  rounds: number;
  dir: string;
  port: number;
  /** Decides every moment: the same seed waits the same times. */
  seed: number;
  /** How long a stub film takes, ms; undefined makes real ones. */
  film_ms?: number;
  task?: string;
  onRound?: (line: string) => void;
}

export interface ChaosReport {
  rounds: { victim: string; moment: string; resumed_ms: number }[];
  accepted: number;
  complete: number;
  /** What must not have happened, each in a sentence. */
  faults: string[];
}

interface Seen {
  status: FilmStatus;
  percent: number;
  /** When its row last moved, by this client's clock, ms. */
  moved: number;
}

export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const { rounds, dir, port, film_ms, seed } = options;
  const random = randomFrom(seed);
  const faults: string[] = [];
  const victims = await startVictims({ dir, port, ...(film_ms ? { film_ms } : {}) });
  const { api_key, url } = victims;
  const seen = new Map<string, Seen>();

  const call = async (method: string, at: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${at}`, {
      method,
      headers: { 'X-API-Key': api_key, ...headers },
      signal: AbortSignal.timeout(10_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Record<string, never>;
    if (response.status === 200) return answer;
    // A server whose database is away says so; anything else is no way to treat a caller.
    if (response.status >= 500) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    faults.push(`${method} ${at} answered ${response.status} ${JSON.stringify(answer)}`);
    throw new Error('refused');
  };

  /** As a careful client: the same key until there is an answer. */
  async function submit(): Promise<void> {
    const key = randomUUID();
    const film = { task: options.task ?? `Film ${key}`, video_duration_seconds: 30 };
    const answer = await until(
      () =>
        call('POST', '/v1/videos', { videos: [film] }, { 'Idempotency-Key': key }).catch(
          () => false as const,
        ),
      120_000,
    );
    const { uuid } = (answer as unknown as { results: { uuid: string }[] }).results[0]!;
    seen.set(uuid, { status: 'pending', percent: 0, moved: Date.now() });
  }

  const over = new AbortController();
  async function poll(): Promise<void> {
    while (!over.signal.aborted) {
      for (const [uuid, before] of seen) {
        if (before.status === 'complete' || before.status === 'failed') continue;
        const now = await call('GET', `/v1/videos/${uuid}`).catch(() => undefined);
        if (!now) continue;
        const { status, progress, error_message } = now as unknown as {
          status: FilmStatus;
          progress: { percent: number };
          error_message: string | null;
        };
        if (progress.percent < before.percent)
          faults.push(`${uuid} fell from ${before.percent} to ${progress.percent} %`);
        if (STATUSES.indexOf(status) < STATUSES.indexOf(before.status))
          faults.push(`${uuid} went back from ${before.status} to ${status}`);
        if (status === 'failed') faults.push(`${uuid} failed: ${error_message}`);
        if (status !== before.status || progress.percent !== before.percent) before.moved = Date.now();
        before.status = status;
        before.percent = progress.percent;
      }
      await wait(50);
    }
  }
  const polling = poll();

  const report: ChaosReport = { rounds: [], accepted: 0, complete: 0, faults };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const victim = VICTIMS[round % VICTIMS.length]!;
      // Every victim meets every moment in turn, and six rounds meet all six.
      const moment = MOMENTS[(round + Math.floor(round / MOMENTS.length)) % MOMENTS.length]!;
      await submit();
      const uuid = [...seen.keys()].at(-1)!;
      const film = seen.get(uuid)!;
      await until(
        () => film.status === moment || STATUSES.indexOf(film.status) > STATUSES.indexOf(moment),
        120_000,
      );
      await wait(random() * ((film_ms ?? 9000) / 9));
      const at = film.status;
      await victims.kill(victim);
      const killed = Date.now();
      // It has gone on once anything about the film has moved, as its client sees it.
      await until(
        () => film.moved > killed || film.status === 'complete' || film.status === 'failed',
        120_000,
      );
      const resumed_ms = Math.max(0, film.moved - killed);
      report.rounds.push({ victim, moment: at, resumed_ms });
      options.onRound?.(`${round + 1}/${rounds} ${victim} at ${at}: moved again after ${resumed_ms} ms`);
    }
    await until(
      () => [...seen.values()].every(({ status }) => status === 'complete' || status === 'failed'),
      600_000,
    );
    over.abort();
    await polling;
    report.accepted = seen.size;
    report.complete = [...seen.values()].filter(({ status }) => status === 'complete').length;
    await lookAtFiles();
    if (film_ms) await lookAtStages();
    return report;
  } finally {
    over.abort();
    await victims.stop();
  }

  /** Every film has one video, whole, and there is no video of anything else. */
  async function lookAtFiles(): Promise<void> {
    const folder = path.join(dir, 'data', 'files', 'videos');
    const found = await readdir(folder);
    for (const uuid of found)
      if (!seen.has(uuid)) faults.push(`there is a video of ${uuid}, which nobody was promised`);
    for (const [uuid, { status }] of seen) {
      if (status !== 'complete') continue;
      const names = await readdir(path.join(folder, uuid)).catch(() => []);
      const videos = names.filter((name) => name.endsWith('.mp4'));
      if (videos.length !== 1) faults.push(`${uuid} has ${videos.length} videos`);
      const bytes = videos[0] ? await readFile(path.join(folder, uuid, videos[0])) : Buffer.alloc(0);
      if (bytes.length === 0) faults.push(`${uuid} has an empty video`);
    }
  }

  /** No stage is begun again after a later one has been. */
  async function lookAtStages(): Promise<void> {
    const url = await victims.databaseUrl();
    const database = openDatabase(url, 1);
    const order = ['voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'scene', 'finish'];
    try {
      const { rows } = await database.query<{ uuid: string; stage: string }>(
        'select uuid, stage from stub_stages order by uuid, at',
      );
      const reached = new Map<string, number>();
      for (const { uuid, stage } of rows) {
        const place = order.findIndex((name) => stage.startsWith(name));
        if (place < (reached.get(uuid) ?? 0)) faults.push(`${uuid} went back to ${stage}`);
        reached.set(uuid, Math.max(place, reached.get(uuid) ?? 0));
      }
    } finally {
      await database.close();
    }
  }
}
