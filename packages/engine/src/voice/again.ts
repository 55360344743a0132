/**
 * Speaks an edited film: what is said as before is cut out of the earlier film's samples, only the rest is spoken anew,
 * by the same voice at the same pace, between the same pauses. A section that says the same as one before lasts as long
 * to the frame, and its words come at the same moments of it.
 */
import type { Script } from '../script/script.ts';
import { choiceOf, EarlierFilm, type Said, type SpokenSection } from './earlier.ts';
import { AUDIO_FILE, type Line, rounded, speakAll } from './lines.ts';
import { amplify, type Clip, measured, TARGET_LUFS } from './master.ts';
import type { NarrateOptions } from './narrate.ts';
import { type Narration, SAMPLE_RATE, type SectionSpan, type SentenceSpan, type Word } from './narration.ts';
import { readSamples, writeSamples } from './samples-file.ts';
import { AFTER_LAST_WORD, BEFORE_FIRST_WORD, BOUNDARY_BEFORE_WORD, FRAMES_PER_SECOND } from './schedule.ts';
import type { Take } from './take.ts';

/** Beyond this an edited film is brought to its loudness anew, LU; the gate allows 1. */
const FAR = 0.7;

type Options = NarrateOptions & { like: NonNullable<NarrateOptions['like']> };

/** A section as it will be spoken, in seconds from its own start. */
interface Block {
  /** Whole. */
  frames: number;
  sentences: { at: number; said: Said }[];
}

/** @throws ChalktalkError `unspeakable`, `output`, `cancelled` */
export async function narrateAgain(
  script: Script,
  lines: readonly Line[],
  options: Options,
): Promise<Narration> {
  const { like } = options;
  const film = new EarlierFilm(like.narration, await readSamples(like.dir, like.narration.audio));
  const said = await sayAll(script, lines, film, options);
  const blocks = script.sections.map((section, index) => {
    const own = said.filter((_, line) => lines[line]!.section === index);
    const stretch = section.stretch ?? 1;
    const kept = film.sectionThatSays(
      section.id,
      section.sentences.map(({ text }) => text),
      stretch,
    );
    const place = { isFirst: index === 0, isLast: index === script.sections.length - 1 };
    return kept ? keptBlock(kept, own, place.isLast) : newBlock(own, stretch, film, place);
  });
  return written(script, lines, blocks, film, options.dir);
}

/** Each sentence from the earlier film, or spoken now. */
async function sayAll(
  script: Script,
  lines: readonly Line[],
  film: EarlierFilm,
  options: Options,
): Promise<Said[]> {
  const found = lines.map(({ section, text, stretch }) =>
    film.sentence(script.sections[section]!.id, text, stretch),
  );
  const missing = lines.filter((_, index) => !found[index]);
  const { voice } = film.narration;
  const takes = await speakAll(missing, choiceOf(voice), 1 / voice.pace, options, options.onSentence);
  const clips = takes.length > 0 ? amplify(inARow(takes), film.narration.loudness.gain_db) : [];
  let next = 0;
  return found.map((known): Said => {
    if (known) return known;
    const take = takes[next]!;
    const { samples } = clips[next]!;
    next += 1;
    return { ...take, samples };
  });
}

/** One after another, so that their loudness can be measured. */
function inARow(takes: readonly Take[]): Clip[] {
  let end = 0;
  return takes.map(({ samples }) => {
    const at = end;
    end += samples.length;
    return { samples, at };
  });
}

function keptBlock({ start, end, starts }: SpokenSection, own: readonly Said[], isLast: boolean): Block {
  const sentences = own.map((said, index) => ({ at: starts[index]! - start, said }));
  const frames = Math.round((end - start) * FRAMES_PER_SECOND);
  // What has become the last scene is given time to be looked at.
  const least = isLast ? framesUntil(endOf(sentences) + AFTER_LAST_WORD) : 0;
  return { frames: Math.max(frames, least), sentences };
}

function newBlock(
  own: readonly Said[],
  stretch: number,
  film: EarlierFilm,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Block {
  const { pauses } = film;
  let at = isFirst ? BEFORE_FIRST_WORD : BOUNDARY_BEFORE_WORD;
  const sentences = own.map((said) => {
    const sentence = { at, said };
    at += said.length + pauses.sentence * stretch;
    return sentence;
  });
  const end = endOf(sentences);
  const frames = isLast
    ? framesUntil(end + AFTER_LAST_WORD)
    : Math.round((end + pauses.section - BOUNDARY_BEFORE_WORD) * FRAMES_PER_SECOND);
  return { frames, sentences };
}

function endOf(sentences: Block['sentences']): number {
  const last = sentences.at(-1)!;
  return last.at + last.said.length;
}

function framesUntil(seconds: number): number {
  return Math.ceil(seconds * FRAMES_PER_SECOND - 1e-6);
}

async function written(
  script: Script,
  lines: readonly Line[],
  blocks: readonly Block[],
  film: EarlierFilm,
  dir: string,
): Promise<Narration> {
  const sections: SectionSpan[] = [];
  const sentences: SentenceSpan[] = [];
  const words: Word[] = [];
  const clips: Clip[] = [];
  let frame = 0;
  for (const [section, block] of blocks.entries()) {
    const start = frame / FRAMES_PER_SECOND;
    for (const { at, said } of block.sentences) {
      const { text, spoken } = lines[sentences.length]!;
      const begins = start + at;
      for (const [token, { text: shown }] of spoken.tokens.entries()) {
        const interval = said.tokens[token]!;
        const times = { start: begins + interval.start, end: begins + interval.end };
        words.push({ text: shown, ...times, section, sentence: sentences.length });
      }
      sentences.push({
        section: script.sections[section]!.id,
        text,
        start: begins,
        end: begins + said.length,
      });
      clips.push({
        samples: said.samples,
        at: Math.max(0, Math.round((begins - said.lead) * SAMPLE_RATE)),
      });
    }
    frame += block.frames;
    const { id, stretch } = script.sections[section]!;
    const end = frame / FRAMES_PER_SECOND;
    sections.push({ section: id, start, end, ...(stretch === undefined ? {} : { stretch }) });
  }
  const duration = frame / FRAMES_PER_SECOND;
  const { narration } = film;
  const total = Math.round(duration * SAMPLE_RATE);
  const { clips: levelled, integrated_lufs, true_peak_dbtp } = level(clips, total);
  await writeSamples(dir, AUDIO_FILE, levelled, total);
  const { gain_db } = narration.loudness;
  return {
    voice: narration.voice,
    duration,
    sections,
    sentences,
    words,
    loudness: {
      integrated_lufs: rounded(integrated_lufs, 2),
      true_peak_dbtp: rounded(true_peak_dbtp, 2),
      ...(gain_db === undefined ? {} : { gain_db }),
    },
    audio: AUDIO_FILE,
  };
}

/** Each sentence has the film's loudness already; together they could still miss it. */
function level(clips: Clip[], total: number) {
  const heard = measured(clips, total);
  const off = TARGET_LUFS - heard.integrated_lufs;
  if (Math.abs(off) <= FAR) return { clips, ...heard };
  const changed = amplify(clips, off);
  return { clips: changed, ...measured(changed, total) };
}
