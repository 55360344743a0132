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

export type Act =
  | { verb: 'enter'; actor: Ref; side?: Side }
  | { verb: 'leave'; actor: Ref; side?: Side }
  | { verb: 'move'; actor: Ref; to: Ref }
  | { verb: 'travel'; actor: Ref; path: string; to?: Ref }
  | { verb: 'carry'; actor: Ref; by: Ref; to: Ref }
  | { verb: 'connect'; actor: Ref; to: Ref }
  | { verb: 'lock' | 'unlock' | 'light' | 'dim' | 'pulse' | 'shake' | 'grow' | 'shrink'; actor: Ref }
  | { verb: 'turn'; actor: Ref; icon: string }
  | { verb: 'mix'; actor: Ref; other: Ref; into: Ref };

/** What may be written, in the order in which people meet it. */
export const PHRASES: readonly string[] = [
  'enter X',
  'enter X from left',
  'leave X',
  'leave X to right',
  'move X to Y',
  'move X along P',
  'move X along P to Y',
  'carry X with Y to Z',
  'connect X to Y',
  'lock X',
  'unlock X',
  'light X',
  'dim X',
  'pulse X',
  'shake X',
  'grow X',
  'shrink X',
  'turn X into ICON',
  'mix X and Y into Z',
];

const REF = '([a-z][a-z0-9_]*(?:\\.\\d+)?)';
const SIDE = '(left|right|top|bottom)';

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
  reader(`carry ${REF} with ${REF} to ${REF}`, ([actor, by, to]) => ({
    verb: 'carry',
    actor: actor!,
    by: by!,
    to: to!,
  })),
  reader(`connect ${REF} to ${REF}`, ([actor, to]) => ({ verb: 'connect', actor: actor!, to: to! })),
  reader(`(lock|unlock|light|dim|pulse|shake|grow|shrink) ${REF}`, ([verb, actor]) => ({
    verb: verb as 'lock',
    actor: actor!,
  })),
  reader(`turn ${REF} into (.+)`, ([actor, icon]) => ({ verb: 'turn', actor: actor!, icon: icon! })),
  reader(`mix ${REF} and ${REF} into ${REF}`, ([actor, other, into]) => ({
    verb: 'mix',
    actor: actor!,
    other: other!,
    into: into!,
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

/** Every actor an act names. */
export function actorsOf(act: Act): Ref[] {
  switch (act.verb) {
    case 'move':
    case 'connect':
      return [act.actor, act.to];
    case 'travel':
      return act.to ? [act.actor, act.to] : [act.actor];
    case 'carry':
      return [act.actor, act.by, act.to];
    case 'mix':
      return [act.actor, act.other, act.into];
    default:
      return [act.actor];
  }
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
