/**
 * Finds quoted words in what is spoken, whatever their case, punctuation and quotation marks.
 * Cues hang on this.
 */

/**
 * Index in `words` of the first word of the first occurrence of `say` at or after `from`; −1 when it is not there.
 * `words` are the tokens of the narration split at white space. Only whole words count; hyphens and dashes
 * divide words ("well known" finds "well-known").
 */
export function findSpoken(say: string, words: readonly string[], from = 0): number {
  const sought = bareWords(say);
  if (sought.length === 0) {
    const sign = say.trim();
    return sign === '' ? -1 : words.findIndex((word, index) => index >= from && word.includes(sign));
  }
  const heard: { bare: string; word: number }[] = [];
  for (let word = Math.max(0, from); word < words.length; word++) {
    for (const bare of bareWords(words[word]!)) heard.push({ bare, word });
  }
  for (let start = 0; start + sought.length <= heard.length; start++) {
    if (sought.every((bare, offset) => heard[start + offset]!.bare === bare)) return heard[start]!.word;
  }
  return -1;
}

/** The tokens of a narration, as `findSpoken` takes them. */
export function spokenWords(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => sentence.split(/\s+/).filter((word) => word !== ''));
}

function bareWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
