/**
 * The voice stage: a Script is spoken, timed word by word, fitted to the length asked for, and brought to one
 * loudness. The samples go to a file beside the document.
 */
import type { Brief } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import type { Script } from '../script/script.ts';
import { narrateAgain } from './again.ts';
import { type Choice, chooseVoice } from './choose.ts';
import { estimateSpoken } from './estimate.ts';
import { fitPauses, fitStretch, missBy } from './fit.ts';
import { languageOf } from './language.ts';
import { AUDIO_FILE, type Line, rounded, speakAll } from './lines.ts';
import { type Clip, master } from './master.ts';
import { type Narration, SAMPLE_RATE, type SentenceSpan, type Word } from './narration.ts';
import { normalise } from './normalise/normalise.ts';
import { writeSamples } from './samples-file.ts';
import { type Schedule, schedule } from './schedule.ts';
import type { Take } from './take.ts';

export interface NarrateOptions {
  /** Folder for the samples; it exists. */
  dir: string;
  signal?: AbortSignal;
  /** Called as each sentence has been spoken. */
  onSentence?: (done: number, total: number) => void;
  /**
   * A film that this one is an edit of, spoken by the same voice: its pace, pauses and loudness are kept, what is said as
   * before is taken from its samples, and sections that say the same last as long to the frame.
   */
  like?: Earlier;
}

/** An earlier narration, and the folder its samples lie in. */
export interface Earlier {
  narration: Narration;
  dir: string;
}

/** Share of the length asked for that a film may miss it by before it is spoken again at another pace. */
const GOOD_ENOUGH = 0.02;
/** A pace this near to the one already spoken is not worth speaking again for. */
const SAME_PACE = 0.004;

/**
 * Speaks a script. Same script, brief and engine → same document and same bytes.
 * The film's length comes within 5 % of `script.requested_seconds` where the material allows, and is what the
 * material gives where it does not.
 * @throws ChalktalkError `unspeakable` naming the passage, `no_material` for a section without sentences,
 *   `cancelled` when the signal was raised, `output` when the samples cannot be written
 */
export async function narrate(script: Script, brief: Brief, options: NarrateOptions): Promise<Narration> {
  const voice = chooseVoice(brief.voice_description, brief.video_type);
  refuseOtherLanguages(script);
  const lines = linesOf(script);
  if (options.like) return narrateAgain(script, lines, { ...options, like: options.like });
  const { takes, pace } = await speakFitted(script, lines, voice, options);
  const counts = materialOf(script, takes);
  const pauses = fitPauses(counts, script.requested_seconds);
  const lengths = script.sections.map((_, section) =>
    takes.filter((_, index) => lines[index]!.section === section).map(({ length }) => length),
  );
  const plan = schedule(lengths, pauses);
  const starts = plan.starts.flat();
  const clips = takes.map(({ samples, lead }, index): Clip => {
    return { samples, at: Math.max(0, Math.round((starts[index]! - lead) * SAMPLE_RATE)) };
  });
  const total = Math.round(plan.duration * SAMPLE_RATE);
  const mastered = master(clips, total);
  await writeSamples(options.dir, AUDIO_FILE, mastered.clips, total);
  return {
    voice: { engine: 'flite', name: voice.name, pace: rounded(pace, 3) },
    duration: plan.duration,
    sections: script.sections.map(({ id, stretch }, index) => ({
      section: id,
      ...plan.sections[index]!,
      ...(stretch === undefined ? {} : { stretch }),
    })),
    ...spans(script, lines, takes, plan),
    loudness: {
      integrated_lufs: rounded(mastered.integrated_lufs, 2),
      true_peak_dbtp: rounded(mastered.true_peak_dbtp, 2),
      gain_db: rounded(mastered.gain_db, 4),
    },
    audio: AUDIO_FILE,
  };
}

/** A film that mumbles is worse than none. */
function refuseOtherLanguages(script: Script): void {
  const text = script.sections
    .flatMap(({ sentences }) => sentences.map((sentence) => sentence.text))
    .join(' ');
  const language = languageOf(text);
  if (language === 'English') return;
  throw new ChalktalkError(
    'unspeakable',
    `The text is ${language}, and the voice speaks English only; send it in English, or set a voice that speaks ${language}.`,
  );
}

function linesOf(script: Script): Line[] {
  return script.sections.flatMap(({ id, headline, sentences, stretch = 1 }, section) => {
    if (sentences.length === 0) {
      throw new ChalktalkError(
        'no_material',
        `Section ${id} ("${headline}") says nothing; give it a sentence.`,
      );
    }
    return sentences.map(({ text }) => ({ section, text, spoken: normalise(text), stretch }));
  });
}

/**
 * The pace is settled by estimate before anything is spoken; only when that proves wrong is the film spoken
 * a second time.
 */
async function speakFitted(
  script: Script,
  lines: readonly Line[],
  voice: Choice,
  options: NarrateOptions,
): Promise<{ takes: Take[]; pace: number }> {
  const seconds = script.requested_seconds;
  const { length: sentences } = lines;
  const { length: sections } = script.sections;
  const guess = lines.reduce(
    (sum, { spoken, stretch }) => sum + stretch * estimateSpoken(spoken.text, voice.tempo),
    0,
  );
  const change = fitStretch({ speech: guess, sentences, sections }, seconds);
  const takes = await speakAll(lines, voice.name, change / voice.pace, options, options.onSentence);
  const material = materialOf(script, takes);
  const wanted = fitStretch({ ...material, speech: material.speech / change }, seconds);
  const isGood = missBy(material, seconds) <= GOOD_ENOUGH || Math.abs(wanted / change - 1) < SAME_PACE;
  if (isGood) return { takes, pace: voice.pace / change };
  return {
    takes: await speakAll(lines, voice.name, wanted / voice.pace, options),
    pace: voice.pace / wanted,
  };
}

function materialOf(script: Script, takes: readonly Take[]) {
  const speech = takes.reduce((sum, { length }) => sum + length, 0);
  return { speech, sentences: takes.length, sections: script.sections.length };
}

function spans(script: Script, lines: readonly Line[], takes: readonly Take[], plan: Schedule) {
  const starts = plan.starts.flat();
  const sentences: SentenceSpan[] = [];
  const words: Word[] = [];
  for (const [index, { section, text, spoken }] of lines.entries()) {
    const start = starts[index]!;
    const take = takes[index]!;
    sentences.push({
      section: script.sections[section]!.id,
      text,
      start: rounded(start, 4),
      end: rounded(start + take.length, 4),
    });
    for (const [token, { text: shown }] of spoken.tokens.entries()) {
      const interval = take.tokens[token]!;
      const times = { start: rounded(start + interval.start, 4), end: rounded(start + interval.end, 4) };
      words.push({ text: shown, ...times, section, sentence: index });
    }
  }
  return { sentences, words };
}
