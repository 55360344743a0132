/** Pictures replaced or removed, and colours of the film, of a scene, and of a thing in it. */
import { findIcon } from '../../../assets/index.ts';
import type { Palette } from '../../../brief/brief.ts';
import { COLOUR_NAMES, colourOf } from '../../../storyboard/style/colours.ts';
import { colourFields, namesAround, textFields } from '../../apply/fields.ts';
import type { EditOperation, OperationOf } from '../../operations.ts';
import { type Rule, scopeOf, whole } from '../context.ts';
import { bare, picturesCalled, placesWith, type Seen } from '../find.ts';
import { refusal } from '../refuse.ts';
import { namesOf, SCENE } from '../scenes.ts';

const PICTURE = '(?:icon|picture|image|symbol|emoji|drawing|illustration|pictogram)';

const REPLACES: { pattern: RegExp; from: number; to: number }[] = [
  {
    pattern: whole(
      `(?:replace|swap|change|exchange|turn|substitute|switch|make) (?:the )?(?:${PICTURE} (?:of|for) )?(.+?) (?:with|to|by|into|for)(?: be)?(?: (?:a|an|the|some|another))? (?:${PICTURE} of (?:a |an |the )?)?(.+)`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: whole(
      `(?:use|show|put|draw|take) (?:a |an |the )?(?:${PICTURE} of (?:a |an |the )?)?(.+?) (?:instead of|in place of|rather than|for) (?:the |a |an )?(.+)`,
    ),
    from: 2,
    to: 1,
  },
  { pattern: whole(`make (?:the )?(.+?) (?:a|an) (.+)`), from: 1, to: 2 },
];

const replace: Rule = (context) => {
  const { rest, plain } = context;
  for (const { pattern, from, to } of REPLACES) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const [old, fresh] = [plain(match[from]!), noun(plain(match[to]!))];
    const isPicture = new RegExp(`\\b${PICTURE}\\b`, 'i').test(rest);
    const found = picturesCalled(old, scopeOf(context));
    const isThing =
      isPicture ||
      /\b(?:with|to|by|into|for) (?:a|an|another|some) /i.test(rest) ||
      /^(?:use|show|put|draw) (?:a|an) /i.test(rest);
    if (/\uE000/.test(match[from]!) && !isPicture) return undefined;
    // Words that are quoted or stand there as such are words.
    if (!isThing && (found.length === 0 || placesWith(old, scopeOf(context)).isWhole)) return undefined;
    if (found.length === 0) {
      if (!isPicture) return undefined;
      throw refusal(
        `No picture of "${noun(old)}" was found ${context.where ? `in scene ${context.where.join(', ')}` : 'in the film'}; name one that is shown.`,
      );
    }
    if (colourOf(fresh)) return undefined;
    const scenes = [...new Set(found.map(({ scene }) => scene))];
    if (scenes.length > 1 && !context.where) {
      const where = context.scenes.filter(({ number }) => scenes.includes(number));
      throw refusal(`"${noun(old)}" is shown in ${namesOf(where)}; name one of them.`);
    }
    if (!findIcon(fresh, 'colour') && !findIcon(fresh, 'line'))
      throw refusal(`There is no picture of "${fresh}"; name something more common.`);
    return found.map(({ scene, field }) => ({ op: 'replace_picture', scene, field, picture: fresh }));
  }
  return undefined;
};

function noun(text: string): string {
  return text
    .replace(new RegExp(`\\s+${PICTURE}$`, 'i'), '')
    .replace(/^(?:the|a|an)\s+/i, '')
    .trim();
}

const removePicture: Rule = (context) => {
  const match = whole(
    `(?:remove|delete|drop|hide|take out|leave out|get rid of) (?:the )?(?:${PICTURE} of (?:the |a |an )?)?(.+)`,
  ).exec(context.rest);
  if (!match) return undefined;
  const name = noun(context.plain(match[1]!));
  const found = picturesCalled(name, scopeOf(context));
  if (found.length === 0) return undefined;
  if (found.length > 1) {
    const where = context.scenes.filter(({ number }) => found.some(({ scene }) => scene === number));
    throw refusal(
      `"${name}" is shown ${where.length > 1 ? `in ${namesOf(where)}` : `several times in scene ${where[0]!.number}`}; name one of them by its label.`,
    );
  }
  const { scene, field } = found[0]!;
  return [
    {
      op: 'remove_text',
      scene,
      field:
        /\.\d+\.icon$/.test(field) && namesAround(context.scenes[scene - 1]!.data, field).length === 0
          ? field.replace(/\.icon$/, '')
          : field,
    },
  ];
};

const COLOUR = `(?:(?:light|dark|deep|bright|pale|warm|cool|nice|strong) )?(#[0-9a-f]{6}|#[0-9a-f]{3}|${COLOUR_NAMES.join('|')})`;
const FILM =
  '(?:(?:the )?(?:whole |entire )?(?:film|video|movie|colou?rs?|colou?r scheme|palette|everything|main colou?r|brand colou?r)|it)';

const ROLES: Record<string, keyof Palette> = {
  primary: 'primary',
  main: 'primary',
  brand: 'primary',
  base: 'primary',
  background: 'primary',
  secondary: 'secondary',
  second: 'secondary',
  tertiary: 'tertiary',
  third: 'tertiary',
  accent: 'accent',
  highlight: 'accent',
  highlights: 'accent',
  headline: 'accent',
};

const film: Rule = ({ text, where }) => {
  if (where) return undefined;
  const role =
    whole(
      `(?:change|set|make|turn|use|switch)(?: the)? (primary|secondary|tertiary|accent|main|brand|second|third|highlight|base)(?: colou?rs?)?(?: to| be| into|:)? ${COLOUR}`,
    ).exec(text) ??
    whole(
      `(?:use|take|put) ${COLOUR} (?:as|for) (?:the )?(primary|secondary|tertiary|accent|main|brand|second|third|highlight|base)s?(?: colou?rs?)?`,
    ).exec(text);
  if (role) {
    const [name, colour] = role[1]!.toLowerCase() in ROLES ? [role[1]!, role[2]!] : [role[2]!, role[1]!];
    return [recoloured(ROLES[name.toLowerCase()]!, colour)];
  }
  const two = whole(
    `(?:change|make|set|recolou?r|colou?r|turn|use|paint|tint|switch)(?: ${FILM})?(?: to| in| with| into|:)? ${COLOUR} (?:and|,|&) ${COLOUR}(?: colou?rs)?(?: instead)?`,
  ).exec(text);
  if (two) return [recoloured('primary', two[1]!), recoloured('accent', two[2]!)];
  const one = whole(
    `(?:change|make|set|recolou?r|colou?r|turn|paint|tint|switch) ${FILM}(?: to| in| with| into| be|:)?(?: a)?(?: more)? ${COLOUR}(?: instead)?`,
  ).exec(text);
  return one ? [recoloured('primary', one[1]!), recoloured('accent', one[1]!)] : undefined;
};

function recoloured(role: OperationOf<'recolour_film'>['role'], name: string): EditOperation {
  return { op: 'recolour_film', role, colour: colourOf(name)! };
}

type Tone = OperationOf<'recolour_part'>['colour'];
/** Which part a colour plays where colours have meanings. */
const TONES: Record<string, Tone> = {
  red: 'danger',
  crimson: 'danger',
  scarlet: 'danger',
  danger: 'danger',
  dangerous: 'danger',
  bad: 'danger',
  warning: 'danger',
  green: 'good',
  emerald: 'good',
  good: 'good',
  safe: 'good',
  grey: 'neutral',
  gray: 'neutral',
  neutral: 'neutral',
  plain: 'neutral',
  normal: 'neutral',
  accent: 'now',
  'the accent colour': 'now',
  highlighted: 'now',
};
const BODIES: readonly Tone[] = ['yellow', 'red', 'blue', 'green', 'orange', 'purple', 'white', 'grey'];

const PART = whole(
  `(?:make|colou?r|paint|turn|recolou?r|tint|set|change|mark) (?:the )?(?:colou?r of (?:the )?)?(.+?)(?: (?:in|to|into|as|be))? (?:the )?(${Object.keys(TONES).join('|')}|${BODIES.join('|')}|${COLOUR_NAMES.join('|')})`,
);
const LIGHT = whole('(?:highlight|emphasi[sz]e|stress|accent|accentuate) (?:the )?(.+)');

const part: Rule = (context) => {
  const { text, rest, plain, mentions } = context;
  const scene = whole(
    `(?:make|colou?r|paint|turn|recolou?r|tint) ${SCENE}(?: (?:in|to|into|all))? (${Object.keys(TONES).join('|')}|${COLOUR_NAMES.join('|')})`,
  ).exec(text);
  if (scene) {
    return mentions.of(scene[1]).map((number) => {
      const colour = TONES[scene[2]!.toLowerCase()];
      if (!colour) throw tonesOnly(scene[2]!);
      if (
        colourFields(context.scenes[number - 1]!.component, context.scenes[number - 1]!.data, colour)
          .length === 0
      )
        throw refusal(`Nothing in scene ${number} can be coloured; recolour the film instead.`);
      return { op: 'recolour_part', scene: number, colour };
    });
  }
  const light = LIGHT.exec(rest);
  const match = light ?? PART.exec(rest);
  if (!match) return undefined;
  const name = plain(match[1]!).replace(/\s+(?:in|to)$/i, '');
  const word = light ? 'accent' : match[2]!.toLowerCase();
  const places = scopeOf(context).flatMap((one) => coloursOf(name, word, one));
  if (places.length === 0) {
    const isThere = scopeOf(context).some((one) => isNamed(name, one));
    if (isThere && !light) throw tonesOnly(word);
    return undefined;
  }
  if (places.length > 1) {
    const where = context.scenes.filter(({ number }) => places.some((place) => place.scene === number));
    throw refusal(
      `"${name}" is shown ${where.length > 1 ? `in ${namesOf(where)}` : `several times in scene ${where[0]!.number}`}; name one of them.`,
    );
  }
  return [{ op: 'recolour_part', ...places[0]! }];
};

function tonesOnly(word: string): Error {
  return refusal(
    `Parts of a scene are coloured by what they mean: green is good, red is danger, grey is neutral, and one may be highlighted; "${word}" cannot be had there, so recolour the film instead.`,
  );
}

function isNamed(name: string, { data }: Seen): boolean {
  return textFields(data).some(({ text }) => bare(text) === bare(name));
}

/** Where a thing of that name has its colour. */
function coloursOf(
  name: string,
  word: string,
  { number, component, data }: Seen,
): { scene: number; field: string; colour: Tone }[] {
  const sought = bare(name);
  const wanted = [BODIES.find((body) => body === word.replace('gray', 'grey')), TONES[word]].filter(
    (one): one is Tone => one !== undefined,
  );
  for (const colour of wanted) {
    const fields = colourFields(component, data, colour).filter((field) =>
      namesAround(data, field).some(
        (one) => bare(one) === sought || bare(one) === sought.replace(/^the /, ''),
      ),
    );
    const own = fields.filter((field) =>
      BODIES.includes(colour) ? field.endsWith('.colour') : field.endsWith('.tone'),
    );
    if (own.length > 0) return own.map((field) => ({ scene: number, field, colour }));
  }
  return [];
}

export const PICTURES: readonly Rule[] = [replace];
export const REMOVED: readonly Rule[] = [removePicture];
export const COLOURS: readonly Rule[] = [film, part];
