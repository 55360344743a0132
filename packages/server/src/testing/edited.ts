/** Finished films and edits of them for tests of what happens around edits: rows as workers would leave them. */
import { randomUUID } from 'node:crypto';
import type { Edited } from '../edits/edit.ts';
import type { FilmResult } from '../jobs/film.ts';
import type { Site } from './site.ts';

export const CHANGES = { modified_scenes: [2], added_scenes: [4], removed_scenes: [3] };

export const plannerOf = (title: string, ...ids: string[]) => ({
  version: 1,
  title,
  scenes: (ids.length > 0 ? ids : ['a', 'b', 'c']).map((id) => ({ id })),
});

export function resultOf(uuid: string, version?: string): FilmResult {
  const folder = version ? `${uuid}/${version}` : uuid;
  const key = (name: string) => `videos/${folder}/${name}`;
  return {
    ...(version ? { version } : {}),
    files: {
      video: key('video.mp4'),
      vtt: key('captions.vtt'),
      srt: key('captions.srt'),
      thumbnail: key('thumbnail.png'),
      transcript: key('transcript.txt'),
      report: key('report.json'),
    },
    duration_seconds: 30,
    scenes: [1, 2, 3].map((index) => ({ index, title: `Scene ${index}`, start: index, end: index + 1 })),
    planner: 'stub',
    sources: [],
  };
}

/** A film of the key's owner, in whatever state; finished ones have a planner and files. */
export async function filmIn(site: Site, key: string, status = 'complete'): Promise<string> {
  const { json } = await site.call('POST', '/v1/videos', { key, body: { videos: [{ task: 'Tides' }] } });
  const { uuid } = json.results[0];
  const complete = status === 'complete';
  await site.database.query(
    'update corporate_engine_v2 set status = $2, planner = $3, result = $4 where uuid = $1',
    [
      uuid,
      status,
      complete ? JSON.stringify(plannerOf('original')) : null,
      complete ? JSON.stringify(resultOf(uuid)) : null,
    ],
  );
  if (complete) await storeFiles(site, resultOf(uuid));
  return uuid;
}

/** What an edit leads to: scene 2 rewritten, scene 3 gone, a closing scene. */
export function editedFilm(uuid: string, edit: string, title = `after ${edit}`): Edited {
  return {
    film: resultOf(uuid, edit),
    planner: plannerOf(title, 'a', 'b', 'd'),
    difference: {
      forth: CHANGES,
      back: { modified_scenes: [2], added_scenes: [3], removed_scenes: [4] },
    },
    seconds: 10,
  };
}

/** Ends an edit well, as a worker does. */
export async function applyEdit(site: Site, uuid: string, edit: string): Promise<void> {
  const edited = editedFilm(uuid, edit);
  await storeFiles(site, edited.film);
  if (!(await site.services.editing.apply(edit, edited))) throw new Error('The edit had ended before.');
}

async function storeFiles(site: Site, { files }: FilmResult): Promise<void> {
  for (const key of Object.values(files))
    await site.services.storage.put(key, { bytes: Buffer.from(`${key} ${randomUUID()}`) });
}
