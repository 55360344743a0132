/** A film's row, as it lies in `corporate_engine_v2`. */
import type { Brief, Stage } from '@chalktalk/engine';

export type FilmStatus = 'pending' | 'queued' | Stage | 'complete' | 'failed';

/** In the order they are passed; a film never goes back. */
export const STATUSES: readonly FilmStatus[] = [
  'pending',
  'queued',
  'voiceover',
  'highlevel',
  'lowlevel',
  'scan_assets',
  'generating_frames',
  'complete',
  'failed',
];

export interface FilmProgress {
  stage: FilmStatus;
  percent: number;
  current_scene: number;
  total_scenes: number;
}

/** A finished film: keys of its files in storage, and what is told of it. */
export interface FilmResult {
  files: { video: string; vtt: string; srt: string; thumbnail: string; transcript: string; report: string };
  duration_seconds: number;
  scenes: { index: number; title: string; start: number; end: number }[];
  planner: string;
  sources: { title: string; url: string | null; licence: string | null }[];
}

export interface FilmRow {
  uuid: string;
  user_id: string;
  org_id: string | null;
  task: string;
  status: FilmStatus;
  progress: FilmProgress;
  error_message: string | null;
  /** ISO 8601 with six digits and +00:00. */
  created_at: string;
  updated_at: string;
  result: FilmResult | null;
  brief: Brief;
  caller: string;
  seq: number;
}

/** SQL that reads a FilmRow, times as the contract writes them. */
export const FILM_COLUMNS = `uuid, user_id, org_id, task, status, progress, error_message,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as created_at,
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as updated_at,
  result, brief, caller, seq`;
