/**
 * The Narration: measured speech. All times are seconds from the start of the film.
 * The audio itself (mono, 48 kHz, 32-bit float) lies beside the document.
 */
export const SAMPLE_RATE = 48_000;

export interface Narration {
  voice: VoiceUsed;
  /** Length of the film in seconds: a whole number of frames at 30 fps. */
  duration: number;
  /** One span per script section, contiguous, from 0 to `duration`, on frame boundaries: the scenes' bounds. */
  sections: SectionSpan[];
  sentences: SentenceSpan[];
  /** Every token of every sentence split at white space, in order, as captions show it. */
  words: Word[];
  /** Gain: what every sentence was amplified by, dB. */
  loudness: { integrated_lufs: number; true_peak_dbtp: number; gain_db?: number };
  /** File with the samples, relative to the document: raw little-endian float32, mono, 48 kHz. */
  audio: string;
}

export interface VoiceUsed {
  engine: 'flite';
  name: string;
  /** 1 is the voice's own pace; larger is faster. */
  pace: number;
}

export interface SectionSpan {
  section: string;
  start: number;
  end: number;
  /** How long it is spoken beside the rest of the film; default 1. */
  stretch?: number;
}

export interface SentenceSpan {
  section: string;
  text: string;
  start: number;
  end: number;
}

export interface Word {
  text: string;
  start: number;
  end: number;
  /** Index into `sections`. */
  section: number;
  /** Index into `sentences`. */
  sentence: number;
}
