/**
 * Splits running text into sentences: the platform's segmenter, then the mistakes it makes on abbreviations,
 * initials and quotations put right.
 */

/** Abbreviations a name or figure follows: a full stop after them never ends a sentence. */
const BEFORE_A_NAME = new Set(
  `dr mr mrs ms prof sr jr st mt ft gen col capt lt sgt rev hon pres gov sen rep fig figs eq vol ch sec pp ed eds
   e.g i.e cf vs viz approx ca al`.split(/\s+/),
);

/** Abbreviations that stop a sentence only when a new one plainly begins. */
const OFTEN_LAST = new Set('etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));

/** Words that open a sentence far more often than they follow an abbreviation as part of a name. */
const STARTERS = new Set(
  `the a an it its this that these those he she they we you i in on at but and so or if when while then there
   what why how who where no yes for from by with as not now our your their his her each every some most many one
   two after before because`.split(/\s+/),
);

/** `"Stop!" Anna said.` is one sentence. */
const SPEAKER = /^\p{Lu}\p{L}* (?:said|asked|cried|says|asks)\b/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of `text`, trimmed, white space within them collapsed; none is empty. */
export function splitSentences(text: string): string[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(flat)) {
    const piece = segment.trim();
    if (!piece) continue;
    const last = sentences.at(-1);
    if (last !== undefined && runsOn(last, piece)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences.flatMap(splitMissed);
}

/** True when the segmenter broke between `before` and `after` although the sentence goes on. */
function runsOn(before: string, after: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(after)) return true;
  if (!/[\p{L}\p{N}]/u.test(before)) return true;
  if (/^["'”’)\]]*\p{Ll}/u.test(after)) return true;
  if (/[?!]["”’]$/.test(before) && SPEAKER.test(after)) return true;
  const stopped = /(?:^|[\s("'“‘[])([\p{L}.]+)\.$/u.exec(before)?.[1];
  if (stopped === undefined) return false;
  const word = stopped.toLowerCase();
  if (BEFORE_A_NAME.has(word)) return true;
  if (word === 'no' && /^\d/.test(after)) return true;
  const first = /^["'“‘([]*([\p{L}\p{N}]+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
  if (OFTEN_LAST.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !STARTERS.has(first);
  // A single capital is an initial ("J. Watt", "George W. Bush"), except "I" and a letter that ends a common
  // noun ("vitamin C.") or comes before a plain new sentence.
  const isNamed = /(?:^|[\p{Lu}.]\S*\s)["'“‘(]*\p{Lu}\.$/u.test(before);
  return isNamed && stopped !== 'I' && !STARTERS.has(first);
}

/** Breaks the segmenter overlooked: a stop, a closing quote and a capital. */
function splitMissed(sentence: string): string[] {
  return sentence.split(/(?<=\p{Ll}\.["”’)]) (?=["“‘(]?\p{Lu})/u);
}
