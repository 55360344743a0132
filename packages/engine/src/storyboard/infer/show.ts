/**
 * Chooses the picture for a section that does not say how it wants to be shown: from its structure, else from its
 * sentences alone. Every answer is valid for its component's schema, and every cue quotes words that are spoken.
 */
import { findIcon } from '../../assets/index.ts';
import { schemas } from '../../scene/components/registry.ts';
import { readings, recognise } from '../../script/facts/index.ts';
import type { Section } from '../../script/script.ts';
import type { Show } from '../../script/show.ts';
import type { Structure } from '../../script/structure.ts';
import { bars, bigNumber } from './figures.ts';
import { lively } from './lively.ts';
import type { InferContext, Offer, Scene } from './offer.ts';
import { cycle, sequence, steps, timeline } from './ordered.ts';
import { picturesFor } from './pictures.ts';
import { bareStatement, quote, recap, sentencePoints, statement, title } from './plain.ts';
import { before, comparison, diagram, icons, layers, points } from './sets.ts';
import { donut, gauge, lines, outOf } from './shares.ts';
import { code, formula } from './works.ts';

const installed = (meaning: string): string | null => findIcon(meaning, 'colour')?.id ?? null;

/** The best of `inferShows`. */
export function inferShow(section: Section, context: InferContext): Show {
  const [best] = inferShows(section, context);
  return best!;
}

/**
 * Components and their data for the section, from the best to the last resort: first what moves and is not the
 * component of the scene before (unless one continues the other), then what stands still, then what repeats.
 */
export function* inferShows(section: Section, context: InferContext): Generator<Show> {
  const before = context.before.at(-1)?.component;
  const sentences = section.sentences.map((sentence) => sentence.text);
  const second: Show[] = [];
  const third: Show[] = [];
  for (const offer of offers(section, context)) {
    if (!schemas[offer.component]?.safeParse(offer.data).success) continue;
    const { show, still } = lively(offer, sentences);
    if (offer.component === before && !offer.series) third.push(show);
    else if (still) second.push(show);
    else yield show;
  }
  yield* second;
  yield* third;
  const { component, data } = bareStatement(sceneOf(section, context));
  yield { component, data };
}

/** A fresh scene for each offer, as pictures are given out once. */
const sceneOf = (section: Section, context: InferContext): Scene => ({
  section,
  sentences: section.sentences.map((sentence) => sentence.text),
  headline: section.headline.replace(/\*/g, ''),
  pictures: picturesFor(context.pictureOf ?? installed),
});

/** Offers from the best to the last resort. */
function* offers(section: Section, context: InferContext): Generator<Offer> {
  const scene = () => sceneOf(section, context);
  const { sentences } = scene();
  const own = section.structure ?? recognise(sentences);
  const some = (offer: Offer | null): Offer[] => (offer ? [offer] : []);
  const plainly = own.kind === 'statement' || own.kind === 'definition' || own.kind === 'cause';
  const again = sentences[0]?.startsWith('So remember') ?? false;
  if (section.role === 'close' && (plainly || again)) yield* some(recap(scene(), context));
  if (section.role === 'opening' && own.kind === 'statement') yield* some(statement(scene()));
  for (const structure of [own, ...readings(sentences).filter((reading) => reading.kind !== own.kind)]) {
    for (const draw of drawings(structure)) yield* some(draw(scene()));
  }
  // The figure that the headline names comes first.
  const figures = sentences.flatMap((sentence) =>
    readings([sentence]).filter((reading) => reading.kind === 'number'),
  );
  const named = (value: string) => scene().headline.includes(value.replace(/^[a-z ]+ (?=\d)/i, ''));
  for (const reading of [...figures.filter((one) => named(one.value)), ...figures])
    yield* some(bigNumber(reading, scene()));
  if (section.role === 'opening') yield title(scene());
  const told = sentencePoints(scene());
  if (told) yield points(told, scene());
  if (section.role === 'close') yield* some(recap(scene(), context));
  yield* some(statement(scene()));
  yield title(scene());
  yield bareStatement(scene());
}

type Drawing = (scene: Scene) => Offer | null;

/** The pictures that a structure asks for, the most particular first. */
function drawings(structure: Structure): Drawing[] {
  switch (structure.kind) {
    case 'messages':
      return [(scene) => sequence(structure, scene)];
    case 'steps':
      return [(scene) => steps(structure.items, scene)];
    case 'cycle':
      return [(scene) => cycle(structure, scene)];
    case 'dates':
      return [(scene) => timeline(structure, scene)];
    case 'quantities':
      return [() => donut(structure), (scene) => lines(structure, scene), (scene) => bars(structure, scene)];
    case 'number':
      return [outOf, (scene) => bigNumber(structure, scene), (scene) => gauge(structure, scene)];
    case 'comparison':
      return [(scene) => before(structure, scene), (scene) => comparison(structure, scene)];
    case 'enumeration':
      return [
        (scene) => layers(structure.items, scene),
        (scene) => icons(structure.items, scene),
        (scene) => points(structure.items, scene),
      ];
    case 'cause':
      return [(scene) => diagram(structure, scene) ?? chain(structure.links, scene)];
    case 'formula':
      return [(scene) => formula(structure, scene)];
    case 'code':
      return [(scene) => code(structure, scene)];
    case 'quotation':
      return [(scene) => quote(structure, scene)];
    case 'definition': {
      const meaning = structure.genus.includes(' ')
        ? `${capital(structure.term)}: ${structure.genus}`
        : undefined;
      return [(scene) => statement(scene, meaning)];
    }
    case 'statement':
      return [outOf, statement];
  }
}

/** Causes too long for nodes: as steps where they are told before their effects, else as points. */
function chain(links: (Structure & { kind: 'cause' })['links'], scene: Scene): Offer {
  const told = scene.sentences.join(' ');
  const pieces = links.flatMap(({ cause, effect }) => [cause, effect]);
  const inOrder =
    links.length === 1 && told.indexOf(pieces[0]?.say ?? '') < told.indexOf(pieces[1]?.say ?? '');
  return inOrder
    ? steps(pieces, scene)
    : points(
        [...pieces].sort((a, b) => told.indexOf(a.say) - told.indexOf(b.say)),
        scene,
      );
}

const capital = (text: string): string =>
  text.replace(/^\p{Ll}(?=\p{Ll})/u, (letter) => letter.toUpperCase());
