/**
 * A film as a durable workflow: every stage is a checkpointed step, and its scenes are workflows of their own on a queue
 * that all workers serve. After a crash another worker goes on at the interrupted step.
 */
import { type Brief, ChalktalkError } from '@chalktalk/engine';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Database } from '../database/database.ts';
import { patiently } from '../database/patience.ts';
import { Fault } from '../errors.ts';
import type { Admission } from './admission.ts';
import type { Desk } from './desk.ts';
import type { FilmResult, FilmStatus } from './film.ts';
import type { ClipName, FilmMaker } from './maker.ts';
import { FILM_WORKFLOW, SCENE_QUEUE, SCENE_WORKFLOW } from './names.ts';
import { advance, PERCENT, percentDrawn, percentSpoken } from './progress.ts';
import { type Outcome, runStep, type StepShop } from './step.ts';

export interface Workshop extends StepShop {
  database: Database;
  admission: Admission;
  maker: FilmMaker;
  desk(uuid: string): Desk;
}

/** How often a film may lose its worker before it is held to be the reason, times. */
export const MOST_RECOVERIES = 20;

const STAGE_NAMES: Record<string, string> = {
  voiceover: 'speaking its text',
  highlevel: 'planning its scenes',
  lowlevel: 'placing its pictures',
  scan_assets: 'gathering its pictures',
  generating_frames: 'drawing it',
};

/** Registers both workflows with DBOS; to be called once, before it is launched. */
export function registerWorkflows(workshop: () => Workshop): void {
  const scene = DBOS.registerWorkflow(
    (uuid: string, index: number) =>
      step(workshop(), uuid, 'generating_frames', `scene ${index + 1}`, (shop) =>
        shop.maker.scene(shop.desk(uuid), index, { signal: shop.signalOf(uuid) }),
      ),
    { name: SCENE_WORKFLOW, maxRecoveryAttempts: MOST_RECOVERIES },
  );

  DBOS.registerWorkflow(
    async (uuid: string) => {
      const made = await film(uuid);
      if ('failed' in made) await fail(workshop(), uuid, made.failed);
    },
    { name: FILM_WORKFLOW, maxRecoveryAttempts: MOST_RECOVERIES },
  );

  async function film(uuid: string): Promise<Outcome<true>> {
    const shop = workshop();
    const brief = await step(shop, uuid, 'queued', 'brief', () => briefOf(shop.database, uuid));
    if (!('done' in brief)) return brief;

    const spoken = await step(shop, uuid, 'voiceover', 'voiceover', () =>
      shop.maker.voiceover(brief.done, shop.desk(uuid), {
        signal: shop.signalOf(uuid),
        onSentence: (done, total) =>
          // Told in passing: the next one tells it again.
          void advance(shop.database, uuid, {
            stage: 'voiceover',
            percent: percentSpoken(done, total),
          }).catch(() => undefined),
      }),
    );
    if (!('done' in spoken)) return spoken;

    const planned = await step(shop, uuid, 'highlevel', 'highlevel', async () => {
      const storyboard = await shop.maker.highlevel(brief.done, shop.desk(uuid));
      await patiently(() =>
        shop.database.query('update corporate_engine_v2 set planner = $2 where uuid = $1', [
          uuid,
          JSON.stringify(storyboard),
        ]),
      );
    });
    if (!('done' in planned)) return planned;

    const placed = await step(shop, uuid, 'lowlevel', 'lowlevel', () => shop.maker.lowlevel(shop.desk(uuid)));
    if (!('done' in placed)) return placed;
    const scanned = await step(shop, uuid, 'scan_assets', 'scan_assets', () =>
      shop.maker.scan_assets(shop.desk(uuid)),
    );
    if (!('done' in scanned)) return scanned;

    const drawn = await drawScenes(shop, uuid, placed.done);
    if (!('done' in drawn)) return drawn;
    const finished = await step(shop, uuid, 'generating_frames', 'finish', () =>
      shop.maker.finish(brief.done, shop.desk(uuid), drawn.done),
    );
    if (!('done' in finished)) return finished;
    await complete(shop, uuid, finished.done);
    return { done: true };
  }

  /** All scenes at once on the queue; progress follows them in their order. */
  async function drawScenes(shop: Workshop, uuid: string, count: number): Promise<Outcome<ClipName[]>> {
    const begun = await step(shop, uuid, 'generating_frames', 'begin drawing', async () => {
      await advance(shop.database, uuid, {
        stage: 'generating_frames',
        percent: PERCENT.drawing,
        total_scenes: count,
      });
      return seqOf(shop.database, uuid);
    });
    if (!('done' in begun)) return begun;
    const handles = [];
    for (let index = 0; index < count; index += 1) {
      handles.push(
        await DBOS.startWorkflow(scene, {
          workflowID: `${uuid}-${index + 1}`,
          queueName: SCENE_QUEUE,
          enqueueOptions: { priority: begun.done },
        })(uuid, index),
      );
    }
    const clips: ClipName[] = [];
    for (const [index, handle] of handles.entries()) {
      const outcome = await handle.getResult({ pollingIntervalMs: 100 });
      if (!('done' in outcome)) return outcome;
      clips.push(...outcome.done);
      await step(shop, uuid, 'generating_frames', `drawn ${index + 1}`, async () => {
        await advance(shop.database, uuid, {
          stage: 'generating_frames',
          percent: percentDrawn(index + 1, count),
          current_scene: index + 1,
          total_scenes: count,
        });
      });
    }
    return { done: clips };
  }
}

/** One checkpointed step of a film. */
function step<T>(
  shop: Workshop,
  uuid: string,
  stage: FilmStatus,
  name: string,
  work: (shop: Workshop) => Promise<T>,
): Promise<Outcome<T>> {
  const percent = PERCENT[stage as keyof typeof PERCENT] ?? 0;
  return runStep(shop, {
    id: uuid,
    name,
    begin: () => advance(shop.database, uuid, { stage, percent }),
    work: () => work(shop),
    sentence: (error) => sentenceFor(error, uuid, stage),
  });
}

async function fail(shop: Workshop, uuid: string, message: string): Promise<void> {
  await DBOS.runStep(() => patiently(() => shop.admission.fail(uuid, message)), { name: 'fail' });
}

async function complete(shop: Workshop, uuid: string, result: FilmResult): Promise<void> {
  await DBOS.runStep(() => patiently(() => shop.admission.complete(uuid, result)), { name: 'complete' });
}

async function briefOf(database: Database, uuid: string): Promise<Brief> {
  const { rows } = await database.query<{ brief: Brief }>(
    'select brief from corporate_engine_v2 where uuid = $1',
    [uuid],
  );
  if (!rows[0]) throw new Fault('not_found', 'The video was removed before it was made.');
  return rows[0].brief;
}

async function seqOf(database: Database, uuid: string): Promise<number> {
  const { rows } = await patiently(() =>
    database.query<{ seq: number }>('select seq from corporate_engine_v2 where uuid = $1', [uuid]),
  );
  return (rows[0]?.seq ?? 0) % 2 ** 31;
}

/** What the owner is told: the engine's own sentences, which name the fix; of anything else no more than where it was. */
function sentenceFor(error: unknown, uuid: string, stage: FilmStatus): string {
  // Where the disk is and how to mend it is for whoever runs the server, who finds it in the log.
  if (error instanceof ChalktalkError && error.kind === 'output')
    return `The server could not write this video to its disk; submit it again, and if it fails again, tell whoever runs this server to look up job ${uuid} in its log.`;
  const known =
    (error instanceof ChalktalkError && error.kind !== 'internal') || error instanceof Fault
      ? error.message
      : undefined;
  return (
    known ??
    `Something went wrong inside Chalktalk while ${STAGE_NAMES[stage] ?? 'making this video'}; submit it again, and if it fails again, tell whoever runs this server to look up job ${uuid} in its log.`
  );
}
