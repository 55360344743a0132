/**
 * Which language a text is in, as far as a voice has to know: an English voice would mumble German or Spanish, whose
 * letters it can all read. Told by little words, which no text of some length does without.
 */

const LITTLE: Readonly<Record<string, string>> = {
  English: `the of and to is that it for are with as be this from by which at not have has can when where what how its
    into than then they their there these those you your we our if so no more most each one all was were will would
    does do makes make made very because about through between over every only other some two`,
  German: `der die das und ist nicht ein eine einen einem einer den dem des mit für auf von zu im sich werden wird auch
    es sie wir ich bei als aus wie nach oder aber durch kann sind hat haben wenn dann noch nur über so zum zur dass`,
  French: `le les des et est une un du dans que qui pour pas sur avec ce cette ces sont par plus se sa ses il elle nous
    vous mais ou où aux au être leur comme très peut fait d'un d'une l'eau c'est n'est quand`,
  Spanish: `el los las y es una un del que en por para con se su sus como más pero son al lo este esta estos está cuando
    donde también entre muy hay puede ser cada sin sobre desde todo`,
  Italian: `il gli e è una un del della dei delle che di per con non si da nel nella come più ma sono al alla questo
    questa anche quando dove ogni può essere tra dopo molto`,
  Portuguese: `o os as e é uma um do da dos das que em por para com não se na no nas nos como mais mas são ao à este esta
    também quando onde entre muito pode ser cada sem sobre`,
  Dutch: `de het een en van is niet met voor op dat die te zijn er aan door bij ook als maar om naar uit wordt worden
    kan wat deze dit nog wel hun dan onder over heeft hebben`,
  Swedish: `och är en ett som att det den på av för med inte till om har från de kan så när eller men också var vid`,
  Polish: `i w na z do się nie że jest to jak po dla od ze przez oraz są być który która które może gdy tylko`,
  Turkish: `ve bir bu için ile de da çok olarak olan gibi daha ne ya ki her en kadar sonra değil ise`,
};

const languages = Object.entries(LITTLE).map(([name, words]) => ({
  name,
  words: new Set(words.split(/\s+/)),
}));

/** Fewer words than this say nothing certain. */
const LEAST_WORDS = 5;
const LEAST_HITS = 3;

/** The language that more little words belong to than to English; `English` where that is not plain. */
export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if (words.length < LEAST_WORDS) return 'English';
  const counted = languages.map(({ name, words: little }) => ({
    name,
    hits: words.filter((word) => little.has(word.replace('’', "'"))).length,
  }));
  const english = counted.find(({ name }) => name === 'English')!.hits;
  const [best] = counted.sort((a, b) => b.hits - a.hits);
  return best!.hits >= LEAST_HITS && best!.hits > english * 1.25 ? best!.name : 'English';
}
