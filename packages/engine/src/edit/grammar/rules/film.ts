/** What belongs to the film as a whole: its title, voice, shape and style, and the last edit. */

import { understandStyle } from '../../../storyboard/style/index.ts';
import { chooseVoice } from '../../../voice/index.ts';
import { type Rule, whole } from '../context.ts';
import { refusal } from '../refuse.ts';

const FILM = '(?:film|video|movie|clip|animation|thing|it|whole (?:film|video|thing))';

const UNDO = whole(
  '(?:undo|revert|reverse|cancel|discard|roll back|take back)(?: (?:that|it|this|everything|(?:the|my|that) (?:last|latest|previous|most recent)? ?(?:edit|change|version|one)s?))?|(?:go back|return|revert|switch back|change back|change it back|put it back)(?: to)? (?:(?:the )?(?:previous|earlier|last|old|original) version|(?:how|what|the way) it was(?: before)?)|(?:restore|bring back) (?:the )?(?:previous|earlier|last|old|original) version|take (?:that|it|the last (?:edit|change)) back',
);

const undo: Rule = ({ text }) => (UNDO.test(text) ? [{ op: 'undo' }] : undefined);

const TITLE = [
  whole(
    `(?:change|set|update|rename|make|edit) (?:the )?(?:film's |video's |main |overall )?(?:title|name)(?: of the (?:film|video|movie))?(?: to(?: be| read| say)?|:| be| as| into) ?(.+)`,
  ),
  whole(`(?:call|title|name|retitle|rename) (?:the |this )?(?:film|video|movie)(?: to|:| as)? (.+)`),
  whole('(?:the )?title (?:should|must) (?:be|read|say) (.+)'),
];

const title: Rule = ({ where, text, plain }) => {
  if (where) return undefined;
  const match = TITLE.map((pattern) => pattern.exec(text)).find(Boolean);
  return match ? [{ op: 'set_title', title: plain(match[1]!) }] : undefined;
};

const TALL =
  /\b(?:9:16|9x16|9 by 16|portrait|vertical|upright|tall|tik ?tok|shorts?|reels?|stories|mobile|phones?)\b/i;
const WIDE = /\b(?:16:9|16x9|16 by 9|landscape|horizontal|wide ?screen|wide|youtube|desktop|tv)\b/i;
const SHAPE = whole(
  `(?:make|change|turn|switch|convert|set|export|render|put|use|give|show|re-?frame|resize)\\b.*?(?:${FILM}|aspect ratio|format|orientation|version|mode|layout|frame|ratio|9:16|16:9|portrait|landscape)\\b.*`,
);

const shape: Rule = ({ text, where }) => {
  if (where || !SHAPE.test(text)) return undefined;
  const words = text.replace(
    /\b(?:make|change|turn|switch|convert|set|export|render|put|use|give|show|re-?frame|resize|it|the|this|film|video|movie|clip|to|into|in|for|as|a|an|aspect|ratio|format|orientation|version|mode|layout|frame|from|instead|of|please|whole|screen|on)\b/gi,
    ' ',
  );
  const [target] = text.split(/ instead of | rather than /i);
  const [tall, wide] = [TALL.test(target!), WIDE.test(target!)];
  const left = words
    .replace(new RegExp(TALL, 'gi'), ' ')
    .replace(new RegExp(WIDE, 'gi'), ' ')
    .replace(/[\s,()]+/g, '');
  if (tall === wide || left !== '') return undefined;
  return [{ op: 'set_aspect_ratio', aspect_ratio: tall ? '9:16' : '16:9' }];
};

const VOICES = [
  whole(
    '(?:change|switch|set|make) (?:the )?(?:voice|narrator|narration|speaker|voice-?over)(?: over)?(?: to(?: be)?| be| sound(?: like)?| into)? (?:more )?(.+)',
  ),
  whole(
    '(?:use|have|give (?:it|the (?:film|video))|switch to|change to|get|take|try) (.*\\b(?:voice|narrator|speaker)s?\\b.*)',
  ),
  whole('(?:have|let) (a .+?) (?:speak|read|narrate|say)(?: (?:it|the (?:text|narration|film|video)))?'),
  whole(`(?:have )?(?:the )?${FILM}(?: should)? (?:be )?(?:narrated|spoken|read|voiced) by (.+)`),
  whole('(?:narrate|speak|read) (?:it|the (?:film|video|text)) (?:with|in|by) (.+)'),
  whole('(?:a|an) (.+ (?:voice|narrator)|(?:female|male) .*voice.*)'),
];

const voice: Rule = ({ text, where, plain }) => {
  const match = VOICES.map((pattern) => pattern.exec(text)).find(Boolean);
  if (!match) return undefined;
  const description = plain(match[1]!)
    .replace(/^(?:an?|the|some)\s+/i, '')
    .replace(/'s\b/g, '');
  if (/^(?:the )?(?:voice|narrator)$/i.test(description)) return undefined;
  if (
    /^(?:(?:much|a lot|bit|little|slightly|far|way) )*(?:slower|faster|quicker|shorter|longer|slow|fast)(?: down)?$/i.test(
      description,
    )
  )
    return undefined;
  if (where) throw refusal('The voice is that of the whole film; ask for it without naming a scene.');
  const { remarks } = chooseVoice(description.replace(/\binstead\b/gi, ''), 'explainer');
  if (remarks[0]) throw refusal(remarks[0]);
  return [{ op: 'set_voice', description }];
};

const STYLES = [
  whole(
    `(?:make|turn) (?:the )?(?:${FILM}|style|look|theme|design|visuals?|everything|background)(?: look)?(?: to| into| like| in)? (?:a |an )?(?:(?:much|bit|little|lot|slightly) )*(?:more )?(.+)`,
  ),
  whole(
    '(?:use|apply|switch to|change to|try|give (?:it|the (?:film|video))|go for|put it in|show it (?:on|in|as)) (?:a |an |the )?(.+?(?: (?:style|look|theme|mode|design|aesthetic|feel|vibe|background|colou?rs|font|type|icons?|motion|captions?|corners))?)',
  ),
  whole(
    '(?:change|set|switch) (?:the )?(?:style|look|theme|design|mode|background|font|type|typeface|motion|animation)(?: to| be|:| into) (?:be )?(?:a |an |the )?(?:more )?(.+)',
  ),
  whole('((?:add|include|show|remove|hide|turn off|turn on) (?:the )?(?:captions|subtitles).*)'),
  whole('((?:dark|light) mode)(?: please)?'),
];

/** Comparatives as the style's vocabulary has them. */
const PLAIN: Record<string, string> = {
  darker: 'dark',
  lighter: 'light',
  brighter: 'light',
  bolder: 'bold',
  calmer: 'calm',
  livelier: 'lively',
  simpler: 'simple',
  cleaner: 'clean',
  'more colourful': 'colourful',
  softer: 'muted',
};

const style: Rule = ({ text, where, plain }) => {
  for (const pattern of STYLES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const words = plain(match[1]!)
      .replace(/\b(?:remove|hide|turn off)(?: the)? (?=captions|subtitles)/i, 'no ')
      .replace(/\b[a-z]+er\b/gi, (word) => PLAIN[word.toLowerCase()] ?? word);
    const isGround = /\bbackground\b/i.test(text) && !/\bbackground\b/i.test(words);
    const prompt = isGround ? `${words} background` : words;
    const { understood, not_understood } = understandStyle(prompt);
    if (understood.length === 0) continue;
    if (not_understood.length > 0)
      throw refusal(
        `Of that style "${not_understood.join('", "')}" is not understood; say light or dark, a colour, a theme such as chalkboard or blueprint, minimal or playful, serif or bold.`,
      );
    if (where)
      throw refusal(
        'Style is that of the whole film; ask for it without naming a scene, or recolour a part of that scene.',
      );
    return [{ op: 'set_style', prompt }];
  }
  return undefined;
};

export const FILM_RULES: readonly Rule[] = [undo, title, shape, voice];
/** Tried last: nearly anything may be said of a look. */
export const STYLE_RULES: readonly Rule[] = [style];
