/**
 * "A cell has three parts: a membrane, a nucleus and cytoplasm", or reasons told off as first, second, third:
 * things side by side. A list that no word announces is only a list of objects and is left alone.
 */
import type { Piece } from '../../structure.ts';
import { finiteVerb, tokensOf } from '../language/tokens.ts';
import { countWords } from '../language/words.ts';
import { members, type Passage, pieceOrName, quote, withCapital } from './passage.ts';

const COUNT = String.raw`(?:two|three|four|five|six|seven|several|various|different|main|many|\d)`;
const KIND = `(?:parts?|types?|kinds?|forms?|reasons?|ways?|elements?|components?|layers?|stages?|branches|groups?|classes|categories|factors?|advantages|benefits|drawbacks|goals?|aims?|principles|senses|colou?rs|states|phases|ingredients|pillars|rules|examples|questions|areas|features|functions|roles|tools|methods|options|items|things|organs|planets|gases|metals|nutrients|species|flavou?rs|forces|priorities|risks|causes|symptoms|signs|properties|materials|sources|services|products)`;
const ANNOUNCED = [
  new RegExp(String.raw`\b${COUNT}(?: [\w-]+){0,3} ${KIND}\b[^:.]{0,50}: (?<series>.+)$`, 'i'),
  new RegExp(String.raw`\b${KIND}\b[^:.,]{0,40} (?:are|include|were|is) (?<series>.+)$`, 'i'),
  /\b(?:consists? of|is made (?:up )?of|are made (?:up )?of|is composed of|comprises?|includes?|contains?) (?<series>.+)$/i,
  new RegExp(
    String.raw`\b${COUNT}(?: [\w-]+){0,3} ${KIND}\b[^:.,]{0,30}, (?:namely )?(?<series>[^,]+, .+ (?:and|or) .+)$`,
    'i',
  ),
];

export function enumeration(passage: Passage): { kind: 'enumeration'; items: Piece[] } | null {
  const counted = toldOff(passage);
  if (counted) return { kind: 'enumeration', items: counted };
  for (const sentence of passage) {
    for (const pattern of ANNOUNCED) {
      const series = pattern.exec(sentence)?.groups?.series;
      const items = series ? itemsOf(series) : null;
      if (items) return { kind: 'enumeration', items };
    }
  }
  return null;
}

/** Three to six short names; none of them a clause. */
function itemsOf(series: string): Piece[] | null {
  const clean = series.replace(/, (?:which|who|where|each|all|so|but|because)\b.*$/i, '.');
  if (!/,|\band\b/.test(clean) || /\b(?:not|no|neither|nor)\b/i.test(clean)) return null;
  const parts = members(clean);
  if (parts.length < 3 || parts.length > 6) return null;
  const items: Piece[] = [];
  for (const part of parts) {
    const text = part
      .replace(/^(?:the|an?|some|its|their)\s+/i, '')
      .replace(/ (?:that|which|who|where|so that)\b.*$/i, '');
    if (countWords(text) > 6 || countWords(text) < 1) return null;
    if (
      finiteVerb(tokensOf(text), 1) >= 0 &&
      /\b(?:is|are|was|were|has|have|it|they|he|she|we|you)\b/i.test(text)
    )
      return null;
    items.push({ text: withCapital(text), say: quote(part) });
  }
  return new Set(items.map((item) => item.text.toLowerCase())).size === items.length ? items : null;
}

/** Sentences that open with First, Second, Third (and no "then" or "next", which would make them steps). */
function toldOff(passage: Passage): Piece[] | null {
  const marks = passage.map((sentence) =>
    /^(?:(first|firstly|one)|(second|secondly|third|thirdly|fourth|fifth|another (?:reason|way|type|kind|benefit|advantage)))\b,?\s/i.exec(
      sentence,
    ),
  );
  if (!marks.some((mark) => mark?.[1]) || marks.filter((mark) => mark?.[2]).length < 1) return null;
  if (passage.some((sentence) => /^(?:then|next|after that|once|finally)\b/i.test(sentence))) return null;
  const items = passage.flatMap((sentence, index) => {
    const mark = marks[index];
    // "First Lady", "Second World War": a name, not a count.
    if (!mark || (!mark[0].includes(',') && /^\p{Lu}/u.test(sentence.slice(mark[0].length)))) return [];
    const one = pieceOrName(sentence.slice(mark[0].length));
    return one ? [one] : [];
  });
  return items.length >= 2 && items.length <= 6 ? items : null;
}
