/**
 * Holds a note against every rule of docs/notes.md and says what it makes at the usual lengths.
 * Stricter than what making a film asks: this is for those who write notes to ship.
 */
import { ChalktalkError } from '../errors.ts';
import { type Note, type NotePart, parseNote } from './note.ts';
import { countWords, estimateByWords, type FilmEstimator } from './pace.ts';
import { inspectShow, type Schemas, unspokenCues } from './show-check.ts';
import { sectionsByMarks } from './size.ts';
import { badNote } from './yaml-text.ts';

export const USUAL_LENGTHS = [30, 60, 120] as const;
const HEADLINE_WORDS = 9;
const NARRATION_WORDS = { least: 200, most: 500 };
/** How far (as a share) the author's own cut may be off the length it is marked for. */
const CUT_TOLERANCE = 0.08;

export interface Audit {
  file: string;
  title: string;
  /** Words of narration in all. */
  words: number;
  /** The cuts the author's `{from}` marks make, before anything is trimmed or added. */
  cuts: { asked: number; words: number; seconds: number }[];
  /** One sentence each, with file and line. */
  faults: string[];
}

export interface AuditOptions {
  schemas: Schemas;
  estimate?: FilmEstimator;
  /** Whether an icon of that name or meaning can be found; without it names are not checked. */
  hasIcon?: (name: string) => boolean;
}

export function auditNote(markdown: string, file: string, options: AuditOptions): Audit {
  let note: Note;
  try {
    note = parseNote(markdown, file);
  } catch (error) {
    if (!(error instanceof ChalktalkError)) throw error;
    return { file, title: '', words: 0, cuts: [], faults: [error.message] };
  }
  const estimate = options.estimate ?? estimateByWords;
  const words = wordsIn(note.parts.map((part) => part.paragraphs.flatMap((one) => one.sentences)));
  const cuts = USUAL_LENGTHS.map((asked) => {
    const sections = sectionsByMarks(note, asked);
    return { asked, words: wordsIn(sections), seconds: estimate(sections) };
  });
  const faults = [...note.parts.flatMap((part) => faultsOf(part, file, options)), ...openingFaults(note)];
  if (words < NARRATION_WORDS.least || words > NARRATION_WORDS.most) {
    faults.push(
      `${file}: ${words} words of narration; write ${NARRATION_WORDS.least} to ${NARRATION_WORDS.most}`,
    );
  }
  for (const { asked, seconds, words: spoken } of cuts) {
    const off = seconds / asked - 1;
    if (Math.abs(off) <= CUT_TOLERANCE) continue;
    const wrong = Math.round(Math.abs(seconds - asked) * (spoken / seconds));
    const fix = off > 0 ? `take about ${wrong} words out` : `add about ${wrong} words`;
    faults.push(`${file}: the cut for ${asked} s lasts ${seconds.toFixed(1)} s (${spoken} words); ${fix}`);
  }
  return { file, title: note.title, words, cuts, faults };
}

function faultsOf(part: NotePart, file: string, options: AuditOptions): string[] {
  const faults: string[] = [];
  const length = countWords(part.headline);
  if (length > HEADLINE_WORDS) {
    faults.push(
      badNote(file, part.line, `the headline has ${length} words; say the point in at most ${HEADLINE_WORDS}`)
        .message,
    );
  }
  if (!part.show) return faults;
  const { faults: broken } = inspectShow(part.show, options.schemas);
  faults.push(...broken.map((fault) => fault.message), ...unspokenCues(part).map((fault) => fault.message));
  const { hasIcon } = options;
  if (hasIcon && !part.show.drawn) {
    for (const { name, path } of iconsIn(part.show.data, [part.show.component])) {
      if (!hasIcon(name))
        faults.push(
          badNote(
            file,
            part.show.yaml.lineOf(path),
            `no icon is called "${name}"; choose another word for it`,
          ).message,
        );
    }
  }
  return faults;
}

function openingFaults(note: Note): string[] {
  const opening = note.parts[0]!.paragraphs[0]!;
  const first = opening.sentences[0]!;
  const begins =
    /^(in this (video|film)|welcome|today we|let['’]s|have you ever wondered|did you know)\b/i.exec(
      first,
    )?.[0];
  if (begins)
    return [
      badNote(note.file, opening.line, `the film opens with "${begins}"; open with a stake or a surprise`)
        .message,
    ];
  const names = [note.title, ...note.also].map((name) => name.toLowerCase());
  const term = /^(?:an? |the )?(.{2,40}?) (?:is|are) (?:an?|the) /i.exec(first)?.[1]?.toLowerCase();
  if (term === undefined || !names.some((name) => name.includes(term) || term.includes(name))) return [];
  return [
    badNote(note.file, opening.line, `the film opens with a definition; open with a stake or a surprise`)
      .message,
  ];
}

function iconsIn(data: unknown, path: (string | number)[]): { name: string; path: (string | number)[] }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...path, Array.isArray(data) ? Number(key) : key];
    if ((key === 'icon' || key === 'traveller') && typeof value === 'string')
      return [{ name: value, path: at }];
    return iconsIn(value, at);
  });
}

function wordsIn(sections: readonly (readonly string[])[]): number {
  return sections.flat().reduce((sum, sentence) => sum + countWords(sentence), 0);
}
