/** How long an edited film is to be: as long as it was, and what was added or taken away. */
import { LONGEST_SECONDS } from '../../brief/brief.ts';
import type { Section } from '../../script/script.ts';
import { chooseVoice, estimateSeconds, PAUSES } from '../../voice/index.ts';
import type { EditableFilm } from '../film.ts';
import { badEdit, type Draft } from './draft.ts';

/** Seconds. Nothing shorter is a film; nothing longer is made at all. */
const SHORTEST = 8;
const LONGEST = LONGEST_SECONDS * 1.1;

/** @throws ChalktalkError `bad_edit` when it would be too long or too short */
export function lengthAfter(film: EditableFilm, draft: Draft): number {
  const voice = ({ voice_description, video_type }: EditableFilm['brief']) =>
    chooseVoice(voice_description, video_type).tempo;
  const [was, is] = [voice(film.brief), voice(draft.brief)];
  const before = spoken(film.script.sections, was);
  const after = spoken(draft.sections, is);
  if (before === after) return film.script.requested_seconds;
  const seconds = film.narration.duration + after - before;
  if (seconds > LONGEST || seconds < SHORTEST) {
    throw badEdit(
      `The film would last ${Math.round(seconds)} s; it may last from ${SHORTEST} to ${LONGEST_SECONDS} s.`,
    );
  }
  return Math.round(seconds * 10) / 10;
}

function spoken(sections: readonly Section[], tempo: number): number {
  return sections.reduce((sum, { sentences, stretch = 1 }) => {
    const speech = sentences.reduce((all, { text }) => all + estimateSeconds(text, tempo), 0);
    return sum + stretch * (speech + (sentences.length - 1) * PAUSES.sentence) + PAUSES.section;
  }, 0);
}
