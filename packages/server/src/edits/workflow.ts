/**
 * An edit as a durable workflow in three phases: the film is planned anew where it changes, changed scenes are drawn by
 * whoever is free, and the clips are joined. All of it is made beside the film, which goes on as it is; at the end the
 * film's row changes once.
 */
import { type Brief, ChalktalkError } from '@chalktalk/engine';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Database } from '../database/database.ts';
import { patiently } from '../database/patience.ts';
import { Fault } from '../errors.ts';
import type { Desk } from '../jobs/desk.ts';
import type { FilmResult } from '../jobs/film.ts';
import type { ClipName, Maker } from '../jobs/maker.ts';
import { EDIT_SCENE_WORKFLOW, EDIT_WORKFLOW, SCENE_QUEUE } from '../jobs/names.ts';
import { type Outcome, runStep, type StepShop } from '../jobs/step.ts';
import { MOST_RECOVERIES } from '../jobs/workflows.ts';
import { fetchImage } from '../outside/images.ts';
import type { Outside } from '../outside/outside.ts';
import type { Storage } from '../storage/storage.ts';
import type { Edited, EditRequest, ReferenceImage, SavedVersion } from './edit.ts';
import type { Editing } from './editing.ts';
import { differenceOf, undoTarget } from './history.ts';
import { advanceEdit, type EDIT_PERCENT, percentRedrawn } from './progress.ts';

export interface EditShop extends StepShop {
  database: Database;
  editing: Editing;
  maker: Maker;
  storage: Storage;
  outside: Outside;
  /** @param forEdit the edit on whose behalf another version is looked at; by itself its own */
  desk(uuid: string, edit?: string, forEdit?: string): Desk;
}

type Stage = keyof typeof EDIT_PERCENT;

const STAGE_NAMES: Record<Stage, string> = {
  planning: 'planning this edit',
  generating_frames: 'drawing what changes',
  joining: 'joining the video',
};

/** Somebody waits for an edit and looks at the film meanwhile: its few scenes go before those of films. */
const PRIORITY = 1;

/** Registers both workflows with DBOS; to be called once, before it is launched. */
export function registerEditWorkflows(workshop: () => EditShop): void {
  const scene = DBOS.registerWorkflow(
    (id: string, video: string, index: number) =>
      step(workshop(), id, 'generating_frames', `scene ${index + 1}`, (shop) =>
        shop.maker.scene(shop.desk(video, id), index, { signal: shop.signalOf(id) }),
      ),
    { name: EDIT_SCENE_WORKFLOW, maxRecoveryAttempts: MOST_RECOVERIES },
  );

  DBOS.registerWorkflow(
    async (id: string, video: string) => {
      const shop = workshop();
      const made = await edit(shop, id, video);
      if ('done' in made)
        await DBOS.runStep(() => patiently(() => shop.editing.apply(id, made.done)), { name: 'apply' });
      else if ('failed' in made)
        await DBOS.runStep(() => patiently(() => shop.editing.fail(id, made.failed)), { name: 'fail' });
    },
    { name: EDIT_WORKFLOW, maxRecoveryAttempts: MOST_RECOVERIES },
  );

  async function edit(shop: EditShop, id: string, video: string): Promise<Outcome<Edited>> {
    const kept = await step(shop, id, 'planning', 'images', () => keepImages(shop, id, video));
    if (!('done' in kept)) return kept;
    // The version an edit starts from stays in place until it ends: nothing else of this film is under way.
    const planned = await step(shop, id, 'planning', 'plan', async () => {
      const { asked, brief, version } = await startOf(shop.database, id);
      const from = shop.desk(video, version, id);
      return shop.maker.planEdit(asked, brief, from, shop.desk(video, id), { signal: shop.signalOf(id) });
    });
    if (!('done' in planned)) return planned;
    if ('undo' in planned.done) return step(shop, id, 'joining', 'undo', () => undone(shop.database, video));

    const { storyboard, changes, seconds, clips } = planned.done;
    const drawn = await drawScenes(shop, id, video, clips);
    if (!('done' in drawn)) return drawn;
    const film = await step(shop, id, 'joining', 'finish', async (): Promise<FilmResult> => {
      const desk = shop.desk(video, id);
      return shop.maker.finish(await desk.read<Brief>('brief'), desk, drawn.done);
    });
    if (!('done' in film)) return film;
    const before = await step(shop, id, 'joining', 'compare', () => plannerOf(shop.database, video));
    if (!('done' in before)) return before;
    return {
      done: {
        film: film.done,
        planner: storyboard,
        difference: differenceOf(before.done, storyboard, changes),
        seconds,
      },
    };
  }

  /** Those that are not there yet, all at once on the queue. */
  async function drawScenes(
    shop: EditShop,
    id: string,
    video: string,
    clips: (ClipName[] | null)[],
  ): Promise<Outcome<ClipName[]>> {
    const handles = new Map<number, Awaited<ReturnType<typeof start>>>();
    const start = (index: number) =>
      DBOS.startWorkflow(scene, {
        workflowID: `${id}-${index + 1}`,
        queueName: SCENE_QUEUE,
        enqueueOptions: { priority: PRIORITY },
      })(id, video, index);
    for (const [index, there] of clips.entries()) if (!there) handles.set(index, await start(index));
    const all: ClipName[] = [];
    let done = 0;
    for (const [index, there] of clips.entries()) {
      if (there) {
        all.push(...there);
        continue;
      }
      const outcome = await handles.get(index)!.getResult({ pollingIntervalMs: 100 });
      if (!('done' in outcome)) return outcome;
      all.push(...outcome.done);
      done += 1;
      const percent = percentRedrawn(done, handles.size);
      await step(shop, id, 'generating_frames', `drawn ${index + 1}`, async () => {
        await advanceEdit(shop.database, id, 'generating_frames', percent);
      });
    }
    return { done: all };
  }
}

/** One checkpointed step of an edit. */
function step<T>(
  shop: EditShop,
  id: string,
  stage: Stage,
  name: string,
  work: (shop: EditShop) => Promise<T>,
): Promise<Outcome<T>> {
  return runStep(shop, {
    id,
    name,
    begin: () => advanceEdit(shop.database, id, stage),
    work: () => work(shop),
    sentence: (error) => sentenceFor(error, id, stage),
  });
}

/** Fetches what is to be looked at, and stores it with the edit. */
async function keepImages(
  { database, outside, storage }: EditShop,
  id: string,
  video: string,
): Promise<void> {
  const { rows } = await database.query<{ images: ReferenceImage[] }>(
    'select images from edits where id = $1',
    [id],
  );
  const images = rows[0]?.images ?? [];
  if (images.length === 0) return;
  const kept: ReferenceImage[] = [];
  for (const [index, { url }] of images.entries()) {
    const { type, bytes } = await fetchImage(outside, url, index);
    const key = `jobs/${video}/edits/${id}/images/${index + 1}`;
    await storage.put(key, { bytes });
    kept.push({ url, type, key, bytes: bytes.length });
  }
  await database.query('update edits set images = $2 where id = $1', [id, JSON.stringify(kept)]);
}

/** What is asked, and the version of the film it is asked of. */
async function startOf(database: Database, id: string) {
  const { rows } = await database.query<{
    asked: EditRequest;
    brief: Brief;
    version: string | null;
  }>(
    `select jsonb_build_object('request', request, 'aspect_ratio', aspect_ratio,
         'images', jsonb_array_length(images)) as asked,
       film.brief, film.result ->> 'version' as version
     from edits join corporate_engine_v2 film on film.uuid = edits.video where edits.id = $1`,
    [id],
  );
  if (!rows[0]) throw new Fault('not_found', 'The video was removed before it was edited.');
  return { ...rows[0], version: rows[0].version ?? undefined };
}

async function plannerOf(database: Database, video: string): Promise<{ scenes: { id: string }[] }> {
  const { rows } = await database.query<{ planner: { scenes?: { id: string }[] } | null }>(
    'select planner from corporate_engine_v2 where uuid = $1',
    [video],
  );
  return { scenes: rows[0]?.planner?.scenes ?? [] };
}

/** The version before the last edit that stands, whole as it was kept. */
async function undone(database: Database, video: string): Promise<Edited> {
  const { rows } = await database.query<{ history: SavedVersion[] }>(
    'select planner_history as history from corporate_engine_v2 where uuid = $1',
    [video],
  );
  const history = rows[0]?.history ?? [];
  const undoes = undoTarget(history);
  const { result, planner, forth, back } = history[undoes]!;
  return { film: result, planner, difference: { forth: back, back: forth }, seconds: 0, undoes };
}

/** What the owner is told: sentences that name the fix, as they are; of anything else no more than where it was. */
function sentenceFor(error: unknown, id: string, stage: Stage): string {
  if (error instanceof ChalktalkError && error.kind !== 'internal' && error.kind !== 'output')
    return error.message;
  if (error instanceof Fault && error.kind !== 'internal') return error.message;
  return `Something went wrong inside Chalktalk while ${STAGE_NAMES[stage]}; the video is as it was. Ask for the edit again, and if it fails again, tell whoever runs this server to look up job ${id} in its log.`;
}
