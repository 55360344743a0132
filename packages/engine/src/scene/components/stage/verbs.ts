/**
 * The stage's verbs: the small grammar in which a cue says what happens, read into acts.
 * Whether the actors and paths named exist is for `check.ts` to say.
 */

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A step of some px towards a side. */
export function toSide(side: Side, by: number): { x: number; y: number } {
  return {
    x: side === 'left' ? -by : side === 'right' ? by : 0,
    y: side === 'top' ? -by : side === 'bottom' ? by : 0,
  };
}

/** An actor, a row of them (`hops`) or one of a row (`hops.2`). */
export type Ref = string;

const PLAIN = [
  'lock',
  'unlock',
  'light',
  'dim',
  'glow',
  'pulse',
  'shake',
  'grow',
  'shrink',
  'cross',
  'break',
] as const;

export type Act =
  | { verb: 'enter'; actor: Ref; side?: Side }
  | { verb: 'leave'; actor: Ref; side?: Side }
  | { verb: 'move'; actor: Ref; to: Ref }
  | { verb: 'return'; actor: Ref }
  | { verb: 'swap'; actor: Ref; other: Ref }
  | { verb: 'travel'; actor: Ref; path: string; to?: Ref }
  | { verb: 'carry'; actor: Ref; by: Ref; to: Ref }
  | { verb: 'connect' | 'point'; actor: Ref; to: Ref }
  | { verb: (typeof PLAIN)[number]; actor: Ref }
  | { verb: 'talk' | 'rewrite'; actor: Ref; words: string }
  | { verb: 'count'; actor: Ref; to: string }
  | { verb: 'turn'; actor: Ref; icon: string; called?: string }
  | { verb: 'mix'; actor: Ref; other: Ref; into: Ref }
  | { verb: 'merge'; actor: Ref; others: Ref[]; into: Ref }
  | { verb: 'split'; actor: Ref; into: Ref[] };

/** What may be written, in the order in which people meet it. */
export const PHRASES: readonly string[] = [
  'enter X',
  'enter X from left',
  'leave X',
  'leave X to right',
  'move X to Y',
  'move X along P',
  'move X along P to Y',
  'return X',
  'swap X and Y',
  'carry X with Y to Z',
  'connect X to Y',
  'point X at Y',
  'talk X saying WORDS',
  'lock X',
  'unlock X',
  'light X',
  'dim X',
  'glow X',
  'pulse X',
  'shake X',
  'grow X',
  'shrink X',
  'cross X',
  'break X',
  'turn X into ICON',
  'turn X into ICON called WORDS',
  'rewrite X as WORDS',
  'count X to NUMBER',
  'mix X and Y into Z',
  'merge X into Z',
  'merge X and Y into Z',
  'split X into Y',
  'split X into Y and Z',
];

const REF = '([a-z][a-z0-9_]*(?:\\.\\d+)?)';
/** `a`, `a and b`, `a, b and c` */
const REFS = '([a-z][a-z0-9_]*(?:\\.\\d+)?(?:(?:, | and )[a-z][a-z0-9_]*(?:\\.\\d+)?){0,3})';
const SIDE = '(left|right|top|bottom)';
const NUMBER = '([-−]?\\d{1,12}(?:\\.\\d{1,3})?)';

const READERS: { pattern: RegExp; read: (words: string[]) => Act }[] = [
  reader(`enter ${REF}(?: from ${SIDE})?`, ([actor, side]) =>
    withSide({ verb: 'enter', actor: actor! }, side),
  ),
  reader(`leave ${REF}(?: to ${SIDE})?`, ([actor, side]) => withSide({ verb: 'leave', actor: actor! }, side)),
  reader(`move ${REF} along ([a-z][a-z0-9_]*)(?: to ${REF})?`, ([actor, path, to]) => ({
    verb: 'travel',
    actor: actor!,
    path: path!,
    ...(to ? { to } : {}),
  })),
  reader(`move ${REF} to ${REF}`, ([actor, to]) => ({ verb: 'move', actor: actor!, to: to! })),
  reader(`return ${REF}`, ([actor]) => ({ verb: 'return', actor: actor! })),
  reader(`swap ${REF} and ${REF}`, ([actor, other]) => ({ verb: 'swap', actor: actor!, other: other! })),
  reader(`carry ${REF} with ${REF} to ${REF}`, ([actor, by, to]) => ({
    verb: 'carry',
    actor: actor!,
    by: by!,
    to: to!,
  })),
  reader(`connect ${REF} to ${REF}`, ([actor, to]) => ({ verb: 'connect', actor: actor!, to: to! })),
  reader(`point ${REF} at ${REF}`, ([actor, to]) => ({ verb: 'point', actor: actor!, to: to! })),
  reader(`(${PLAIN.join('|')}) ${REF}`, ([verb, actor]) => ({
    verb: verb as (typeof PLAIN)[number],
    actor: actor!,
  })),
  reader(`talk ${REF} saying (.+)`, ([actor, words]) => ({ verb: 'talk', actor: actor!, words: words! })),
  reader(`rewrite ${REF} as (.+)`, ([actor, words]) => ({ verb: 'rewrite', actor: actor!, words: words! })),
  reader(`count ${REF} to ${NUMBER}`, ([actor, to]) => ({ verb: 'count', actor: actor!, to: to! })),
  reader(`turn ${REF} into (.+?)(?: called (.+))?`, ([actor, icon, called]) => ({
    verb: 'turn',
    actor: actor!,
    icon: icon!,
    ...(called ? { called } : {}),
  })),
  reader(`mix ${REF} and ${REF} into ${REF}`, ([actor, other, into]) => ({
    verb: 'mix',
    actor: actor!,
    other: other!,
    into: into!,
  })),
  reader(`merge ${REFS} into ${REF}`, ([sources, into]) => {
    const [actor, ...others] = listOf(sources!);
    return { verb: 'merge', actor: actor!, others, into: into! };
  }),
  reader(`split ${REF} into ${REFS}`, ([actor, into]) => ({
    verb: 'split',
    actor: actor!,
    into: listOf(into!),
  })),
];

/** Reads a cue's phrase: the act, or what the phrase must be instead. */
export function readPhrase(phrase: string): { act: Act } | { fault: string } {
  const plain = phrase.trim().replace(/\s+/g, ' ');
  for (const { pattern, read } of READERS) {
    const match = pattern.exec(plain);
    if (match) return { act: read(match.slice(1)) };
  }
  const verb = plain.split(' ')[0] ?? '';
  const forms = PHRASES.filter((form) => form.split(' ')[0] === verb);
  return {
    fault: `must be ${listed(forms.length > 0 ? forms : PHRASES)}, not "${plain}"`,
  };
}

/** The act of a phrase already checked. */
export function actOf(phrase: string): Act {
  const read = readPhrase(phrase);
  if ('fault' in read) throw new Error(`"${phrase}" ${read.fault}`);
  return read.act;
}

/** The actor of a reference: of `hops.2` it is `hops`. */
export function nameOf(ref: Ref): string {
  return ref.split('.')[0]!;
}

/** Every actor an act names. */
export function actorsOf(act: Act): Ref[] {
  switch (act.verb) {
    case 'move':
    case 'connect':
    case 'point':
      return [act.actor, act.to];
    case 'travel':
      return act.to ? [act.actor, act.to] : [act.actor];
    case 'carry':
      return [act.actor, act.by, act.to];
    case 'swap':
      return [act.actor, act.other];
    case 'mix':
      return [act.actor, act.other, act.into];
    case 'merge':
      return [act.actor, ...act.others, act.into];
    case 'split':
      return [act.actor, ...act.into];
    default:
      return [act.actor];
  }
}

/** Those who take the stage by an act: they were not there before it. */
export function comersOf(act: Act): Ref[] {
  if (act.verb === 'enter') return [act.actor];
  if (act.verb === 'mix' || act.verb === 'merge') return [act.into];
  return act.verb === 'split' ? act.into : [];
}

/** Those who cannot go on talking from where they were. */
export function moversOf(act: Act): Ref[] {
  switch (act.verb) {
    case 'carry':
      return [act.actor, act.by];
    case 'swap':
      return [act.actor, act.other];
    case 'merge':
      return [act.actor, ...act.others];
    case 'move':
    case 'return':
    case 'travel':
    case 'leave':
    case 'split':
    case 'break':
    case 'grow':
      return [act.actor];
    default:
      return [];
  }
}

function listOf(refs: string): Ref[] {
  return refs.split(/, | and /);
}

function reader(
  source: string,
  read: (words: string[]) => Act,
): { pattern: RegExp; read: (words: string[]) => Act } {
  return { pattern: new RegExp(`^${source}$`), read };
}

function withSide(act: { verb: 'enter' | 'leave'; actor: Ref }, side: string | undefined): Act {
  return side ? { ...act, side: side as Side } : act;
}

function listed(forms: readonly string[]): string {
  const quoted = forms.map((form) => `"${form}"`);
  return quoted.length < 2 ? (quoted[0] ?? '') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
