/**
 * The Script: what the film says, in order, and where each sentence comes from.
 * Made by `script/`, spoken by `voice/`, shown by `storyboard/`.
 */
import type { Show } from './show.ts';
import type { Structure } from './structure.ts';

export interface Script {
  title: string;
  /** How the script came about: an authored note, facts in the task, or a model. */
  planner: 'note' | 'facts' | 'model';
  /** The length asked for, in seconds. */
  requested_seconds: number;
  sections: Section[];
  sources: Source[];
  /** True when there is nothing left to tell before the length asked for is reached. */
  material_ends?: boolean;
  /** What the person asking should know, e.g. that the material ends before the length asked for. */
  remarks: string[];
}

export interface Section {
  /** Stable within the film: `s1`, `s2`, … */
  id: string;
  role: 'opening' | 'body' | 'close';
  /** The point, at most nine words; `*words between asterisks*` are coloured on screen. */
  headline: string;
  sentences: Sentence[];
  /** What the author asked to be shown. Absent: the planner infers from `structure`. */
  show?: Show;
  /** What kind of statement this section makes, recognised from its text. */
  structure?: Structure;
  /** How long it is spoken beside the rest of the film: 1.1 is a tenth longer and slower. Default 1. */
  stretch?: number;
}

export interface Sentence {
  /** As captions show it; the voice normalises it for itself. */
  text: string;
  /** Ids of the sources it rests on; never empty. */
  sources: string[];
}

export interface Source {
  id: string;
  title: string;
  url?: string;
  licence?: string;
  /** Where it was found: `the task`, or a note's file name. */
  where: string;
}
