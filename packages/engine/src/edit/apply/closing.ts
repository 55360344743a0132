/** A last scene that sums the film up: the points of its scenes, said and shown once more. */
import { findIcon } from '../../assets/index.ts';
import type { Section } from '../../script/script.ts';
import { fit } from '../../storyboard/infer/fit.ts';
import { picturesFor } from '../../storyboard/infer/pictures.ts';
import { badEdit, type Draft } from './draft.ts';

/** Points of a summary. */
const MOST = 4;
const LEAST = 2;
/** Letters of a point on screen. */
const LONGEST = 40;

export function addClosing(draft: Draft): void {
  const last = draft.sections.at(-1)!;
  if (last.role === 'close' && last.show?.component === 'recap')
    throw badEdit('The film ends with a summary already; ask to change it, or remove it first.');
  const told = draft.sections.filter(({ role }) => role !== 'close');
  const points = [
    ...new Map(told.map((section) => [plain(section.headline).toLowerCase(), section])).values(),
  ];
  const chosen = points.length > MOST ? [points[0]!, ...points.slice(1 - MOST)] : points;
  if (chosen.length < LEAST) throw badEdit('There is too little in the film to sum up; add scenes first.');
  draft.sections.push(closing(draft, chosen));
}

function closing(draft: Draft, chosen: readonly Section[]): Section {
  const sentences = chosen.map(({ headline, sentences: said }, index) => ({
    text: `${index === 0 ? 'To sum up: ' : ''}${finished(plain(headline))}`,
    sources: [...new Set(said.flatMap(({ sources }) => sources))],
  }));
  const pictures = picturesFor((meaning) => findIcon(meaning, 'colour')?.id ?? null);
  const icons = pictures.each(chosen.map(({ headline }) => plain(headline)));
  const items = chosen.map(({ headline }, index) => {
    const icon = icons[index];
    return {
      text: fit(plain(headline), LONGEST),
      ...(icon ? { icon } : {}),
      say: firstWords(plain(headline)),
    };
  });
  return {
    id: draft.newId(),
    role: 'close',
    headline: 'What to *remember*',
    sentences,
    show: { component: 'recap', data: { items } },
  };
}

function plain(headline: string): string {
  return headline.replaceAll('*', '').trim();
}

function finished(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function firstWords(text: string): string {
  return text.split(/\s+/).slice(0, 5).join(' ').slice(0, 120);
}
