/** Scenes as a whole: removed, moved, exchanged, split, merged, repeated; and a summary at the end. */
import type { EditOperation } from '../../operations.ts';
import { type Context, type Rule, whole } from '../context.ts';
import { refusal } from '../refuse.ts';
import { numberOf, ordinalOf, SCENE } from '../scenes.ts';

const ORDINAL =
  '(?:\\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';

const REMOVE = whole(
  `(?:remove|delete|drop|cut|skip|lose|get rid of|take out|leave out|throw out|take away) ${SCENE}(?:\\s*(?:,|and|,\\s*and)\\s*${SCENE})?(?: out)?(?: (?:entirely|completely|altogether|from the (?:film|video)))?`,
);
const GOES = whole(`${SCENE} (?:should|must|can|has to) (?:go|be (?:removed|deleted|cut|dropped))(?: away)?`);

const remove: Rule = ({ text, mentions }) => {
  const match = REMOVE.exec(text) ?? GOES.exec(text);
  if (!match) return undefined;
  return [...mentions.of(match[1]), ...mentions.of(match[2])].map((scene) => ({ op: 'remove_scene', scene }));
};

const MOVE = '(?:move|put|shift|bring|place|take)';
const AFTERWARDS = whole(
  `${MOVE} ${SCENE}(?: to)?(?: right| directly| just)? (before|in front of|ahead of|after|behind|following) ${SCENE}`,
);
const TO_END = whole(
  `${MOVE} ${SCENE} (?:to |at )?(?:the )?(?:very )?(end|back|last|beginning|start|front|first|top)(?: of the (?:film|video)| (?:place|position))?`,
);
const TO_PLACE = whole(
  `${MOVE} ${SCENE} (?:to|into|at|in)(?: the)?(?: (?:position|place|number|slot))?(?: (?:no\\.?|#))? ?(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|${ORDINAL})(?: (?:position|place))?`,
);
const TO_SCENE = whole(
  `(?:${MOVE}|make) ${SCENE} (?:(?:to|into) (?:the )?(?:position|place|slot) of |to (?:be )?|be |become )?${SCENE}`,
);
const STEP = whole(
  `${MOVE} ${SCENE} (?:(one|two|1|2|a) (?:scenes?|places?|positions?|steps?) )?(?:to )?(up|down|earlier|later|forwards?|backwards?|back)(?: by (one|two|1|2)(?: (?:scenes?|places?))?)?`,
);
const SWAP = whole(
  `(?:swap|switch|exchange|reverse) (?:the order of )?${SCENE}(?: (?:and|with|for) ${SCENE})?(?: around)?`,
);

const move: Rule = (context) => {
  const { text, mentions, scenes } = context;
  const beside = AFTERWARDS.exec(text);
  if (beside) {
    const [from, target] = [mentions.one(beside[1]), mentions.one(beside[3])];
    const isAfter = /after|behind|following/i.test(beside[2]!);
    // Its number afterwards: the scenes between close up.
    const to = isAfter ? (from < target ? target : target + 1) : from < target ? target - 1 : target;
    return moved(from, to);
  }
  const end = TO_END.exec(text);
  if (end) return moved(mentions.one(end[1]), /end|back|last/i.test(end[2]!) ? scenes.length : 1);
  const place = TO_PLACE.exec(text);
  if (place) return moved(mentions.one(place[1]), placeNumber(place[2]!, context));
  const other = TO_SCENE.exec(text);
  if (other) return moved(mentions.one(other[1]), mentions.one(other[2]));
  const step = STEP.exec(text);
  if (step) {
    const count = /two|2/i.test(step[2] ?? step[4] ?? '') ? 2 : 1;
    const from = mentions.one(step[1]);
    return moved(
      from,
      placeNumber(`${from + (/up|earlier|forward/i.test(step[3]!) ? -count : count)}`, context),
    );
  }
  return swap(context);
};

function moved(scene: number, to: number): EditOperation[] {
  if (scene === to) throw refusal(`Scene ${scene} stands there already; name another place.`);
  return [{ op: 'move_scene', scene, to }];
}

function placeNumber(word: string, { scenes }: Context): number {
  const number = Number.isNaN(numberOf(word)) ? ordinalOf(word) : numberOf(word);
  if (number >= 1 && number <= scenes.length) return number;
  throw refusal(`There is no place ${word}; the film has scenes 1 to ${scenes.length}.`);
}

const swap: Rule = ({ text, mentions }) => {
  const match = SWAP.exec(text);
  if (!match) return undefined;
  const [a, b, ...more] = [...mentions.of(match[1]), ...mentions.of(match[2])].sort((x, y) => x - y);
  if (a === undefined || b === undefined || a === b || more.length > 0)
    throw refusal('Name the two scenes to exchange by their numbers.');
  // What stood behind the first one comes first now; the second goes before it.
  return b === a + 1 ? moved(a, b) : [...moved(a, b), ...moved(b, a + 1)];
};

const SPLIT = whole(
  `(?:split|divide|break|cut) ${SCENE}(?: up)?(?: (?:in|into) (?:two|2|half|halves|two (?:scenes|parts|halves)))?(?: after (?:the )?(?:sentence (\\d{1,2})|(${ORDINAL}) sentence))?`,
);

const split: Rule = ({ text, mentions }) => {
  const match = SPLIT.exec(text);
  if (!match || (/^cut/i.test(text) && !/\b(?:two|half|halves)\b/i.test(text))) return undefined;
  const after = match[2] ? Number(match[2]) : match[3] ? ordinalOf(match[3]) : undefined;
  return [{ op: 'split_scene', scene: mentions.one(match[1]), ...(after ? { after_sentence: after } : {}) }];
};

const MERGE = whole(
  `(?:merge|combine|join|fuse|unite|put together) ${SCENE}(?: (?:and|with|into) ${SCENE})?(?: together)?(?: (?:in|into) (?:one|a single)(?: scene)?)?`,
);

const merge: Rule = ({ text, mentions }) => {
  const match = MERGE.exec(text);
  if (!match) return undefined;
  const all = [...mentions.of(match[1]), ...mentions.of(match[2])];
  if (all.length !== 2)
    throw refusal('Name the two scenes to merge by their numbers, such as scenes 2 and 3.');
  return [{ op: 'merge_scenes', scene: all[0]!, with: all[1]! }];
};

const REPEAT = whole(
  `(?:repeat|duplicate|copy|replay|show|play) ${SCENE}(?: (?:again|twice|once more|one more time))?(?: (?:(?:at )?the (end)|after ${SCENE}))?(?: of the (?:film|video))?`,
);

const repeat: Rule = ({ text, mentions, scenes }) => {
  const match = REPEAT.exec(text);
  if (!match || (/^(?:show|play)/i.test(text) && !/again|twice|more/i.test(text))) return undefined;
  const after = match[2] ? scenes.length : match[3] ? mentions.one(match[3]) : undefined;
  return [{ op: 'repeat_scene', scene: mentions.one(match[1]), ...(after ? { after } : {}) }];
};

const SUMMARY =
  '(?:summary|recap|recapitulation|conclusion|wrap-?up|closing|takeaways?|key takeaways|summing[- ]up)';
const CLOSING = [
  whole(
    `(?:add|append|include|create|make|insert|put|give (?:it|the (?:film|video)|us|me)|have) (?:a |an |the |some )?(?:(?:new|short|brief|final|last|closing|quick|little) )*(?:${SUMMARY}|${SCENE})(?: (?:scene|slide|section))?(?: (?:at|to|in) the (?:very )?end.*| (?:that|which) (?:summari[sz]es|recaps|sums).*| of .+| to (?:the|it).*| with .+)?`,
  ),
  whole(
    `(?:end|finish|close|conclude) (?:the (?:film|video) |it )?(?:with|on|by) (?:a |an )?(?:(?:short|brief|final|quick) )*(?:${SUMMARY}|summing .+)(?: (?:scene|slide))?`,
  ),
  whole(
    '(?:summari[sz]e|sum up|recap) (?:everything|it all|the (?:film|video|main points|key points)|it)?(?: ?(?:again )?at the end)?(?: of the (?:film|video))?',
  ),
];

const closing: Rule = ({ text }) => {
  const isAsked =
    CLOSING.some((pattern) => pattern.test(text)) && /summ|recap|conclu|wrap|closing|takeaway/i.test(text);
  return isAsked ? [{ op: 'add_closing' }] : undefined;
};

export const ORDER: readonly Rule[] = [closing, remove, move, split, merge, repeat];
