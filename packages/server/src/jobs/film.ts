/** What a film's row in `corporate_engine_v2` tells: how far it has come, and what became of it. */
import type { Stage } from '@chalktalk/engine';

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
  /** The edit that made this version and has its documents; absent in the film as it was first made. */
  version?: string;
  duration_seconds: number;
  scenes: { index: number; title: string; start: number; end: number }[];
  planner: string;
  sources: { title: string; url: string | null; licence: string | null }[];
}
