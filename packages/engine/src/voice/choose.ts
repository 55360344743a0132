/**
 * A voice from words: "a calm female voice, slow" → which of flite's voices, and how fast.
 */
import type { VideoType } from '../brief/brief.ts';
import type { FliteVoice } from './flite.ts';

export interface Choice {
  name: FliteVoice;
  /** 1 is the voice's own pace; larger is faster. */
  pace: number;
  /** The same, with `rms` for measure: what estimates of length take, whichever voice speaks. */
  tempo: number;
  /** What was asked for and cannot be had, for the person asking. */
  remarks: string[];
}

/** The tempo at which an independent recogniser understood `rms` best (`bench/voice-wer.ts`): 148 words a minute. */
export const CLEAR_TEMPO = 1.031;

/** How much faster than `rms` each voice speaks of its own accord; measured on 29 sentences of the notes. */
const OWN_SPEED: Readonly<Record<FliteVoice, number>> = { rms: 1, slt: 1.148, awb: 1.141, kal16: 1.238 };

const DEFAULT_VOICE: FliteVoice = 'rms';
/** Lively kinds of film are spoken a little faster, stories a little slower. */
const TEMPO_OF_TYPE: Readonly<Record<VideoType, number>> = {
  instructional: 1,
  explainer: 1,
  corporate: 1,
  marketing: 1.03,
  narrative: 0.97,
  social: 1.05,
};

const VOICES: readonly (readonly [words: RegExp, name: FliteVoice])[] = [
  [/\b(?:robot\w*|synthetic|computer|machine|retro|8-?bit)\b/, 'kal16'],
  [/\b(?:scot\w*|british|uk|english accent|irish|european)\b/, 'awb'],
  [/\b(?:female|woman|women|girl|lady|she|her|feminine|mother|mum|mom|grandmother|slt|actress)\b/, 'slt'],
  [/\b(?:male|man|men|guy|boy|gentleman|he|his|masculine|father|dad|grandfather|rms)\b/, 'rms'],
];
const NAMED: readonly FliteVoice[] = ['rms', 'slt', 'awb', 'kal16'];

const TEMPOS: readonly (readonly [words: RegExp, factor: number])[] = [
  [/\b(?:very slow(?:ly)?|slowest)\b/, 0.86],
  [/\b(?:very fast|very quick(?:ly)?|fastest|rapid|hurried)\b/, 1.15],
  [/\b(?:slow|slower|slowly|unhurried|leisurely)\b/, 0.92],
  [/\b(?:fast|faster|quick|quickly|brisk|snappy|speedy)\b/, 1.09],
  [/\b(?:energetic|lively|upbeat|excited|enthusiastic|dynamic|young|youthful|playful|bright|punchy)\b/, 1.04],
  [
    /\b(?:calm|calming|relaxed|soothing|gentle|soft|deep|serious|solemn|wise|old|older|elderly|mature|measured|bedtime)\b/,
    0.96,
  ],
];

/** Words that describe what every voice here is, or carry no wish of their own. */
const UNDERSTOOD = new Set(
  (
    'a an the and or but with of in to for like as is it that who this very voice voices narrator narration speaker sound ' +
    'sounds sounding tone style speak speaks speaking spoken please use want i we me my some kind clear clearly natural ' +
    'neutral normal standard default american us english accent professional friendly warm confident pleasant medium ' +
    'pace paced speed tempo not too bit little slightly somewhat rather quite more less than usual educational ' +
    'documentary explainer teacher authoritative'
  ).split(' '),
);

/** Never fails: what was not understood is said in `remarks`. */
export function chooseVoice(description: string | undefined, videoType: VideoType): Choice {
  const text = (description ?? '').toLowerCase().replace(/[’]/g, "'");
  const without = text.replace(
    /\b(?:not|no|nor|without|never|isn't)\s+(?:too\s+|very\s+|so\s+|a\s+)*([\w-]+)/g,
    ' ',
  );
  const named = NAMED.find((name) => new RegExp(`\\b${name}\\b`).test(without));
  const name = named ?? VOICES.find(([words]) => words.test(without))?.[1] ?? DEFAULT_VOICE;
  const remarks: string[] = [];
  if (name === 'awb' && /\b(?:female|woman|girl|lady)\b/.test(without)) {
    remarks.push(
      'The built-in voices have no British woman; the Scottish man speaks. Ask for "female" alone to hear a woman.',
    );
  }
  const strange = strangeWords(without);
  if (strange.length > 0) {
    const words = strange.map((word) => `"${word}"`).join(', ');
    remarks.push(
      `The built-in voices cannot follow ${words} in the voice description; they know male, female, Scottish, robotic, slow, calm, energetic and fast.`,
    );
  }
  const tempo = CLEAR_TEMPO * TEMPO_OF_TYPE[videoType] * wishedTempo(without);
  return { name, pace: tempo / OWN_SPEED[name], tempo, remarks };
}

/** The strongest wish decides; moods only shade it. */
function wishedTempo(text: string): number {
  const found = TEMPOS.filter(([words]) => words.test(text)).map(([, factor]) => factor);
  return found.reduce((best, factor) => (Math.abs(factor - 1) > Math.abs(best - 1) ? factor : best), 1);
}

function strangeWords(text: string): string[] {
  const rest = [...VOICES, ...TEMPOS].reduce(
    (left, [words]) => left.replace(new RegExp(words, 'g'), ' '),
    text,
  );
  const words = rest.match(/[\p{L}][\p{L}'-]*/gu) ?? [];
  return [
    ...new Set(words.filter((word) => !UNDERSTOOD.has(word) && !(NAMED as string[]).includes(word))),
  ].slice(0, 5);
}
