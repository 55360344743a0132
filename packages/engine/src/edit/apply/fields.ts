/** What in a picture's data is written on screen, what is a picture, and what carries a colour. */
import { isShowable } from './draft.ts';
import { leaves, valueAt, withValue } from './path.ts';

/** Keys whose texts are pictures by meaning. */
const PICTURES = new Set(['icon', 'portrait', 'traveller', 'rider', 'target', 'base', 'picture']);

/** Keys whose texts choose, place or compute, and are not read as they stand. */
const INNER = new Set(
  `at shape colour tone size style bend scenery along on above below do kind as show view operation variant language
   source direction joined layout f tex mark bits weights read week_starts date until appears rider_faces lines each
   signed circle pivot centre through points of which scene id from to start slice row column layer country say`.split(
    /\s+/,
  ),
);

export interface Field {
  /** `data.items.0.text` */
  field: string;
  text: string;
}

/** Words on screen. */
export function textFields(data: unknown): Field[] {
  return fieldsOf(data, (keys) => {
    const named = keys.findLast((key) => !/^\d+$/.test(key)) ?? '';
    return !INNER.has(named) && !PICTURES.has(named);
  });
}

export function pictureFields(data: unknown): Field[] {
  return fieldsOf(data, (keys) => PICTURES.has(keys.at(-1)!));
}

function fieldsOf(data: unknown, isWanted: (keys: string[]) => boolean): Field[] {
  return [...leaves(data)].flatMap(({ keys, value }) =>
    (typeof value === 'string' || typeof value === 'number') && isWanted(keys)
      ? [{ field: `data.${keys.join('.')}`, text: String(value) }]
      : [],
  );
}

/** The words that name the thing a field belongs to: its own texts, and its name in the data. */
export function namesAround(data: unknown, field: string): string[] {
  const keys = field.split('.').slice(1, -1);
  const holder = valueAt(data, keys);
  const texts = textFields(holder).map(({ text }) => text);
  const key = keys.at(-1);
  return [...texts, ...(key && !/^\d+$/.test(key) ? [key.replaceAll('_', ' ')] : [])];
}

/** Where a tone or colour may stand in the data, whether there is one now or not: `data.items.0.tone`. */
export function colourFields(component: string, data: unknown, colour: string): string[] {
  const holders = new Set<string>();
  for (const { keys } of leaves(data))
    for (let end = 1; end < keys.length; end += 1) holders.add(keys.slice(0, end).join('.'));
  return [...holders].flatMap((holder) => {
    const keys = holder.split('.');
    if (Array.isArray(valueAt(data, keys))) return [];
    return ['colour', 'tone']
      .flatMap((name) => {
        const tried = withValue(data, [...keys, name], colour);
        return isShowable(component, tried) ? [`data.${holder}.${name}`] : [];
      })
      .slice(0, 1);
  });
}

/** Lists of things that are shown one by one, as `items`, the longest first, with what names an entry. */
export function listsOf(data: unknown): { list: string; name: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter((entry): entry is [string, Record<string, unknown>[]] => Array.isArray(entry[1]))
    .flatMap(([list, entries]) => {
      const first = entries[0];
      const name = ['text', 'label', 'name'].find(
        (key) => typeof first === 'object' && first !== null && key in first,
      );
      return name ? [{ list, name, length: entries.length }] : [];
    })
    .sort((a, b) => b.length - a.length);
}
