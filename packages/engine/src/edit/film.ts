/** What an edit starts from and what it leads to: a film as its documents, and which of its scenes an edit touches. */
import type { AssetManifest } from '../assets/index.ts';
import type { Brief } from '../brief/brief.ts';
import type { Gate } from '../check/index.ts';
import type { SceneDocument } from '../scene/scene.ts';
import type { Script } from '../script/script.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';

/** A finished film, by the documents it was made from. None of them is ever changed in place. */
export interface EditableFilm {
  brief: Brief;
  script: Script;
  narration: Narration;
  storyboard: Storyboard;
}

/**
 * Scenes by number, from 1. Modified and added ones are numbered as in the new film, removed ones as in the old.
 * A scene that only moved in time or place is none of them, nor is one whose first 0.6 s (`CLEARED`) show what leaves
 * from a changed scene before it.
 */
export interface SceneChanges {
  modified_scenes: number[];
  added_scenes: number[];
  removed_scenes: number[];
}

/** The film after an edit, before anything of it is spoken, timed or drawn. */
export interface EditedScript {
  brief: Brief;
  /** Every section says what it shows, so that nothing untouched is planned anew. */
  script: Script;
  /** For each section of the new script the id of the section of the old one it comes from, where there is one. */
  origins: Record<string, string>;
}

/** The film after an edit, all of it but its frames. */
export interface PlannedEdit extends EditableFilm {
  scenes: SceneDocument[];
  assets: AssetManifest;
  /** Those of the plan; all have passed. */
  gates: Gate[];
  changes: SceneChanges;
}
