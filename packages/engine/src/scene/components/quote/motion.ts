/** The portrait and the dim words wait; each word lights up as it is spoken, and the ring closes on the speaker's name. */
import { draw, fade, float, pop, pulse, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { isDivided, phrasesOf } from './phrases.ts';
import type { QuoteData } from './schema.ts';

/** Words still to come, as a hint of how much there is. */
const UNSPOKEN = 0.2;
/** A word takes at most so long where the voice pauses before the next phrase, s. */
const LONGEST_WORD = 0.36;

export function moveQuote(data: QuoteData, setting: Setting): void {
  const { timeline, placed, duration } = setting;
  if (placed.has('kicker')) rise(timeline, ['kicker'], 0.05, 22);
  pop(timeline, ['portrait'], 0.1);
  pop(timeline, ['mark'], 0.3);
  lightUp(data, setting);
  const named = setting.cue('speaker');
  draw(timeline, ['ring'], named, 0.7);
  rise(timeline, present(placed, ['speaker', 'role']), named, 22);
  pulse(timeline, 'portrait', named, 1.05);
  float(timeline, 'portrait', Math.max(named, 0.9) + 0.8, duration - 0.4, 6);
}

function lightUp(data: QuoteData, setting: Setting): void {
  const { timeline, duration } = setting;
  const phrases = isDivided(data.text) ? phrasesOf(data.text) : [1];
  let word = 0;
  phrases.forEach((length, phrase) => {
    const at = setting.cue(`words.${phrase}`);
    const next = phrase + 1 < phrases.length ? setting.cue(`words.${phrase + 1}`) : duration;
    const step = Math.max(0, Math.min(LONGEST_WORD, (next - at) / length));
    for (let index = 0; index < length; index += 1) {
      const id = `word.${word}`;
      fade(timeline, [id], 0.35, 0.3);
      timeline.to(id, { opacity: UNSPOKEN }, { at: 0.35, over: 0.3 });
      timeline.to(id, { opacity: 1 }, { at: at + index * step, over: 0.22 });
      word += 1;
    }
  });
}

function present(placed: ReadonlyMap<string, unknown>, ids: string[]): string[] {
  return ids.filter((id) => placed.has(id));
}
