/** How a film is told to its clients: the contract's fields, in the contract's order. */
import type { FilmResult } from '../../jobs/film.ts';
import type { PolledFilm } from './reader.ts';

/** Makes a signed, expiring link to a stored file. */
export type LinkOf = (key: string) => string;

export function videoAnswer(film: PolledFilm, linkOf: LinkOf) {
  const { uuid, status, progress, error_message, task, created_at, updated_at } = film;
  return {
    uuid,
    status,
    is_complete: status === 'complete',
    is_failed: status === 'failed',
    progress: {
      stage: status,
      percent: progress.percent,
      current_scene: progress.current_scene,
      total_scenes: progress.total_scenes,
    },
    error_message,
    task,
    created_at,
    updated_at,
    ...(status === 'complete' && film.result ? { result: resultAnswer(film.result, linkOf) } : {}),
  };
}

export type VideoAnswer = ReturnType<typeof videoAnswer>;

export function resultAnswer(
  { files, duration_seconds, scenes, planner, sources }: FilmResult,
  linkOf: LinkOf,
) {
  return {
    link: linkOf(files.video),
    vtt: linkOf(files.vtt),
    srt: linkOf(files.srt),
    thumbnail: linkOf(files.thumbnail),
    transcript: linkOf(files.transcript),
    duration_seconds,
    scenes: scenes.map(({ index, title, start, end }) => ({ index, title, start, end })),
    planner,
    sources: sources.map(({ title, url, licence }) => ({ title, url, licence })),
  };
}
