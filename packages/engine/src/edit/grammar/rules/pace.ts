/** Shorter, longer, slower, faster: a scene or the film, by feeling, by a share, or to a length. */
import { type EditOperation, PACE } from '../../operations.ts';
import { type Context, type Rule, whole } from '../context.ts';
import { refusal } from '../refuse.ts';
import { SCENE } from '../scenes.ts';

const FILM =
  '(?:(?:the )?(?:whole |entire )?(?:film|video|movie|thing|narration|voice|pace|speech|voice-?over)|it|everything|(?:the )?(?:narrator|speaker))';
const WHAT = `(?:${SCENE}|(${FILM}))`;
const SOME =
  '(?:(a (?:tiny )?bit|a little(?: bit)?|slightly|somewhat|a touch|much|a lot|far|way|considerably) )?';
const BY = '(?: by (?:about )?(\\d{1,3}) ?(%|percent|per cent|s|sec|seconds?))?';
const LENGTH = '(\\d{1,3})(?: |-)?(?:s|sec|seconds?)';

const SHORTER = 'shorter|faster|quicker|snappier|brisker|tighter';
const LONGER = 'longer|slower|calmer paced';

const PATTERNS: {
  pattern: RegExp;
  isShorter: (match: RegExpExecArray) => boolean;
  some?: number;
  by?: number;
}[] = [
  {
    pattern: whole(
      `(?:make|have|let|get|play|keep|speak|read|say) ${WHAT}(?: (?:be|go|run|last))? ${SOME}(${SHORTER}|${LONGER})${BY}`,
    ),
    isShorter: (match) => new RegExp(SHORTER, 'i').test(match[4]!),
    some: 3,
    by: 5,
  },
  {
    pattern: whole(
      `(?:speed up|shorten|tighten|trim|hurry up|accelerate|quicken) ${WHAT}(?: (a (?:tiny )?bit|a little(?: bit)?|slightly|a lot))?${BY}`,
    ),
    isShorter: () => true,
    some: 3,
    by: 4,
  },
  {
    pattern: whole(
      `(?:slow down|lengthen|extend|stretch|prolong|draw out) ${WHAT}(?: (a (?:tiny )?bit|a little(?: bit)?|slightly|a lot))?${BY}`,
    ),
    isShorter: () => false,
    some: 3,
    by: 4,
  },
  {
    pattern: whole(`(?:speed|hurry) ${WHAT} up(?: (a (?:tiny )?bit|a little(?: bit)?|slightly|a lot))?${BY}`),
    isShorter: () => true,
    some: 3,
    by: 4,
  },
  {
    pattern: whole(`slow ${WHAT} down(?: (a (?:tiny )?bit|a little(?: bit)?|slightly|a lot))?${BY}`),
    isShorter: () => false,
    some: 3,
    by: 4,
  },
  {
    pattern: whole(
      `${WHAT} (?:is|goes|runs|feels|seems) (?:(a bit|a little|slightly|much|way|far) )?too (long|slow|short|fast|quick)`,
    ),
    isShorter: (match) => /long|slow/i.test(match[4]!),
    some: 3,
  },
];

/** "Make it 10 % faster". */
const SHARE = whole(
  `(?:make|have|let|get|play|speak) ${WHAT}(?: (?:be|go|run))? (?:about )?(\\d{1,3}) ?(%|percent|per cent|s|sec|seconds?) (${SHORTER}|${LONGER})`,
);

const TO_LENGTH = [
  whole(`(?:make|have|let|get) ${WHAT}(?: (?:be|last|run))? (?:exactly |about |only )?${LENGTH}(?: long)?`),
  whole(
    `(?:shorten|lengthen|extend|cut|trim|stretch|bring|reduce) ${WHAT}(?: down)? to (?:exactly |about )?${LENGTH}`,
  ),
  whole(`${WHAT} (?:should|must) (?:last|be|take|run) (?:exactly |about |only )?${LENGTH}(?: long)?`),
];

/** Without a measure, and with "a bit" or "a lot". */
const FACTORS = {
  shorter: { some: 0.88, bit: 0.94, lot: 0.8 },
  longer: { some: 1.14, bit: 1.07, lot: 1.28 },
};

export const pace: Rule = (context) => {
  const { text, mentions } = context;
  for (const pattern of TO_LENGTH) {
    const match = pattern.exec(text);
    if (match)
      return targetsOf(match, mentions).flatMap((scene) => toLength(context, scene, Number(match[3])));
  }
  const share = SHARE.exec(text);
  if (share) {
    const shorter = new RegExp(SHORTER, 'i').test(share[5]!);
    return targetsOf(share, mentions).flatMap((scene) =>
      byMeasure(context, scene, Number(share[3]), share[4]!, shorter),
    );
  }
  for (const { pattern, isShorter, some, by } of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const shorter = isShorter(match);
    return targetsOf(match, mentions).flatMap((scene) => {
      if (by !== undefined && match[by])
        return byMeasure(context, scene, Number(match[by]), match[by + 1]!, shorter);
      return paced(scene, FACTORS[shorter ? 'shorter' : 'longer'][howMuch(match[some ?? 0])]);
    });
  }
  return undefined;
};

/** Scenes, or the film as undefined. */
function targetsOf(match: RegExpExecArray, mentions: Context['mentions']): (number | undefined)[] {
  return match[1] === undefined ? [undefined] : mentions.of(match[1]);
}

function howMuch(words: string | undefined): 'some' | 'bit' | 'lot' {
  if (!words) return 'some';
  return /much|lot|far|way|considerably/i.test(words) ? 'lot' : 'bit';
}

function paced(scene: number | undefined, factor: number): EditOperation[] {
  return [
    { op: 'set_pace', ...(scene === undefined ? {} : { scene }), factor: Math.round(factor * 1000) / 1000 },
  ];
}

function secondsOf({ film, scenes }: Context, scene: number | undefined): number {
  if (scene === undefined) return film.narration.duration;
  const { start, end } = scenes[scene - 1]!;
  return end - start;
}

function byMeasure(
  context: Context,
  scene: number | undefined,
  amount: number,
  unit: string,
  shorter: boolean,
): EditOperation[] {
  const seconds = secondsOf(context, scene);
  const share = /%|per/i.test(unit) ? amount / 100 : amount / seconds;
  return toLength(context, scene, seconds * (1 + (shorter ? -share : share)));
}

function toLength(context: Context, scene: number | undefined, wanted: number): EditOperation[] {
  const seconds = secondsOf(context, scene);
  const factor = wanted / seconds;
  if (factor >= PACE.least && factor <= PACE.most) return paced(scene, factor);
  const what = scene === undefined ? 'The film' : `Scene ${scene}`;
  const [least, most] = [Math.ceil(seconds * PACE.least), Math.floor(seconds * PACE.most)];
  throw refusal(
    `${what} lasts ${Math.round(seconds)} s; by pace alone it can last from ${least} to ${most} s, beyond that remove or add sentences.`,
  );
}
