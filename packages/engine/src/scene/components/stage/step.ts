/** One cue's act worked out: who it is about, the ways they go, and what lasts. */
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Point } from '../../scene.ts';
import type { Bubble } from './bubbles.ts';
import type { Company } from './dock.ts';
import type { Route } from './route.ts';
import type { Act } from './verbs.ts';

export interface Step {
  /** `cues.N` */
  part: string;
  index: number;
  act: Act;
  /** When it begins, and when the next step or the scene's end comes, s. */
  at: number;
  until: number;
  /** The figures it is about. */
  figures: string[];
  /** Where each of them is as it begins. */
  boxes: Map<string, Box>;
  /** From where, relative to their places, those who enter from a side come, px. */
  entrances: Map<string, Point>;
  /** Their padlocks or marks. */
  badges: Map<string, Company>;
  /** What is said, and when it is over, s. */
  bubble?: Bubble & { until: number };
  /** A label's new words, and where they stand. */
  renamed: Map<string, { block: TextBlock; box: Box }>;
  /** Those who come of it: the parts of what splits, what merging makes. */
  comers: string[];
  /** Others who go with those who leave. */
  followers: string[];
  /** Their size from then on, as a factor of their own. */
  scales: Map<string, number>;
  ways: Way[];
  /** The line a way leaves behind. */
  trail?: Route;
  /** A travelled path stays lit; the trail of a plain move fades. */
  trailStays?: boolean;
  /** Whose labels give way at once, for somebody comes to fetch them. */
  loads?: string[];
  /** False when no picture is known for what a figure turns into. */
  turns: boolean;
  /** Lines that a connection or a mixture draws. */
  lines: Route[];
}

/** One figure on its way. */
export interface Way {
  figure: string;
  start: number;
  seconds: number;
  /** Centres of its body at equal steps of time, px. */
  centres: Point[];
  /** Factors of its body before and after. */
  scale: { from: number; to: number };
  /** Those of the row it passes, and when, s. */
  passes: { figure: string; at: number }[];
  /** Where its label reappears, if there is room. */
  label?: { block: TextBlock; box: Box };
}
