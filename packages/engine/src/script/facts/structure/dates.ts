/**
 * Events in time: at least two clauses with a year, a date or a century each, told in order.
 * "1500 people" and "the 1998 model" are not dates of events.
 */
import type { Piece } from '../../structure.ts';
import { bareName, type Passage, pieceOrName } from './passage.ts';

interface Event {
  when: string;
  piece: Piece;
  year: number;
}

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const YEAR = String.raw`(?:1\d{3}|20\d{2}|[1-9]\d{2,3} ?(?:BCE?|CE|AD)|AD \d{1,4})`;
const WHEN = new RegExp(
  String.raw`\b(?<lead>in|by|on|since|from|until|around|about|after|before|during) (?:early |late |mid-|the |the early |the late |the (?:spring|summer|autumn|winter) of |(?:spring|summer|autumn|winter) )?(?<when>(?:\d{1,2} )?${MONTH}(?: \d{1,2}(?:st|nd|rd|th)?)?,? ${YEAR}|${MONTH} \d{1,2}(?:st|nd|rd|th)?\b|\d{1,2} ${MONTH}|${YEAR}(?:s\b)?(?:(?: to |[–-])${YEAR})?|(?:\d{1,2}(?:st|nd|rd|th)|(?:nine|eigh|seven|six|fif|four|thir)teenth|twelfth|eleventh|tenth|ninth|twentieth) century)(?![\w%])`,
  'i',
);

export function dates(passage: Passage): { kind: 'dates'; events: { when: string; piece: Piece }[] } | null {
  const events = passage.flatMap((sentence) =>
    clausesOf(sentence).flatMap((clause) => eventOf(clause) ?? []),
  );
  if (events.length < 2 || new Set(events.map((event) => event.when)).size < events.length) return null;
  if (events.some((event, index) => index > 0 && event.year < (events[index - 1] as Event).year)) return null;
  // Two dates make a line only where they are most of what is told.
  if (events.length === 2 && passage.length > 4) return null;
  return { kind: 'dates', events: events.slice(0, 6).map(({ when, piece }) => ({ when, piece })) };
}

const clausesOf = (sentence: string): string[] =>
  sentence.split(
    new RegExp(`(?:;|,) (?:and |but )?(?=(?:then )?(?:in|by|on|from) (?:the )?(?:${YEAR}|${MONTH}))`, 'i'),
  );

function eventOf(clause: string): Event | null {
  const match = WHEN.exec(clause);
  if (!match?.groups?.when) return null;
  const after = clause.slice(match.index + match[0].length);
  if (!endsDate(after, match.groups.when)) return null;
  const when = match.groups.when.replace(/,/g, '').trim();
  const before = clause.slice(0, match.index).trim().replace(/,$/, '');
  const rest = after.replace(/^[,.]?\s*/, '').replace(/^(?:and|when|it was that)\s+/i, '');
  const told = before.split(' ').filter(Boolean).length >= 3 || rest.split(' ').length < 2 ? before : rest;
  const one = pieceOrName(told.replace(/^(?:and|then)\s+/i, ''), 8);
  if (!one || bareName(one.text).length < 3) return null;
  return { when: shortWhen(when), piece: { text: one.text, say: one.say }, year: yearOf(when) };
}

/** The date is over here: the word that follows does not make it a number of something. */
function endsDate(after: string, when: string): boolean {
  if (/[a-z]/i.test(when) && !/^\d{4}s?$/.test(when)) return true;
  const next = /^\s+(\S+)/.exec(after);
  if (!next || /^[,.;:)]/.test(after)) return true;
  return /^(?:\p{Lu}|the|an?|it|he|she|they|we|and|but|to|by|for|with|in|at|on|as|after|when|while|where|because|was|were|is|has|had|only|just|about|more|most|his|her|its|their|this|that|some|many|people|scientists|two|three|four|five|one|nearly|until|from|under|over)/u.test(
    next[1] as string,
  );
}

const shortWhen = (when: string): string =>
  when.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).slice(0, 20);

const ORDINALS = [
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** A number to order by: the year, for months their place in it. */
function yearOf(when: string): number {
  const text = when.toLowerCase();
  const year = /(?:ad )?\b(\d{3,4})\b/.exec(text)?.[1];
  const month = [
    'jan',
    'feb',
    'mar',
    'apr',
    'may',
    'jun',
    'jul',
    'aug',
    'sep',
    'oct',
    'nov',
    'dec',
  ].findIndex((name) => new RegExp(`\\b${name}`).test(text));
  const day = Number(/\b(\d{1,2})(?:st|nd|rd|th)?\b(?! century)/.exec(text)?.[1] ?? 0);
  if (year) return (/\bbc/.test(text) ? -1 : 1) * Number(year) + (month + 1) / 20 + day / 1000;
  const century =
    /(\d{1,2})(?:st|nd|rd|th) century/.exec(text)?.[1] ??
    String(ORDINALS.findIndex((name) => text.includes(name)) + 9);
  if (/century/.test(text)) return (Number(century) - 1) * 100;
  return (month + 1) / 20 + day / 1000;
}
