/**
 * Kills a server, its worker and its Postgres in turn, in every phase of an edit in turn, while a client asks for edits and
 * looks at the film over HTTP: what it is given must at every moment be the film before the edit or the film after, whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EditProgress } from '../edits/edit.ts';
import { until } from './until.ts';
import { randomFrom, startVictims, VICTIMS } from './victims.ts';

export const PHASES: EditProgress['stage'][] = ['planning', 'generating_frames', 'joining'];

export interface EditChaosOptions {
  rounds: number;
  dir: string;
  port: number;
  /** Decides every moment: the same seed waits the same times. */
  seed: number;
  /** How long a stub film takes, ms; undefined makes real ones. */
  film_ms?: number;
  /** What is asked in each round. */
  request?: (round: number) => string;
  onRound?: (line: string) => void;
}

export interface EditChaosReport {
  rounds: { victim: string; phase: string; status: string; seconds: number }[];
  /** What must not have happened, each in a sentence. */
  faults: string[];
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a client does
  [name: string]: any;
}

export async function chaosOfEdits(options: EditChaosOptions): Promise<EditChaosReport> {
  const { rounds, seed, film_ms, request = (round: number) => `Edit ${round}` } = options;
  const random = randomFrom(seed);
  const victims = await startVictims(options);
  const report: EditChaosReport = { rounds: [], faults: [] };

  /** Undefined while nobody answers. */
  async function call(method: string, at: string, body?: unknown, key?: string): Promise<Answer | undefined> {
    const response = await fetch(victims.url + at, {
      method,
      headers: { 'X-API-Key': victims.api_key, ...(key ? { 'Idempotency-Key': key } : {}) },
      signal: AbortSignal.timeout(10_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => undefined);
    if (!response || response.status >= 500) return undefined;
    const answer = (await response.json().catch(() => undefined)) as Answer | undefined;
    if (answer && !response.ok)
      report.faults.push(`${method} ${at} answered ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
  /** The video that a client is given now. */
  async function hashNow(uuid: string): Promise<string | undefined> {
    const film = await call('GET', `/v1/videos/${uuid}`);
    const response = film?.result && (await fetch(film.result.link).catch(() => undefined));
    if (!response) return undefined;
    if (response.status >= 500) return undefined;
    if (response.status !== 200) return `answered ${response.status}`;
    const bytes = await response.arrayBuffer().catch(() => undefined);
    return bytes && createHash('sha256').update(Buffer.from(bytes)).digest('hex');
  }
  /** As a careful client: the same key until there is an answer. */
  const surely = (method: string, at: string, body?: unknown) => {
    const key = randomUUID();
    return until(() => call(method, at, body, key), 120_000);
  };

  try {
    const task = film_ms ? 'A film to be edited' : 'Explain how HTTPS works in 30 seconds';
    const { results } = await surely('POST', '/v1/videos', {
      videos: [{ task, video_duration_seconds: 30 }],
    });
    const uuid: string = results[0].uuid;
    await until(async () => (await call('GET', `/v1/videos/${uuid}`))?.is_complete === true, 300_000);
    const versions = [await until(() => hashNow(uuid), 60_000)];
    const stack: string[] = [];

    for (let round = 0; round < rounds; round += 1) {
      const victim = VICTIMS[round % VICTIMS.length]!;
      // Every victim meets every phase in turn.
      const phase = PHASES[(round + Math.floor(round / PHASES.length)) % PHASES.length]!;
      const started = performance.now();
      const { edit_id } = await surely('POST', '/v1/edits', {
        video_uuid: uuid,
        edit_request: request(round),
      });
      await until(async () => {
        const edit = await call('GET', `/v1/edits/${edit_id}`);
        return edit && (edit.progress.stage === phase || edit.is_complete || edit.is_failed);
      }, 120_000);
      await wait(random() * ((film_ms ?? 9000) / 9));
      await victims.kill(victim);
      const seen = new Set<string>();
      const edit = await until(async () => {
        const hash = await hashNow(uuid);
        if (hash) seen.add(hash);
        const now = await call('GET', `/v1/edits/${edit_id}`);
        return now && (now.is_complete || now.is_failed) && now;
      }, 240_000);
      const before = versions.at(-1)!;
      const after = await until(() => hashNow(uuid), 60_000);
      for (const hash of seen)
        if (hash !== before && hash !== after)
          report.faults.push(`in round ${round + 1} the video was neither old nor new`);
      if (edit.status === 'complete') {
        stack.push(edit_id);
        versions.push(after);
        if (after === before) report.faults.push(`round ${round + 1} changed nothing`);
      } else if (after !== before) report.faults.push(`round ${round + 1} failed and left another video`);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      report.rounds.push({ victim, phase, status: edit.status, seconds });
      options.onRound?.(`${round + 1}/${rounds} ${victim} at ${phase}: ${edit.status} after ${seconds} s`);
    }
    // All the way back, version by version.
    for (const id of stack.reverse()) {
      const { status } = await surely('POST', `/v1/edits/${id}/revert`);
      if (status !== 'reverted') report.faults.push(`${id} is ${status} after its revert`);
      versions.pop();
      if ((await until(() => hashNow(uuid), 60_000)) !== versions.at(-1))
        report.faults.push(`the revert of ${id} did not restore the bytes`);
    }
    return report;
  } finally {
    await victims.stop();
  }
}
