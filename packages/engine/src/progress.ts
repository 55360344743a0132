/** The stages a film passes through, as the contract names them, and how far each has come. */

export const STAGES = ['voiceover', 'highlevel', 'lowlevel', 'scan_assets', 'generating_frames'] as const;
export type Stage = (typeof STAGES)[number];

export interface Progress {
  stage: Stage;
  /** What is counted: sentences spoken, scenes placed, frames drawn. */
  unit: 'sentences' | 'scenes' | 'frames';
  done: number;
  total: number;
  /** While frames are drawn: scenes finished so far and in all. */
  scenes?: { done: number; total: number };
}

export type OnProgress = (progress: Progress) => void;
