/** The sentences of a script as they are spoken, one batch after another. */
import { ChalktalkError } from '../errors.ts';
import type { FliteVoice } from './flite.ts';
import type { Spoken } from './normalise/normalise.ts';
import { speak, type Take } from './take.ts';

/** The samples' file name within the folder. */
export const AUDIO_FILE = 'narration.f32';
/** Sentences spoken in one go: a fifth of a second's work. */
const BATCH_LETTERS = 300;

/** A sentence of the script, and where it belongs. */
export interface Line {
  section: number;
  text: string;
  spoken: Spoken;
  /** How long it is spoken beside the rest of the film. */
  stretch: number;
}

/** @param stretch of the film; each line's own comes on top */
export async function speakAll(
  lines: readonly Line[],
  voice: FliteVoice,
  stretch: number,
  { signal }: { signal?: AbortSignal },
  onSentence?: (done: number, total: number) => void,
): Promise<Take[]> {
  const takes: Take[] = [];
  while (takes.length < lines.length) {
    // A turn of the event loop between batches lets progress be shown and a stop be heard.
    await new Promise((resume) => setImmediate(resume));
    if (signal?.aborted)
      throw new ChalktalkError('cancelled', 'Stopped; the same command goes on from here.');
    const batch = nextBatch(lines, takes.length);
    for (const take of await speak(batch, voice, stretch * lines[takes.length]!.stretch)) {
      takes.push(take);
      onSentence?.(takes.length, lines.length);
    }
  }
  return takes;
}

function nextBatch(lines: readonly Line[], from: number): Spoken[] {
  const batch: Spoken[] = [];
  let letters = 0;
  for (const { spoken, stretch } of lines.slice(from)) {
    letters += spoken.text.length;
    if (batch.length > 0 && (letters > BATCH_LETTERS || stretch !== lines[from]!.stretch)) break;
    batch.push(spoken);
  }
  return batch;
}

export function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
