/** One term for another, wherever it is written or spoken: whole words, in the case and number they stand in. */
import { LONGEST_TEXT, type OperationOf } from '../operations.ts';
import { badEdit, type Draft, dataFor } from './draft.ts';
import { pictureFields } from './fields.ts';
import { mapTexts } from './path.ts';

/** Keys of a stage that refer to its actors, whose names are not shown. */
const ACTOR_NAMES = new Set(['from', 'to', 'on', 'along', 'above', 'below', 'at', 'do']);
/** Texts of any picture that are not words. */
const NEVER = new Set([
  'tex',
  'f',
  'source',
  'shape',
  'colour',
  'tone',
  'size',
  'kind',
  'scenery',
  'bits',
  'date',
  'until',
]);

export function renameTerm(draft: Draft, { from, to, scene }: OperationOf<'rename_term'>): void {
  let count = 0;
  const renamed = (text: string): string => {
    const [changed, times] = replaceTerm(text, from, to);
    count += times;
    // A term that holds itself grows with every instruction of a request.
    if (times > 0 && changed.length > LONGEST_TEXT)
      throw badEdit(
        `"${from}" stands in a text that would be too long with "${to}"; take a shorter term, at most ${LONGEST_TEXT} characters are said or shown at once.`,
      );
    return changed;
  };
  const sections = scene === undefined ? draft.sections : [draft.scene(scene).section];
  for (const section of sections) {
    section.headline = renamed(section.headline);
    for (const sentence of section.sentences) sentence.text = renamed(sentence.text);
    const { show } = section;
    if (!show) continue;
    if (show.remark) {
      const { text, say } = show.remark;
      show.remark = {
        text: renamed(text),
        ...(say === undefined ? {} : { say: replaceTerm(say, from, to)[0] }),
      };
    }
    const inData = (data: unknown): unknown => {
      const pictures = new Set(pictureFields(data).map(({ field }) => field));
      const changed = mapTexts(data, (text, keys) => {
        const key = keys.at(-1)!;
        const isName = NEVER.has(key) || (show.component === 'stage' && ACTOR_NAMES.has(key));
        if (isName || pictures.has(`data.${keys.join('.')}`)) return text;
        return key === 'say' ? replaceTerm(text, from, to)[0] : renamed(text);
      });
      return dataFor(show.component, changed, `"${section.headline.replaceAll('*', '')}"`);
    };
    show.data = inData(show.data);
    if (show.pieces) show.pieces = show.pieces.map(inData);
  }
  if (scene === undefined) draft.title = renamed(draft.title);
  if (count === 0) {
    const where = scene === undefined ? 'the film' : `scene ${scene}`;
    throw badEdit(`"${from}" is neither written nor spoken in ${where}; name words that are.`);
  }
}

/** The text with the term replaced, and how often. */
export function replaceTerm(text: string, from: string, to: string): [string, number] {
  let count = 0;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${spaced(from)})((?:e?s)?)(?![\\p{L}\\p{N}])`, 'giu');
  const changed = text.replace(pattern, (_, found: string, plural: string) => {
    count += 1;
    return `${inCaseOf(found, to)}${plural === '' ? '' : pluralEnding(to)}`;
  });
  return [changed, count];
}

function spaced(term: string): string {
  return term
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+');
}

/** "Router" stands at the beginning of a sentence, "ROUTER" shouts; a name keeps its capitals. */
function inCaseOf(found: string, to: string): string {
  const isShouted = found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase();
  if (isShouted && to === to.toLowerCase()) return to.toUpperCase();
  const isCapital = /^\p{Lu}/u.test(found);
  return isCapital ? to.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : to;
}

function pluralEnding(word: string): string {
  return /(?:s|x|z|ch|sh)$/i.test(word) ? 'es' : 's';
}
