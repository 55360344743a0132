/**
 * Understands a `global_style_prompt`: phrase by phrase, negations and colours included. What it stands for is
 * recorded in the storyboard; the words nothing was understood of are handed back, so that the report can say so.
 */
import type { Palette } from '../../brief/brief.ts';
import { chromaOf, hueOf } from '../../scene/themes/colour.ts';
import { COLOUR_NAMES, colourOf } from './colours.ts';
import { GRANTED, RULES, type Wish } from './rules.ts';
import type { Style } from './style.ts';

export interface Understanding {
  /** A theme asked for by name or description. */
  theme?: string;
  style: Style;
  /** What was understood, in words for the report. */
  understood: string[];
  /** The prompt's own words. */
  not_understood: string[];
}

/** What a stretch of a clause means. */
interface Match {
  from: number;
  to: number;
  /** The prompt's own. */
  words: string;
  means: string;
  wish: Wish;
  negated?: boolean;
}

const NEGATION =
  /\b(?:not|no|non|without|avoid|never|don[’']t|do not|isn[’']t|aren[’']t|nothing|less|neither|nor|skip|hide|instead of|rather than|free of)\b/i;

/** Words that carry no wish of their own. */
const FILLER = new Set(
  `a an the and or but of in on at for to with by as is are be it its this that these should must shall please want
  wants would like i we you me us use used using make made making keep have has give put show let look looks looking feel
  feels feeling style styled stylish visual visuals visually video film animation animated theme themed design
  designed aesthetic aesthetics vibe vibes overall very quite rather really more most bit little slightly too so much
  many some all any every only just mainly mostly colour color colours colors coloured colored tone tones palette scheme
  background backgrounds backdrop ground accent accents highlight highlights our my your their
  type font fonts typeface typefaces typography text letters lettering icons icon motion mode kind something anything
  nice good great well touches touch hints details elements element picture pictures scene scenes also then from into
  if possible ideally prefer preferably go not no non without avoid never don't dont do nothing less skip instead than
  free neither nor one two animations corners edges headline headlines title titles pop shades shade hues hue mood
  lines strokes captions screen there illustration illustrations transition transitions cuts lots lighting gradient
  gradients shapes soft`
    .split(/\s+/)
    .filter(Boolean),
);

export function understandStyle(prompt: string | undefined, palette: Palette = {}): Understanding {
  const matches: Match[] = [];
  const not_understood: string[] = [];
  for (const clause of clausesOf(prompt ?? '')) {
    const found = matchesIn(clause, palette);
    matches.push(...found);
    not_understood.push(...remainderOf(clause, found));
  }
  // "Elegant" implies several choices, "bold" makes one: what is asked for in particular counts before what is implied.
  const wishes = [...matches].sort((a, b) => breadth(a.wish) - breadth(b.wish));
  const theme = wishes.find(({ wish }) => wish.theme)?.wish.theme;
  let style: Style = {};
  for (const { wish, negated } of wishes) {
    // "A night sky, not too dark" still is a night sky.
    if (negated && theme && wish.style?.ground) continue;
    style = { ...wish.style, ...style };
  }
  const followed = ({ wish }: Match) => isFollowed(wish, theme, style);
  const understood = [...new Set(matches.filter(followed).map(({ means }) => means))];
  // Of two accents one leads; the other is said to be left out.
  not_understood.push(...matches.filter((match) => !followed(match)).map(({ words }) => words));
  return { ...(theme ? { theme } : {}), style, understood, not_understood: [...new Set(not_understood)] };
}

function breadth({ theme, style }: Wish): number {
  return (theme ? 2 : 0) + Object.keys(style ?? {}).length;
}

/** Whether anything of a wish became of the film; a wish for what every film has always did. */
function isFollowed(wish: Wish, theme: string | undefined, style: Style): boolean {
  const asked = Object.entries(wish.style ?? {});
  if (!wish.theme && asked.length === 0) return true;
  if (wish.theme && wish.theme === theme) return true;
  return asked.some(([key, value]) => style[key as keyof Style] === value);
}

/** Stretches within which a negation holds: up to a comma, a full stop, or a "but". */
function clausesOf(prompt: string): string[] {
  return prompt
    .split(/[,;:!?\n]+|\.(?:\s|$)|\s[-–—]\s|\b(?:but|yet|however|though|although)\b/i)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

function matchesIn(clause: string, palette: Palette): Match[] {
  const negatedFrom = NEGATION.exec(clause)?.index ?? Number.POSITIVE_INFINITY;
  const found = [
    ...ruleMatches(clause, negatedFrom),
    ...colourMatches(clause, negatedFrom, palette),
    ...brandMatches(clause, palette),
  ].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Match[] = [];
  for (const match of found)
    if (kept.every((other) => match.to <= other.from || match.from >= other.to)) kept.push(match);
  return kept.sort((a, b) => a.from - b.from);
}

function ruleMatches(clause: string, negatedFrom: number): Match[] {
  const matches: Match[] = [];
  for (const rule of COMPILED) {
    for (const found of clause.matchAll(rule.pattern)) {
      const span = { from: found.index, to: found.index + found[0].length, words: found[0] };
      const negated = found.index > negatedFrom;
      if (!negated && rule.wish) matches.push({ ...span, means: rule.means, wish: rule.wish });
      else if (negated && rule.not) matches.push({ ...span, ...rule.not, negated });
    }
  }
  return matches;
}

const COMPILED = [
  ...RULES.map(({ phrase, means, wish, not }) => ({ phrase, means, wish: wish as Wish | undefined, not })),
  ...GRANTED.map(({ phrase, means, negated }) => ({
    phrase,
    means,
    wish: negated ? undefined : ({} as Wish),
    not: negated ? { means, wish: {} as Wish } : undefined,
  })),
].map((rule) => ({ ...rule, pattern: new RegExp(`(?<![\\w-])(?:${rule.phrase})(?![\\w])`, 'gi') }));

const HEX = '#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])';
const COLOUR = new RegExp(
  `(?<![\\w#])(?:(our|my|the brand|brand)\\s+)?(?:(light|pale|dark|deep|bright|warm|cool)[- ])?(${HEX}|(?:${COLOUR_NAMES.join('|')})(?![\\w]))(?:\\s+(?:and\\s+white|tones?|hues?|shades?))?`,
  'gi',
);
/** Said of a colour, these mean the place; everything else that leads the eye. */
const PLACE =
  /\b(?:background|backdrop|ground|backgrounds|gradient|tones?|hues?|shades?|palette|theme|mood|tint(?:ed)?|walls?)\b/i;
const LEADING = /\b(?:accents?|highlights?|details?|pops?|touch(?:es)?|emphasis|headlines?)\b/i;

function colourMatches(clause: string, negatedFrom: number, palette: Palette): Match[] {
  const matches: Match[] = [];
  for (const found of clause.matchAll(COLOUR)) {
    const [text, owner, , name] = found as unknown as [string, string?, string?, string?];
    // A colour to keep away from cannot be promised: the theme's others have their own jobs.
    if (found.index > negatedFrom) continue;
    const named = colourOf(name ?? '');
    if (!named) continue;
    const own = owner ? ofHue(palette, named) : undefined;
    const color = own ?? named;
    const around = `${text} ${clause.slice(found.index + text.length).split(/\band\b|\bwith\b/i)[0]}`;
    const place = PLACE.test(around) && !LEADING.test(around);
    const style: Style = place ? { tint: color } : { accent: color };
    if (place && /\b(?:dark|deep)\b|navy/i.test(text)) style.ground = 'dark';
    if (place && /\b(?:light|pale)\b/i.test(text)) style.ground = 'light';
    matches.push({
      from: found.index,
      to: found.index + text.length,
      words: text,
      means: `${name!.toLowerCase()} ${place ? 'ground' : 'accents'} (${color})`,
      wish: { style },
    });
  }
  return matches;
}

/** "Our green" is the palette's green, when it has one: the colour of nearest hue, within a sixth of the circle. */
function ofHue(palette: Palette, color: string): string | undefined {
  const apart = (other: string) => {
    const turn = Math.abs(hueOf(other) - hueOf(color)) % 360;
    return Math.min(turn, 360 - turn);
  };
  return Object.values(palette)
    .filter((other): other is string => other !== undefined && chromaOf(other) > 0.03 && apart(other) < 60)
    .sort((a, b) => apart(a) - apart(b))[0];
}

/** "Our brand colours" are the palette, when one was sent. */
function brandMatches(clause: string, palette: Palette): Match[] {
  if (Object.keys(palette).length === 0) return [];
  const found = /\b(?:our|my|the|your)?\s*brand(?:'s|ed)?\s*(?:colou?rs?|palette)\b/i.exec(clause);
  if (!found) return [];
  return [
    {
      from: found.index,
      to: found.index + found[0].length,
      words: found[0],
      means: 'the colours of color_palette',
      wish: {},
    },
  ];
}

/** The words of a clause that nothing was understood of, as they stand; all of it when nothing was. */
function remainderOf(clause: string, matches: Match[]): string[] {
  const gaps: string[] = [];
  let at = 0;
  for (const { from, to } of [...matches, { from: clause.length, to: clause.length }]) {
    gaps.push(clause.slice(at, from));
    at = to;
  }
  const asks = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}#'’&]+/u)
      .some((word) => word.length > 1 && !FILLER.has(word));
  if (matches.length === 0) return asks(clause) ? [clause] : [];
  return gaps
    .filter(asks)
    .map((gap) => trimmed(gap))
    .filter(Boolean);
}

/** Without the filler at its ends. */
function trimmed(gap: string): string {
  const words = gap.trim().split(/\s+/);
  const isFiller = (word: string | undefined) =>
    word !== undefined && FILLER.has(word.toLowerCase().replace(/^\W+|\W+$/g, '')) && !NEGATION.test(word);
  while (isFiller(words[0])) words.shift();
  while (isFiller(words.at(-1))) words.pop();
  return words.join(' ');
}
