/** A quotation in phrases of a few words: short enough to light up as they are spoken. */

/** Words one phrase holds at most. */
const MOST = 3;
/** Written without spaces, or from right to left: such a text lights up as a whole. */
const UNDIVIDED =
  /[\u0590-\u08ff\ufb1d-\ufefc\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export function isDivided(text: string): boolean {
  return !UNDIVIDED.test(text);
}

/** How many words each phrase of a text has: phrases end where punctuation does. */
export function phrasesOf(text: string): number[] {
  const words = wordsIn(text);
  if (!isDivided(text)) return [words.length];
  const lengths: number[] = [];
  let length = 0;
  for (const [index, word] of words.entries()) {
    length += 1;
    const left = words.length - index - 1;
    if (length === MOST || left === 0 || (/[,.;:!?…—–]["”’)]?$/.test(word) && length > 1)) {
      lengths.push(length);
      length = 0;
    }
  }
  return lengths;
}

/** The words without the asterisks that mark some of them. */
export function wordsIn(text: string): string[] {
  return text.replaceAll('*', '').split(/\s+/).filter(Boolean);
}

/** The text in two near its middle, best after punctuation, asterisks kept in pairs; undefined for a single word. */
export function halves(text: string): [string, string] | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length < 2) return undefined;
  const cost = (at: number) => {
    const isOpen = words.slice(0, at).join(' ').split('*').length % 2 === 0;
    const ends = /[,.;:!?…]$/.test(words[at - 1]!);
    return Math.abs(at - words.length / 2) + (isOpen ? 100 : 0) - (ends ? words.length / 5 : 0);
  };
  const cuts = words.slice(1).map((_, index) => index + 1);
  const at = cuts.reduce((best, cut) => (cost(cut) < cost(best) ? cut : best));
  const close = (part: string) => (part.split('*').length % 2 === 0 ? part.replaceAll('*', '') : part);
  return [close(words.slice(0, at).join(' ')), close(words.slice(at).join(' '))];
}
