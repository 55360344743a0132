/**
 * Messages between parties: "The client sends a hello to the server; the server replies with a certificate."
 * At least two messages between the same parties, each with a sender and something said.
 */
import type { Piece } from '../../structure.ts';
import { shorten } from '../language/shorten.ts';
import { countWords, PRONOUNS } from '../language/words.ts';
import { bareName, type Passage, quote, withCapital } from './passage.ts';

const MOST_PARTIES = 4;
const MOST_MESSAGES = 6;

interface Message {
  from: string;
  to: string;
  piece: Piece;
}

const NAME = String.raw`(?:(?:the|a|an|your|our|each) )?(?:[\p{L}][\p{L}\p{N}'’-]*)(?: [\p{L}][\p{L}\p{N}'’-]*){0,2}?`;
const ADVERB = `(?:then |first |now |next |immediately |finally |also |simply |again |securely )?`;
const GIVE = `(?:sends|send|sent|passes|forwards|transmits|delivers|submits|returns|hands|gives|shows|issues|offers|presents|writes|posts|relays)`;
const ASK = `(?:asks|asked|requests|queries|challenges|tells|told|calls|pings|invites|orders|informs|notifies|alerts)`;
const REPLY = `(?:replies|replied|answers|answered|responds|responded|acknowledges|confirms|agrees|returns|sends back|sends)`;
const FORMS = [
  new RegExp(
    String.raw`^(?<from>${NAME}) ${ADVERB}${GIVE} (?<text>.{2,80}?) (?:back )?(?:to|towards) (?<to>${NAME})(?=$|[,.;]| (?:and|to|so|with|for|over|in|using|containing|that|asking|saying)\b)`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<from>${NAME}) ${ADVERB}${GIVE} (?<to>(?:the|your|our) [\p{L}][\p{L}\p{N}-]*) (?:back )?(?<text>(?:a|an|the|its|their|his|her|some) .{2,60})$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<from>${NAME}) ${ADVERB}${ASK} (?<to>(?:the |your |our |a )[\p{L}][\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+)?|\p{Lu}[\p{L}]+) (?<text>(?:for|about|to|if|whether|that|with|where|what|who|how) .{2,80})$`,
    'iu',
  ),
  new RegExp(
    `^(?<from>${NAME}) ${ADVERB}${REPLY} (?:to (?<to>${NAME}) )?(?<text>with .{2,80}|that .{2,80}|(?:a|an|the|its) .{2,80})$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?<from>${NAME}) ${ADVERB}(?<text>${ASK}) (?<to>the [\p{L}][\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+)?)$`,
    'iu',
  ),
];
const NOT_A_PARTY =
  /^(?:it|they|he|she|we|you|i|this|that|these|those|one|who|which|what|all|each|sea|ocean|sky|ground|end|top|bottom|side|market|world|past|future|question|test|brain|heart|lungs|body|muscles|cells|sun|earth|moon|surface|shore|air|water|river|school|work|bed|jail|prison|war)$/i;

export function messages(
  passage: Passage,
): { kind: 'messages'; parties: string[]; messages: Message[] } | null {
  const found: Message[] = [];
  const parties: string[] = [];
  const known = (raw: string): string | null => {
    const name = bareName(raw).replace(/^(?:then|first|next) /i, '');
    if (
      NOT_A_PARTY.test(name) ||
      PRONOUNS.has(name.toLowerCase()) ||
      countWords(name) > 3 ||
      name.length > 24
    )
      return null;
    const same = parties.find(
      (party) =>
        party.toLowerCase() === name.toLowerCase() || party.toLowerCase().endsWith(` ${name.toLowerCase()}`),
    );
    if (same) return same;
    parties.push(withCapital(name));
    return parties.at(-1) as string;
  };
  for (const sentence of passage) {
    for (const clause of clausesOf(sentence)) {
      // "…, which returns the address": whoever was just spoken to answers.
      const asked = found.at(-1)?.to;
      const told = asked && /^which /.test(clause.bare) ? clause.bare.replace(/^which/, asked) : clause.bare;
      const match = FORMS.map((form) => form.exec(told)).find(Boolean);
      if (!match?.groups?.from || !match.groups.text) continue;
      const from = known(match.groups.from);
      if (!from) continue;
      const to = match.groups.to ? known(match.groups.to) : answered(from, found, parties);
      const text = saying(match.groups.text);
      if (!to || to === from || !text) continue;
      found.push({
        from,
        to,
        piece: {
          text,
          say: quote(
            sentence,
            clause.start + clause.bare.search(/\S/) + Math.max(0, clause.bare.indexOf(match.groups.text)),
            4,
          ),
        },
      });
    }
  }
  const talking = parties.filter((party) =>
    found.some((message) => message.from === party || message.to === party),
  );
  const used = talking.slice(0, MOST_PARTIES);
  const shown = found
    .filter((message) => used.includes(message.from) && used.includes(message.to))
    .slice(0, MOST_MESSAGES);
  if (shown.length < 2 || used.length < 2) return null;
  // A conversation goes both ways, or on from one to the next.
  const talks = used.filter((party) => shown.some((message) => message.from === party)).length >= 2;
  return talks ? { kind: 'messages', parties: used, messages: shown } : null;
}

/** Without a recipient, an answer goes back to whoever spoke to the sender last, to the only other party, or to the one who leads the talk. */
function answered(from: string, found: Message[], parties: string[]): string | null {
  const last = found.filter((message) => message.to === from).at(-1)?.from;
  const others = parties.filter((party) => party !== from);
  const one = others.length === 1 ? (others[0] as string) : undefined;
  return last ?? one ?? spokesman(from, found);
}

/** The party that has sent more than any other so far. */
function spokesman(from: string, found: readonly Message[]): string | null {
  const sent = new Map<string, number>();
  for (const message of found)
    if (message.from !== from) sent.set(message.from, (sent.get(message.from) ?? 0) + 1);
  const [first, second] = [...sent].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function clausesOf(sentence: string): { bare: string; start: number }[] {
  const out: { bare: string; start: number }[] = [];
  let start = 0;
  for (const part of sentence.split(
    /(?<=[;,]) (?:and |but |so )?|(?<=[;,]) (?=which )|(?<=\w) and (?=(?:the|your|a) [\w-]+ (?:then )?(?:repl|answer|respond|send|return|confirm))/,
  )) {
    const at = sentence.indexOf(part, start);
    const lead =
      /^(?:(?:first|then|next|finally|after that|in (?:turn|response|return)|and|so|once \w+|to (?:start|begin)|in reply),? )*/i.exec(
        part,
      )?.[0].length ?? 0;
    out.push({ bare: part.slice(lead).replace(/[.;,!]+$/, ''), start: at + lead });
    start = at + part.length;
  }
  return out;
}

/** What is said, in a few words: without "with", "for" or "that". */
function saying(text: string): string | null {
  const bare = text.replace(/^(?:with|for|about|back)\s+/i, '').replace(/^(?:the|a|an|its|their)\s+/i, '');
  const short = shorten(bare, 6) ?? null;
  return short ? withCapital(short) : null;
}
