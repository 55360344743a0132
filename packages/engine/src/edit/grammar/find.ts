/** Finds in a film what a request names: scenes by what they are about, words, and pictures. */
import { contentWords, sameWord } from '../../script/content-words.ts';
import { namesAround, pictureFields, textFields } from '../apply/fields.ts';
import type { EditableFilm } from '../film.ts';
import { sectionIdOf } from '../pin.ts';

/** A scene as a viewer meets it. */
export interface Seen {
  /** From 1. */
  number: number;
  component: string;
  headline: string;
  sentences: string[];
  remark?: string;
  data: unknown;
  /** Seconds from the start of the film. */
  start: number;
  end: number;
}

export function seenScenes({ script, storyboard }: EditableFilm): Seen[] {
  return storyboard.scenes.map((scene, index) => {
    const section = script.sections.find(({ id }) => id === sectionIdOf(scene));
    return {
      number: index + 1,
      component: scene.component,
      headline: scene.headline.replaceAll('*', ''),
      sentences: section?.sentences.map(({ text }) => text) ?? [],
      ...(scene.remark ? { remark: scene.remark.text } : {}),
      data: scene.data,
      start: scene.start,
      end: scene.end,
    };
  });
}

/** Scenes that are about it: those whose headline says it, else those that show it, else those that speak of it. */
export function scenesAbout(topic: string, scenes: readonly Seen[]): Seen[] {
  const wanted = contentWords(topic);
  if (wanted.length === 0) return [];
  const whole = scenes.filter(({ headline }) => bare(headline) === bare(topic));
  if (whole.length > 0) return whole;
  const layers: ((scene: Seen) => string)[] = [
    ({ headline }) => headline,
    ({ headline, data, remark }) =>
      [
        headline,
        remark ?? '',
        ...textFields(data).map(({ text }) => text),
        ...pictureFields(data).map(({ text }) => text.replace(/^.*:/, '').replace(/[-_]/g, ' ')),
      ].join(' '),
    ({ headline, sentences }) => [headline, ...sentences].join(' '),
    (scene) =>
      [scene.headline, ...textFields(scene.data).map(({ text }) => text), ...scene.sentences].join(' '),
  ];
  for (const layer of layers) {
    const found = scenes.filter((scene) => {
      const words = contentWords(layer(scene));
      return wanted.every((word) => words.some((other) => sameWord(word, other)));
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Letters and digits only, as texts are compared. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A place where words stand, with all that stands there. */
export interface Place {
  scene: number;
  field: string;
  text: string;
}

export function placesOf(scene: Seen): Place[] {
  const place = (field: string, text: string) => ({ scene: scene.number, field, text });
  return [
    place('headline', scene.headline),
    ...(scene.remark === undefined ? [] : [place('remark', scene.remark)]),
    ...textFields(scene.data).map(({ field, text }) => place(field, text)),
    ...scene.sentences.map((text, index) => place(`sentence.${index}`, text)),
  ];
}

/** Places that hold the words: whole, else as a part. */
export function placesWith(words: string, scenes: readonly Seen[]): { places: Place[]; isWhole: boolean } {
  const all = scenes.flatMap(placesOf);
  const sought = bare(words);
  const whole = all.filter(({ text }) => bare(text) === sought);
  if (whole.length > 0) return { places: whole, isWhole: true };
  return {
    places: sought ? all.filter(({ text }) => ` ${bare(text)} `.includes(` ${sought} `)) : [],
    isWhole: false,
  };
}

/** Pictures that are called that: by their meaning, else by the words that name the thing they stand for. */
export function picturesCalled(name: string, scenes: readonly Seen[]): Place[] {
  const sought = bare(
    name
      .replace(/^(?:the|a|an|that|this)\s+/i, '')
      .replace(/\s+(?:icon|picture|image|symbol|emoji|drawing)$/i, ''),
  );
  if (!sought) return [];
  const all = scenes.flatMap(({ number, data }) =>
    pictureFields(data).map(({ field, text }) => ({
      scene: number,
      field,
      text,
      meaning: bare(text.replace(/^.*:/, '')),
      names: namesAround(data, field).map(bare),
    })),
  );
  const by = [
    ({ meaning }: (typeof all)[number]) => meaning === sought,
    ({ names }: (typeof all)[number]) => names.some((one) => one === sought || one === `the ${sought}`),
    ({ meaning }: (typeof all)[number]) => includesWords(meaning, sought),
    ({ names }: (typeof all)[number]) => names.some((one) => includesWords(one, sought)),
  ];
  for (const test of by) {
    const found = all.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function includesWords(text: string, sought: string): boolean {
  const words = text.split(' ');
  return sought.split(' ').every((word) => words.some((other) => sameWord(word, other)));
}
