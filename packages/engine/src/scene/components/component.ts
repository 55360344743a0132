/**
 * What a visual component is: its data, the parts a voice can name, where they stand and how they move.
 * One folder and one line in the registry; nothing else needs to know it.
 */
import type { ZodType } from 'zod';
import type { Element } from '../scene.ts';
import type { Setting } from './setting.ts';

/** A part of the picture that a spoken word can call up. */
export interface Part {
  /** Path within the data: `items.0`, `messages.2`, `verdict`. */
  path: string;
  /** Its words on screen, by which its moment is found where the author names none. */
  label: string;
  /** The author's quoted words. */
  say?: string;
}

export interface Component<Data> {
  name: string;
  /** One line for the catalogue: when to choose it. */
  purpose: string;
  schema: ZodType<Data>;
  /** `above`: the headline stands over the picture. `own`: the component shows the headline itself. */
  headline: 'above' | 'own';
  /** The parts in the order in which they appear. */
  parts(data: Data): Part[];
  /**
   * Places every element at rest, back to front, within `setting.area`.
   * @throws ChalktalkError `does_not_fit` when the data cannot be shown at a readable size.
   */
  layout(data: Data, setting: Setting): Element[] | Promise<Element[]>;
  /**
   * The data as two pieces, the parts in the same order, for when it does not fit one picture: the planner then makes
   * two scenes of it. Undefined when there is nothing left to divide.
   */
  split?(data: Data): [Data, Data] | undefined;
  /** Says on `setting.timeline` how the elements enter, are emphasised and come to rest. Leaving is the scene's. */
  motion(data: Data, setting: Setting): void;
  /** Its parts are small beside the whole, so that the camera may lean in to one that is spoken of for long. */
  leansIn?: boolean;
  /** A scene that shows what it is good for; the gallery and the tests use it. */
  example: Example<Data>;
}

export interface Example<Data> {
  headline: string;
  /** Spoken while it shows; the cues quote it. */
  narration: string;
  data: Data;
}

/** Keeps the data type between schema, layout and motion while the registry holds components of any data. */
export function defineComponent<Data>(component: Component<Data>): Component<Data> {
  return component;
}
