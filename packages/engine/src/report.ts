/** What is said about a finished film: its gates, times and sources. Written beside it as `report.json`. */
import type { Gate } from './check/gate.ts';
import type { StageTime } from './job.ts';
import type { Script, Source } from './script/script.ts';
import type { VoiceUsed } from './voice/narration.ts';

export interface Report {
  title: string;
  task: string;
  planner: Script['planner'];
  voice: VoiceUsed;
  sources: Source[];
  /** Where each spoken sentence comes from. */
  sentences: { text: string; sources: string[] }[];
  remarks: string[];
  /** What of the style prompt the film follows, and the words of it that nothing was understood of. */
  style: { theme: string; understood: string[]; not_understood: string[] };
  film: { duration_seconds: number; frames: number; fps: number; width: number; height: number };
  scenes: { index: number; title: string; component: string; start: number; end: number }[];
  stages: StageTime[];
  speed: { times_realtime: number };
  gates: Gate[];
  assets: { icons: { id: string; licence: string }[]; fonts: { family: string; weight: number }[] };
}
