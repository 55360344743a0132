/**
 * What an inference works with: the scene's words, where it stands in the film, and a way to ask for pictures.
 */
import type { Section } from '../../script/script.ts';

/** The picture that stands for a meaning, by a name that is the same for the same picture; null when there is none. */
export type PictureOf = (meaning: string) => string | null;

export interface InferContext {
  /** Place of the section in the film, from 0. */
  index: number;
  /** All sections of the film, in order. */
  sections: readonly Section[];
  /** The scenes planned so far, in order. */
  before: readonly { component: string }[];
  /** Replaces the search in the installed icon sets, for tests. */
  pictureOf?: PictureOf;
}

/** The scene to be shown, as the pictures see it. */
export interface Scene {
  section: Section;
  /** The sentences as spoken. */
  sentences: readonly string[];
  /** The headline without its colour marks. */
  headline: string;
  pictures: Pictures;
}

/** Asks for pictures by meaning and never hands out the same one twice in a scene. */
export interface Pictures {
  /** The best picture for a few words, as an `icon` value, or undefined. */
  of(text: string): string | undefined;
  /** As `of`, but the picture may have been given before. */
  same(text: string): string | undefined;
  /** A different picture for each text, as far as there are any; none at all when most would go without. */
  each(texts: readonly string[]): (string | undefined)[];
}

/** A component with data for it, not yet checked. */
export interface Offer {
  component: string;
  data: unknown;
  /** Two scenes in a row may use the component, because one continues the other. */
  series?: boolean;
}
