/** Words: a headline, a remark, a label, a sentence; changed, removed or added, or a term renamed everywhere. */

import { replaceTerm } from '../../apply/terms.ts';
import type { EditOperation } from '../../operations.ts';
import { QUOTED } from '../clauses.ts';
import { type Context, type Rule, scopeOf, whole } from '../context.ts';
import { bare, type Place, placesOf, placesWith, type Seen } from '../find.ts';
import { refusal } from '../refuse.ts';
import { namesOf, ordinalOf } from '../scenes.ts';

const CHANGE = '(?:change|set|update|rewrite|rename|edit|make|replace|correct|fix|turn)';
const TO =
  '(?: ?:| to(?: be| read| say)?| so (?:that )?it (?:says|reads)| say| read| as| with| by| into| be)';
const HEADLINE = '(?:headline|heading|header|title|head)';
const REMARK =
  '(?:remark|footnote|caption|side note|note|small text|small line|line below|bottom line|bottom text)';
const NTH = '(first|second|third|fourth|fifth|sixth|last|final|only)';

/** The only scene in question. @throws ChalktalkError `bad_edit` naming the choice */
function sceneOf({ where, scenes }: Context, what: string): Seen {
  if (where?.length === 1) return scenes[where[0]! - 1]!;
  throw refusal(`In which scene? Name one for ${what}: ${namesOf(scenes)}.`);
}

const headline: Rule = (context) => {
  const match =
    whole(`${CHANGE} (?:the )?${HEADLINE}(?: text)?${TO} (.+)`).exec(context.rest) ??
    whole(`(?:the )?${HEADLINE} (?:should|must) (?:be|say|read) (.+)`).exec(context.rest);
  if (!match) return undefined;
  const { number } = sceneOf(context, 'the headline');
  return [{ op: 'set_text', scene: number, field: 'headline', text: context.plain(match[1]!) }];
};

const remark: Rule = (context) => {
  const { rest, plain } = context;
  const change = whole(`${CHANGE} (?:the )?${REMARK}${TO} (.+)`).exec(rest);
  if (change) {
    const scene = sceneOf(context, 'the remark');
    const has = scene.remark !== undefined;
    return [
      has
        ? { op: 'set_text', scene: scene.number, field: 'remark', text: plain(change[1]!) }
        : { op: 'add_text', scene: scene.number, to: 'remark', text: plain(change[1]!) },
    ];
  }
  if (whole(`(?:remove|delete|drop|cut|hide|get rid of|take out|leave out) (?:the )?${REMARK}`).test(rest)) {
    const withRemark = scopeOf(context).filter((scene) => scene.remark !== undefined);
    if (context.where === undefined && withRemark.length === 1)
      return [{ op: 'remove_text', scene: withRemark[0]!.number, field: 'remark' }];
    const scene = sceneOf(context, 'the remark');
    if (scene.remark === undefined)
      throw refusal(`Scene ${scene.number} has no remark; name a scene that has one.`);
    return [{ op: 'remove_text', scene: scene.number, field: 'remark' }];
  }
  const add =
    whole(
      `(?:add|put|include|insert|write|show) (?:a |the )?(?:(?:small|short|little|quiet) )?${REMARK}(?: (?:that )?(?:saying|says|reading|reads)| below| with the text|:| of)* ?:? ?(.+)`,
    ).exec(rest) ?? whole(`(?:add|put|include|insert|write) (.+?) as (?:a |the )?${REMARK}`).exec(rest);
  if (!add) return undefined;
  return [
    { op: 'add_text', scene: sceneOf(context, 'the remark').number, to: 'remark', text: plain(add[1]!) },
  ];
};

function indexOf(nth: string, scene: Seen): number {
  const count = scene.sentences.length;
  if (/only/i.test(nth) && count > 1)
    throw refusal(`Scene ${scene.number} says ${count} sentences; name the first, second or last.`);
  const index = /last|final/i.test(nth) ? count - 1 : /only/i.test(nth) ? 0 : ordinalOf(nth) - 1;
  if (index < count) return index;
  throw refusal(
    `Scene ${scene.number} says ${count === 1 ? 'a single sentence' : `${count} sentences`}; name one of them.`,
  );
}

const sentence: Rule = (context) => {
  const { rest, plain } = context;
  const change = whole(`${CHANGE} (?:the )?${NTH} (?:spoken )?(?:sentence|line)${TO} (.+)`).exec(rest);
  if (change) {
    const scene = sceneOf(context, 'the sentence');
    return [
      {
        op: 'set_text',
        scene: scene.number,
        field: `sentence.${indexOf(change[1]!, scene)}`,
        text: finished(plain(change[2]!)),
      },
    ];
  }
  const gone = whole(
    `(?:remove|delete|drop|cut|skip|get rid of|take out|leave out) (?:the )?${NTH} (?:spoken )?(?:sentence|line)`,
  ).exec(rest);
  if (gone) {
    const scene = sceneOf(context, 'the sentence');
    return [{ op: 'remove_text', scene: scene.number, field: `sentence.${indexOf(gone[1]!, scene)}` }];
  }
  const add =
    whole(
      '(?:add|append|insert|put|include) (?:a |another |one more |the )?(?:new |short |spoken |further )?(?:sentence|line)(?: (?:that )?(?:saying|says|reading|reads|like)| at the end| to (?:the )?(?:narration|text|voice-?over))*(?: ?:| that)? (.+)',
    ).exec(rest) ??
    whole('(?:add|append) (.+?) to (?:the )?(?:narration|voice-?over|spoken text|script)').exec(rest) ??
    whole(
      '(?:also )?(?:say|mention|tell)(?: also)?(?: ?:| that| the viewers? that)? (.+?)(?: too| as well)?',
    ).exec(rest);
  if (!add || / instead of | rather than /i.test(rest)) return undefined;
  return [
    {
      op: 'add_text',
      scene: sceneOf(context, 'the new sentence').number,
      to: 'narration',
      text: finished(capital(plain(add[1]!))),
    },
  ];
};

function finished(text: string): string {
  return /[.!?…]["')]?$/.test(text) ? text : `${text}.`;
}

const capital = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const EVERYWHERE =
  '(?:everywhere|throughout(?: the (?:whole )?(?:film|video))?|(?:in|across|through) (?:the )?(?:all|every|each|whole|entire)(?: of the)? ?(?:scenes?|film|video)?|in the (?:whole |entire )?(?:film|video)|all over|always|every time|all occurrences|consistently)';
const TERM =
  '(?:(?:the |every |all )?(?:words?|terms?|names?|phrases?|occurrences?(?: of)?|mentions?(?: of)?|instances?(?: of)?) )?';

const RENAMES: { pattern: RegExp; from: number; to: number }[] = [
  {
    pattern: whole(
      `(?:rename|replace|change|swap|call|substitute|turn|update) ${TERM}(.+?) (?:to|with|by|into|as|for) (.+?),? ${EVERYWHERE}`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: whole(
      `${EVERYWHERE},? (?:rename|replace|change|swap|substitute) ${TERM}(.+?) (?:to|with|by|into) (.+)`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: whole(
      `(?:replace|change|rename) (?:all|every|each) (?:occurrences?|mentions?|instances?)? ?(?:of )?(?:the (?:word|term) )?(.+?) (?:to|with|by|into) (.+)`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: whole(
      `(?:rename|replace|change) (?:the )?(?:word|term|name|phrase) (.+?) (?:to|with|by|into|as) (.+)`,
    ),
    from: 1,
    to: 2,
  },
  { pattern: whole(`rename (.+?) (?:to|into|as) (.+)`), from: 1, to: 2 },
  {
    pattern: whole(
      `(?:say|use|write)(?: the (?:word|term))? (.+?) (?:instead of|rather than|in place of|not)(?: the (?:word|term))? (.+?)(?:,? ${EVERYWHERE})?`,
    ),
    from: 2,
    to: 1,
  },
  {
    pattern: whole(
      `(?:always |everywhere )?call (?:the |a |an )?(.+?) (?:an? |the )?(${QUOTED})(?:,? ${EVERYWHERE})?(?: instead)?`,
    ),
    from: 1,
    to: 2,
  },
];

const rename: Rule = (context) => {
  const { plain, where, text, rest } = context;
  for (const { pattern, from, to } of RENAMES) {
    const match = pattern.exec(where ? rest : text) ?? pattern.exec(rest);
    if (!match) continue;
    const [old, fresh] = [plain(match[from]!), plain(match[to]!)];
    if (
      /\b(?:icon|picture|image|symbol|emoji|headline|title|remark|sentence|voice|colou?r)\b/i.test(
        match[from]!,
      )
    )
      return undefined;
    // A picture by that name is not a word.
    if (/^(?:an?|the) /i.test(match[to]!)) return undefined;
    const places = scopeOf(context)
      .flatMap(placesOf)
      .filter((place) => replaceTerm(place.text, old, fresh)[1] > 0);
    if (places.length === 0)
      throw refusal(
        `"${old}" is neither written nor spoken ${where ? 'there' : 'in the film'}; name words that are.`,
      );
    const scenes = where ?? [undefined];
    return scenes.map((scene) => ({
      op: 'rename_term',
      from: old,
      to: fresh,
      ...(scene === undefined ? {} : { scene }),
    }));
  }
  return undefined;
};

const LABEL =
  '(?:the )?(?:label|text|word|words|phrase|line|caption|item|point|step|bullet|message|name|value|number|figure|date|year|sentence|narration|term|node|button|tag)?s? ?';

/** "Change X to Y", wherever X stands; never where it could be several things. */
const change: Rule = (context) => {
  const { rest, plain } = context;
  const match =
    whole(
      `(?:change|replace|update|edit|correct|fix|rewrite|swap|turn) ${LABEL}(.+?) (?:to(?: read| say| be)?|with|by|into) (.+)`,
    ).exec(rest) ??
    whole(`(?:write|put|show|say|use) (.+?) (?:instead of|rather than|in place of) (.+)`).exec(rest);
  if (!match) return undefined;
  const isReversed = /^(?:write|put|show|say|use)/i.test(rest);
  const [old, fresh] = [plain(match[isReversed ? 2 : 1]!), plain(match[isReversed ? 1 : 2]!)];
  if (old === '' || fresh === '') return undefined;
  const { places, isWhole } = placesWith(old, scopeOf(context));
  if (places.length === 0) return undefined;
  const numbers = [...new Set(places.map(({ scene }) => scene))];
  if (numbers.length > 1) throw severalPlaces(old, places, context);
  if (isWhole && places.length === 1) {
    const { scene, field } = places[0]!;
    return [{ op: 'set_text', scene, field, text: field.startsWith('sentence.') ? finished(fresh) : fresh }];
  }
  return [{ op: 'rename_term', from: old, to: fresh, scene: numbers[0]! }];
};

function severalPlaces(words: string, places: readonly Place[], { scenes }: Context): Error {
  const where = scenes.filter(({ number }) => places.some(({ scene }) => scene === number));
  return refusal(`"${words}" stands in ${namesOf(where)}; name one of them, or say "everywhere".`);
}

const remove: Rule = (context) => {
  const { rest, plain } = context;
  const match = whole(
    `(?:remove|delete|drop|cut|erase|get rid of|take out|leave out|hide) ${LABEL}(.+?)`,
  ).exec(rest);
  if (!match) return undefined;
  const words = plain(match[1]!).replace(/^(?:the|a|an)\s+(?=\S)/i, '');
  const exact = placesWith(plain(match[1]!), scopeOf(context));
  const { places, isWhole } = exact.places.length > 0 ? exact : placesWith(words, scopeOf(context));
  if (places.length === 0) return undefined;
  const numbers = [...new Set(places.map(({ scene }) => scene))];
  if (numbers.length > 1) throw severalPlaces(words, places, context);
  const [place] = isWhole ? places.filter(({ field }) => field !== 'headline').concat(places) : places;
  if (place!.field === 'headline') throw refusal('A scene needs its headline; say what it shall be instead.');
  if (!isWhole) return cutOut(words, places);
  return [{ op: 'remove_text', scene: place!.scene, field: entryOf(place!.field) }];
};

/** Words within a text are cut out of it only where they stand once. */
function cutOut(words: string, places: readonly Place[]): EditOperation[] {
  const [place] = places;
  if (places.length > 1)
    throw refusal(
      `"${words}" stands in several texts of scene ${place!.scene}; quote the whole sentence or label.`,
    );
  const [left] = replaceTerm(place!.text, words, '\uE004');
  const text = left
    .replace(/\s*,?\s*\uE004/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare(text) === '') return [{ op: 'remove_text', scene: place!.scene, field: entryOf(place!.field) }];
  return [
    {
      op: 'set_text',
      scene: place!.scene,
      field: place!.field,
      text: place!.field.startsWith('sentence.') ? capital(text) : text,
    },
  ];
}

/** An entry of a list goes with its name: `data.items.2.text` → `data.items.2`. */
export function entryOf(field: string): string {
  return field.replace(/\.(?:text|label|name)$/, (ending) => (/\.\d+\.\w+$/.test(field) ? '' : ending));
}

const add: Rule = (context) => {
  const { rest, plain } = context;
  const match =
    whole(
      '(?:add|append|insert|include|put) (?:an?other |a |an |the |one more )?(?:new )?(?:item|point|bullet|bullet point|step|entry|label|card|line)(?: (?:called|named|saying|labelled|labeled|for|with the text|that says|reading))? ?:? ?(.+?)(?: (?:to|in|on) (?:the )?(?:list|picture|points|steps))?',
    ).exec(rest) ??
    whole(
      '(?:add|append|insert|include|put) (.+?) (?:to|in|on) (?:the )?(?:list|items|points|steps|bullets)',
    ).exec(rest) ??
    whole(
      '(?:add|append|insert|include|put) (.+?) as (?:an?other |a |an |the )?(?:new |last |further )?(?:item|point|bullet|step|entry)',
    ).exec(rest) ??
    whole(`(?:add|append|insert|include) (?:the (?:text|words|label) )?(${QUOTED})`).exec(rest);
  if (!match) return undefined;
  const text = plain(match[1]!);
  return [{ op: 'add_text', scene: sceneOf(context, `"${text}"`).number, to: 'list', text: capital(text) }];
};

export const FIELDS: readonly Rule[] = [headline, remark, sentence];
export const TERMS: readonly Rule[] = [rename];
export const WORDS: readonly Rule[] = [change, remove, add];
