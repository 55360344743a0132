/**
 * Which scenes a request speaks of: by number, place, time, title or content. Each mention is replaced by a mark, so
 * that the rules need not know how scenes are named.
 */

import { type Seen, scenesAbout } from './find.ts';
import { refusal } from './refuse.ts';

const OPEN = '\uE002';
const CLOSE = '\uE003';
/** A mention of scenes, as the rules see it; the group is its number. */
export const SCENE = `${OPEN}(\\d+)${CLOSE}`;

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const CARDINALS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `(?:\\d{1,3}|${CARDINALS.join('|')})`;
const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|${ORDINALS.join('|')})`;
const NOUN = '(?:scene|slide|section|chapter|part|shot|frame|page)';
/** What ends a description of a scene. */
const UNTIL =
  '(?=\\s+(?:to|into|by|so that|with|after|before|a (?:bit|little)|slightly|much|shorter|longer|slower|faster|quicker|again|in (?:two|half)|should|is too|and (?:the )?scene)\\b|[,:]|$)';

export class Mentions {
  readonly #found: { numbers: number[]; words: string }[] = [];
  text: string;

  constructor(
    clause: string,
    readonly scenes: readonly Seen[],
    readonly plain: (marked: string) => string,
  ) {
    this.text = clause;
    this.#take(
      new RegExp(
        `\\b(?:the\\s+)?${NOUN}s\\s+#?(${NUMBER}(?:\\s*(?:,\\s*and|,|and|&|\\+|to|through|until|-|–)\\s*#?${NUMBER})+)\\b`,
        'gi',
      ),
      (match) => listOf(match[1]!),
    );
    this.#take(
      new RegExp(`\\b(?:the\\s+)?(?:${NOUN})\\s*(?:number|no\\.?|#)?\\s*(${NUMBER})\\b`, 'gi'),
      (match) => [numberOf(match[1]!)],
    );
    this.#take(
      new RegExp(
        `\\b(?:the\\s+)?(?:second[- ]to[- ]last|second[- ]last|penultimate|last but one)\\s+${NOUN}\\b`,
        'gi',
      ),
      () => [this.last - 1],
    );
    this.#take(new RegExp(`\\b(?:the\\s+)?(${ORDINAL})\\s+${NOUN}\\b`, 'gi'), (match) => [
      ordinalOf(match[1]!),
    ]);
    this.#take(
      new RegExp(
        `\\b(?:the\\s+)?(?:(?:very\\s+)?(?:last|final|closing|ending|end)\\s+${NOUN}|outro|conclusion)\\b`,
        'gi',
      ),
      () => [this.last],
    );
    this.#take(
      new RegExp(
        `\\b(?:the\\s+)?(?:(?:very\\s+)?(?:opening|intro|introduction|introductory|beginning|title)\\s+${NOUN}|intro(?:duction)?|opening|opener)\\b`,
        'gi',
      ),
      () => [1],
    );
    this.#take(
      /\b(?:the\s+(?:scene|part|bit|moment)\s+)?(?:at|around|near|from)\s+(?:(?:minute\s+)?(\d{1,2}):(\d{2})|(\d{1,3})\s*(?:s|sec|secs|seconds?)(?:\s+in(?:to it)?)?)\b/gi,
      (match) => [this.#atTime(match)],
    );
    this.#take(
      new RegExp(
        `\\b(?:the\\s+|that\\s+)?${NOUN}\\s+(?:that\\s+is\\s+|which\\s+is\\s+)?(?:about|on|where|when|with|showing|that\\s+(?:shows|explains|mentions|has|talks\\s+about|is\\s+about)|which\\s+(?:shows|explains|mentions)|called|titled|named|headed|entitled)\\s+(.+?)${UNTIL}`,
        'gi',
      ),
      (match) => [this.#about(match[1]!)],
    );
    this.#take(
      /\bthe\s+(?!(?:whole|entire|same|next|previous|new|current|summary|recap|following)\b)(\p{L}+(?:\s+\p{L}+)?)\s+scene\b/giu,
      (match) => [this.#about(match[1]!)],
    );
  }

  get last(): number {
    return this.scenes.length;
  }

  /** The scenes of a mark. */
  of(mark: string | undefined): number[] {
    return this.#found[Number(mark)]?.numbers ?? [];
  }

  /** The scene of a mark that must be a single one. */
  one(mark: string | undefined): number {
    const all = this.of(mark);
    if (all.length !== 1) throw refusal('Name a single scene there, by its number.');
    return all[0]!;
  }

  /** The words that stood where marks are. */
  restored(text: string): string {
    const marks = new RegExp(SCENE, 'g');
    let whole = text;
    while (whole.match(marks))
      whole = whole.replace(marks, (_, mark) => this.#found[Number(mark)]?.words ?? '');
    return whole;
  }

  /** Takes the scene that something is said to be in out of the clause. */
  where(): { scenes: number[] | undefined; rest: string } {
    const pattern = new RegExp(
      `^${SCENE}\\s*[,:]\\s*|[,]?\\s*\\b(?:in|of|from|on|at|for|during|within|inside|to)\\s+(?:the\\s+(?:narration|text|list|picture|voice-?over|end)\\s+(?:of|in)\\s+)?${SCENE}[,:]?|^(?:in|on|at|for|during)\\s+${SCENE}[,:]?\\s*`,
      'i',
    );
    const found = pattern.exec(this.text);
    if (!found) return { scenes: undefined, rest: this.text };
    const mark = found[1] ?? found[2] ?? found[3];
    const colon = found[0].trimEnd().endsWith(':') && found.index > 0 ? ':' : '';
    const rest = `${this.text.slice(0, found.index)}${colon} ${this.text.slice(found.index + found[0].length)}`;
    return { scenes: this.of(mark), rest: rest.replace(/\s+/g, ' ').trim() };
  }

  #take(pattern: RegExp, read: (match: RegExpMatchArray) => number[]): void {
    this.text = this.text.replace(pattern, (...all) => {
      const match = all.slice(0, -2) as unknown as RegExpMatchArray;
      const numbers = read(match);
      for (const number of numbers) {
        if (!(number >= 1 && number <= this.last))
          throw refusal(`There is no scene ${number}; the film has scenes 1 to ${this.last}.`);
      }
      this.#found.push({ numbers, words: match[0]! });
      const mark = `${OPEN}${this.#found.length - 1}${CLOSE}`;
      // "Change it at 0:18" says where; "the scene at 0:18" is what.
      return /^(?:at|around|near|from)\b/i.test(match[0]!) ? `in ${mark}` : mark;
    });
  }

  #atTime([, minutes, seconds, bare]: RegExpMatchArray): number {
    const at = bare === undefined ? Number(minutes) * 60 + Number(seconds) : Number(bare);
    const scene = this.scenes.find(({ start, end }) => at >= start - 0.05 && at < end - 0.05);
    if (scene) return scene.number;
    throw refusal(
      `The film ends at ${clock(this.scenes.at(-1)!.end)}; name a time before that, or a scene by its number.`,
    );
  }

  #about(topic: string): number {
    const words = this.plain(topic);
    const found = scenesAbout(words, this.scenes);
    if (found.length === 1) return found[0]!.number;
    if (found.length === 0) {
      const known = this.scenes.map(({ number, headline }) => `${number} "${headline}"`).join(', ');
      throw refusal(`No scene is about "${words}"; the scenes are ${known}.`);
    }
    throw refusal(`Several scenes are about "${words}": ${namesOf(found)}; name one by its number.`);
  }
}

/** As they are called where a choice is asked for. */
export function namesOf(scenes: readonly Seen[]): string {
  return scenes.map(({ number, headline }) => `scene ${number} ("${headline}")`).join(', ');
}

export function numberOf(text: string): number {
  const word = CARDINALS.indexOf(text.toLowerCase());
  return word >= 0 ? word + 1 : Number(text);
}

export function ordinalOf(text: string): number {
  const word = ORDINALS.indexOf(text.toLowerCase());
  return word >= 0 ? word + 1 : Number.parseInt(text, 10);
}

function listOf(text: string): number[] {
  const range = new RegExp(`^(${NUMBER})\\s*(?:to|through|until|-|–)\\s*(${NUMBER})$`, 'i').exec(text);
  if (range) {
    const [from, to] = [numberOf(range[1]!), numberOf(range[2]!)];
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, 200)) }, (_, index) => from + index);
  }
  return [...text.matchAll(new RegExp(NUMBER, 'gi'))].map(([one]) => numberOf(one));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
