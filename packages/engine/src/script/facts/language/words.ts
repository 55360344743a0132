/**
 * The closed word lists the keyless planner reads by: words that join, hedge, point back or carry no content.
 * Everything else in a text is content, and content is never invented.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Function words: they may be added, dropped or exchanged without a new claim. */
export const FUNCTION_WORDS = list(`
  a an the this that these those it its they them their theirs he him his she her hers we us our ours you your yours
  i me my mine who whom whose which what when where why how there here one ones some any each every both either
  neither all none such same other another more most much many few less least
  is are was were be been being am has have had having do does did done can could will would shall should may might must
  of in on at by for with from to into onto over under above below between among across through during before after
  until since about against along around behind beside beyond near off out up down per via as than like without within
  and or but nor so yet if because while although though unless whereas then therefore thus hence however
  not no never only also too very just even still already again once`);

/** Words the script may add although the material does not have them: they order and join, and claim nothing. */
export const CONNECTIVES = list(`
  first second third fourth fifth sixth seventh eighth next then finally last lastly after before now
  and or but so because that is are was were in on for of to the a an it this there by means remember equals plus minus
  times over square root squared cubed formula example versus with about come has
  million billion thousand percent euros dollars pounds yen`);

/** A sentence that begins with one of these points back at what came before it. */
export const POINTING_BACK = list(`
  it its they them their he she his her this that these those such another both neither either each others here there
  however therefore thus hence instead meanwhile otherwise moreover furthermore additionally similarly likewise
  consequently nevertheless nonetheless also but and so yet then or nor still finally next afterwards later
  second third fourth fifth lastly too otherwise conversely`);

/** Words that turn or narrow a statement: what they govern is never cut away, and they are never cut off. */
export const TURNING = list(`
  not no never only unless except without if hardly barely scarcely neither nor cannot nobody nothing none rarely seldom
  almost nearly may might could allegedly supposedly probably possibly perhaps reportedly fewer instead rather
  don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't hasn't haven't`);

export const PREPOSITIONS = list(`
  of in on at by for with from to into onto over under above below between among across through during before after until
  since about against along around behind beside beyond near off out up down per via as than like without within inside
  outside toward towards despite upon`);

export const DETERMINERS = list(
  'a an the this that these those my your his her its our their each every some any no another both all half',
);

export const PRONOUNS = list(
  'it they he she we you i this that these those there them him us me who which what everyone everything someone something one',
);

/** Words a label must not end on: something would be missing after them. */
export const DANGLING = list(`
  a an the this these those my your his her its our their each every of in on at by for with from to into onto over under
  between among across through during before after until since about against than as and or but nor so yet if because
  while although though unless whereas which who whose whom what when where why how is are was were be been being am has
  have had will would shall should may might must can could do does did not no never only very more most less least too
  also just even such per via like without within up enough`);

export const isContent = (word: string): boolean =>
  !FUNCTION_WORDS.has(word.toLowerCase()) && /[\p{L}\p{N}]/u.test(word);

/** The words of a text, lower case, without punctuation; figures keep their marks ("1.2", "10-year" is two words). */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:'[\p{L}]+)*/gu) ?? []
  );
}

export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
