/**
 * Scenes that make one point, open the film or close it.
 */
import { names, nounPhrases, shorten } from '../../script/facts/index.ts';
import type { Piece, Structure } from '../../script/structure.ts';
import { fit, lastWords, truly, withIcon } from './fit.ts';
import type { InferContext, Offer, Scene } from './offer.ts';

const MOST_PICTURES = 3;
/** Shown where nothing spoken of has a picture. */
const LAST_RESORT = ['light bulb', 'idea', 'star'];

interface Shown {
  icon: string;
  label: string;
  say: string;
}

/** One to three pictures of what is spoken of, each on its word, taken from as many sentences as there are. */
export function statement(scene: Scene, text?: string): Offer | null {
  const icons = shown(scene);
  if (icons.length === 0) return null;
  return {
    component: 'statement',
    data: { icons, joined: 'none', ...(text ? { text: fit(text, 120) } : {}) },
  };
}

/** Somebody's own words, set large. */
export function quote({ text, speaker, say }: Structure & { kind: 'quotation' }, { pictures }: Scene): Offer {
  return {
    component: 'quote',
    data: { text: fit(text, 240), speaker: fit(speaker, 48), ...portraitOf(pictures.of(speaker)), say },
  };
}

const portraitOf = (icon: string | undefined) => (icon ? { portrait: icon } : {});

/** A statement even where no picture is found. */
export function bareStatement(scene: Scene): Offer {
  const icon = LAST_RESORT.find((meaning) => scene.pictures.same(meaning)) ?? 'light bulb';
  return { component: 'statement', data: { icons: [{ icon }], joined: 'none' } };
}

function shown({ sentences, pictures }: Scene): Shown[] {
  const bySentence = sentences.map((sentence) => found(sentence, pictures));
  const out: Shown[] = [];
  for (let round = 0; round < MOST_PICTURES; round += 1) {
    for (const list of bySentence) {
      const next = list[round];
      const same = out.some((one) => one.label.toLowerCase() === next?.label.toLowerCase());
      if (next && !same && out.length < MOST_PICTURES) out.push(next);
    }
  }
  const place = ({ say }: Shown) => sentences.join(' ').indexOf(say);
  return out.sort((a, b) => place(a) - place(b));
}

function found(sentence: string, pictures: Scene['pictures']): Shown[] {
  return names(sentence, 4).flatMap((phrase): Shown[] => {
    const icon = pictures.of(phrase.text);
    return icon ? [{ icon, label: fit(capital(phrase.text), 32), say: phrase.text }] : [];
  });
}

const capital = (text: string): string =>
  text.replace(/^\p{Ll}(?=\p{Ll}|\s)/u, (letter) => letter.toUpperCase());

/** The film's name with pictures of what it is about. */
export function title({ sentences, pictures }: Scene, kicker?: string): Offer {
  const icons = nounPhrases(sentences.join(' ')).flatMap((phrase) => {
    const icon = pictures.of(phrase.text);
    return icon ? [{ icon, say: phrase.text.slice(0, 120) }] : [];
  });
  const subtitle = sentences.length > 0 ? shorten(sentences.at(-1) as string, 10, 90) : null;
  return {
    component: 'title',
    data: {
      ...(kicker ? { kicker: fit(kicker, 40) } : {}),
      ...(subtitle ? { subtitle: capital(subtitle) } : {}),
      ...(icons.length > 0 ? { icons: icons.slice(0, 3) } : {}),
    },
  };
}

/** Sentences as points: each in a few words, or by the figure or name it is about. */
export function sentencePoints({ sentences, pictures }: Scene): Piece[] | null {
  const pieces = sentences.flatMap((sentence): Piece[] => {
    const text = shorten(sentence, 7, 60);
    if (text)
      return [
        {
          text: capital(text),
          say: sentence
            .trim()
            .split(/\s+/)
            .slice(0, 4)
            .join(' ')
            .replace(/[.,;:!?]+$/, ''),
        },
      ];
    const name =
      nounPhrases(sentence).find((phrase) => phrase.figure && phrase.text.includes(' ')) ??
      names(sentence, 5)[0];
    return name && name.text.length <= 60 && (pictures.same(name.text) || /\d/.test(name.text))
      ? [{ text: capital(name.text), say: name.text }]
      : [];
  });
  return pieces.length >= 2 ? pieces.slice(0, 6) : null;
}

/** The earlier scenes' points, and the last sentence as the line to remember. */
export function recap(scene: Scene, context: InferContext): Offer | null {
  const earlier = context.sections
    .slice(0, context.index)
    .filter((section) => section.role !== 'close')
    .map((section) => section.headline.replace(/\*/g, ''))
    .flatMap((headline) => truly(headline, 40) ?? [])
    .map(capital)
    .filter((headline) => headline.toLowerCase() !== scene.headline.toLowerCase());
  const chosen = earlier.length > 4 ? [earlier[0] as string, ...earlier.slice(-3)] : earlier;
  if (chosen.length < 2) return null;
  const last = scene.sentences.at(-1) ?? '';
  const line = shorten(last, 14, 80);
  const icons = scene.pictures.each(chosen);
  return {
    component: 'recap',
    data: {
      items: chosen.map((text, index) => ({ text, ...withIcon(icons[index]) })),
      // The line comes last: on the sentence's last words, when the points have been ticked off.
      ...(line ? { line: { text: capital(line), say: lastWords(last) } } : {}),
    },
  };
}
