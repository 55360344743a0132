/** What a text's script asks of its layout: its direction, where its lines may break, whether its letters join. */

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters drawn as one stroke: spacing would tear them apart. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}]/u;
/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By the first letter that has a direction (Unicode Bidirectional Algorithm, rules P2 and P3). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

export function areLettersJoined(text: string): boolean {
  return JOINED.test(text);
}

/** A piece of text that is not broken, and whether a line may end before it. */
export interface Unit {
  text: string;
  /** What stands between it and the unit before on the same line. */
  gap: ' ' | '';
  breakable: boolean;
}

let segmenter: Intl.Segmenter | undefined;

/** The units of a text: words, and where a script has no spaces, its words with the punctuation that clings to them. */
export function unitsOf(text: string): Unit[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word): Unit[] => {
      if (!UNSPACED.test(word)) return [{ text: word, gap: ' ', breakable: true }];
      segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
      return [...segmenter.segment(word)].map(({ segment }, index) => ({
        text: segment,
        gap: index === 0 ? ' ' : '',
        breakable: index === 0 || !/^[\p{P}\p{M}ー々]/u.test(segment),
      }));
    });
}
