/** A request to show something: a component's name and its data, as written in a note's `show` block. */
export interface Show {
  component: string;
  /** Checked against the component's schema by `storyboard/`. */
  data: unknown;
  /** One quiet line below the picture, entering on its own cue. */
  remark?: { text: string; say?: string };
  /** Shown one after another in scenes of their own, where `data` is too much for one; `data` is the first of them. */
  pieces?: unknown[];
  /** Whoever asked for the film did not ask for it: where it does not fit, another picture may be found. */
  inferred?: boolean;
  /** Where it stands in the author's file, for errors: line numbers count from 1. */
  origin?: { file: string; line: number };
}
