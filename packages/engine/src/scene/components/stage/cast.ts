/**
 * Who plays: every actor of the data as figures with bodies of known size, before anybody has a place.
 * An actor is one figure, a row of `count` is several: `hops.1`, `hops.2` …
 */
import { ChalktalkError } from '../../../errors.ts';
import { inset } from '../../layout/box.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { countedTo } from './numbers.ts';
import type { StageActor, StageData } from './schema.ts';
import { actOf, nameOf } from './verbs.ts';
import { fitFirst, scaledText } from './words.ts';

export interface Figure {
  id: string;
  /** The actor it belongs to. */
  name: string;
  actor: StageActor;
  body: Body;
  /** What its words become, by the cue that rewrites or counts them. */
  rewritten: Map<number, TextBlock>;
  /** Is its picture held in a group, so that padlocks, crosses and cracks go wherever it goes? */
  isBound: boolean;
  /** Side of its picture, px. */
  portrait: number;
  /** px of its body at rest. */
  width: number;
  height: number;
}

export type Body =
  | { kind: 'picture'; icon: string; tag?: TextBlock }
  | { kind: 'round'; icon?: string; initial?: TextBlock; tag?: TextBlock }
  | { kind: 'ball' | 'card' | 'box'; icon?: string; text?: TextBlock }
  | { kind: 'words'; text: TextBlock };

export interface Cast {
  figures: Map<string, Figure>;
  /** Ids of an actor's figures, in order. */
  rows: Map<string, string[]>;
  labels: Map<string, TextBlock>;
}

/** px of a body in a 16:9 frame, and in a 9:16 frame, where people hold it nearer. */
const SIZES = {
  wide: { small: 110, medium: 190, large: 250, hero: 330 },
  tall: { small: 120, medium: 200, large: 260, hero: 340 },
} as const;
const CARD_TEXT = { small: 32, medium: 40, large: 48, hero: 64 } as const;
const WORDS_TEXT = { small: 38, medium: 46, large: 64, hero: 120 } as const;
const TAG_TEXT = { small: 34, medium: 40, large: 46, hero: 56 } as const;
/** Share of a tag's height that lies over the picture. */
const TUCKED = 0.45;
/** Share of its size that a figure has on a path or riding on another. */
const ON_PATH = 0.62;
const RIDING = 0.6;
export const INNER = 0.5;

/** Is the icon drawn in lines, so that it wants a round to stand in? */
export function isLineIcon(id: string): boolean {
  return /^(lucide|tabler):/.test(id);
}

/** @param scale of the bodies; texts keep their size */
export function castOf(data: StageData, setting: Setting, scale: number, labelWidth: number): Cast {
  const cast: Cast = { figures: new Map(), rows: new Map(), labels: new Map() };
  for (const [name, actor] of Object.entries(data.actors)) {
    const count = actor.count ?? 1;
    const ids = count === 1 ? [name] : Array.from({ length: count }, (_, index) => `${name}.${index + 1}`);
    cast.rows.set(name, ids);
    const rides = actor.on !== undefined ? RIDING : actor.along !== undefined ? ON_PATH : 1;
    const size =
      SIZES[setting.shape][actor.size] * scale * (actor.size === 'small' ? Math.max(rides, 0.8) : rides);
    const texts = textsOf(name, actor, data);
    const { body, blocks } = bodyOf(actor, name, setting, size, [...texts.values()]);
    const rewritten = new Map([...texts.keys()].map((cue, index) => [cue, blocks[index]!] as const));
    rewritten.delete(FIRST);
    const measured = sizeOf(body, size, blocks, isHandled(name, data, ['lock', 'unlock', 'cross']));
    const isBound = body.kind !== 'picture' || body.tag !== undefined || isHandled(name, data, HANDLED);
    for (const id of ids)
      cast.figures.set(id, {
        id,
        name,
        actor,
        body,
        rewritten: new Map(rewritten),
        isBound,
        portrait: size,
        ...measured,
      });
    if (actor.label !== undefined && body.kind !== 'words') {
      cast.labels.set(name, setting.fit(actor.label, { max_width: labelWidth, max_lines: 3 }));
    }
  }
  return cast;
}

/** The figures a reference names: all of a row, or the one. */
export function figuresOf(cast: Cast, ref: string): string[] {
  return cast.rows.get(ref) ?? [ref];
}

/** The most room a body takes while it swells, grows or is lit, about its place. */
export function reachOf(figure: Figure, box: Box, data: StageData): Box {
  const isPicture = figure.body.kind === 'picture';
  let most = 1.06;
  let ring = 0;
  let isDisc = false;
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (nameOf(act.actor) !== figure.name) continue;
    if (act.verb === 'pulse' || act.verb === 'light') most = Math.max(most, SWOLLEN);
    if (act.verb === 'light' && !isPicture) ring = RING;
    if (act.verb === 'grow') most = Math.max(most, GROWN);
    if (act.verb === 'break') most = Math.max(most, BROKEN);
    if (act.verb === 'glow') most = Math.max(most, 1 + 2 * GLOWING);
    if (act.verb === 'light' && isPicture) most = Math.max(most, HALO);
    isDisc ||= act.verb === 'glow' || (act.verb === 'light' && isPicture);
  }
  const across = Math.max(box.width, box.height);
  const by = (side: number) => ((isDisc ? across : side) * most) / 2 - side / 2 + ring * most;
  return inset(box, -by(box.width), -by(box.height));
}

/** Width of the band around a lit card or ball, px. */
const RING = 13;
/** How far a body swells when it is pointed at, for a moment. */
const SWOLLEN = 1.12;
/** Diameter of the disc behind a lit picture, as a multiple of the picture's size. */
export const HALO = 1.3;
/** How much room the halves of what breaks take, as a multiple of its size. */
const BROKEN = 1.36;
/** Half of how far the rays of what glows reach beyond it, as a share of its radius. */
export const GLOWING = 0.16;
export const GROWN = 1.3;
export const SHRUNK = 0.7;

/** Stands for the words an actor has before any cue. */
const FIRST = -1;

/** All words an actor ever wears, by the cue that writes them. */
function textsOf(name: string, actor: StageActor, data: StageData): Map<number, string> {
  const texts = new Map<number, string>();
  if (actor.text === undefined) return texts;
  let text = actor.text;
  texts.set(FIRST, text);
  data.cues.forEach((cue, index) => {
    const act = actOf(cue.do);
    if (nameOf(act.actor) !== name) return;
    if (act.verb === 'rewrite') text = act.words;
    else if (act.verb === 'count') text = countedTo(text, act.to);
    else return;
    texts.set(index, text);
  });
  return texts;
}

/** Does anything get attached to it, or does it come apart? */
const HANDLED = ['lock', 'unlock', 'cross', 'break', 'glow'];

function isHandled(name: string, data: StageData, verbs: string[]): boolean {
  return data.cues.some((cue) => {
    const act = actOf(cue.do);
    return verbs.includes(act.verb) && nameOf(act.actor) === name;
  });
}

interface Dressed {
  body: Body;
  /** One for each of the texts. */
  blocks: TextBlock[];
}

function bodyOf(actor: StageActor, name: string, setting: Setting, size: number, texts: string[]): Dressed {
  const { fonts } = setting.theme;
  const found = setting.icon('probe', actor.icon, { x: 0, y: 0 }, size);
  if (actor.shape) {
    const blocks = alike(texts, (text) => drawnText(text, actor, setting, size));
    const icon = blocks[0] ? {} : found ? { icon: found.icon } : {};
    return { body: { kind: actor.shape, ...icon, ...(blocks[0] ? { text: blocks[0] } : {}) }, blocks };
  }
  if (found) {
    const blocks = alike(texts, (text) =>
      setting.fit(text, { style: fonts.strong, size: TAG_TEXT[actor.size], max_width: 360, max_lines: 1 }),
    );
    const tag = blocks[0] ? { tag: blocks[0] } : {};
    const kind = isLineIcon(found.icon) ? 'round' : 'picture';
    return { body: { kind, icon: found.icon, ...tag }, blocks };
  }
  const words = actor.text ?? (actor.icon === undefined ? (actor.label ?? name) : undefined);
  if (words !== undefined) {
    const style = actor.size === 'hero' ? fonts.display : fonts.strong;
    const blocks = alike(texts.length > 0 ? texts : [words], (text) =>
      setting.fit(text, { style, size: WORDS_TEXT[actor.size], max_width: 520, max_lines: 2 }),
    );
    return { body: { kind: 'words', text: blocks[0]! }, blocks: texts.length > 0 ? blocks : [] };
  }
  const letter = (actor.label ?? actor.icon ?? name).slice(0, 1).toUpperCase();
  const initial = setting.fit(letter, {
    style: fonts.display,
    size: size * 0.45,
    max_width: Math.max(size, 80),
  });
  return { body: { kind: 'round', initial }, blocks: [] };
}

/** Texts that take each other's place, all in the size of the one that needs the smallest. */
function alike(texts: string[], fit: (text: string) => TextBlock): TextBlock[] {
  const blocks = texts.map(fit);
  const least = Math.min(...blocks.map((block) => block.font.size));
  return blocks.map((block) =>
    block.font.size > least ? scaledText(block, least / block.font.size) : block,
  );
}

function drawnText(text: string, actor: StageActor, setting: Setting, size: number): TextBlock {
  const { fonts } = setting.theme;
  const isCard = actor.shape === 'card';
  const narrow = isCard
    ? setting.area.width * 0.5
    : actor.shape === 'ball'
      ? Math.max(size * 0.8, 150)
      : Math.max(size * 1.5, 220);
  const style = isCard ? fonts.mono : fonts.strong;
  const px = isCard ? CARD_TEXT[actor.size] + (setting.shape === 'tall' ? 6 : 0) : Math.max(42, size * 0.34);
  const fitted = fitFirst([narrow, narrow * 1.5, setting.area.width * 0.8], (max_width) =>
    setting.fit(text, { style, size: px, max_width, max_lines: isCard ? 2 : 3 }),
  );
  if (fitted) return fitted;
  throw new ChalktalkError('does_not_fit', `"${text}" is too long to stand on a ${actor.shape}; shorten it.`);
}

/** Beside the words of what a badge seals at its end, px. */
const SEALED = 52;

/** A body is large enough for all the words it will ever carry, and for a seal beside them. */
function sizeOf(
  body: Body,
  size: number,
  blocks: TextBlock[],
  isSealed: boolean,
): { width: number; height: number } {
  const width = Math.max(0, ...blocks.map((block) => block.width));
  const height = Math.max(0, ...blocks.map((block) => block.height));
  const px = blocks[0]?.font.size ?? 0;
  if (body.kind === 'words') {
    return { width: Math.max(width, body.text.width), height: Math.max(height, body.text.height) };
  }
  if (body.kind === 'card') {
    if (!blocks[0]) return { width: size, height: size * 0.68 };
    return { width: width + 2 * Math.max(px * 0.85, isSealed ? SEALED : 0), height: height + px * 1.15 };
  }
  if (body.kind === 'box') {
    return {
      width: Math.max(size * 1.25, width + 2 * (isSealed ? SEALED : 32)),
      height: Math.max(size * 0.8, height + 48),
    };
  }
  if (body.kind === 'ball' && blocks[0]) {
    const across = Math.max(size, Math.hypot(width, height) + 28);
    return { width: across, height: across };
  }
  if (blocks[0]) {
    return { width: Math.max(size, width + px * 1.1), height: size + height * 1.3 * (1 - TUCKED) };
  }
  return { width: size, height: size };
}

/** The words a figure carries, wherever on it they stand. */
export function wordsOn(body: Body): TextBlock | undefined {
  return 'text' in body ? body.text : 'tag' in body ? body.tag : undefined;
}

/** Where a figure's picture is within its box: above its tag, if it has one. */
export function portraitIn(figure: Figure, box: Box): Box {
  if (!('tag' in figure.body && figure.body.tag)) return box;
  const side = figure.portrait * (box.width / figure.width);
  return { x: box.x + (box.width - side) / 2, y: box.y, width: side, height: side };
}

/** The tag below a figure's picture, a little over its lower edge. */
export function tagIn(figure: Figure, box: Box): Box {
  const by = box.width / figure.width;
  const blocks = [wordsOn(figure.body)!, ...figure.rewritten.values()];
  const px = blocks[0]!.font.size;
  const width = (Math.max(...blocks.map((block) => block.width)) + px * 1.1) * by;
  const height = Math.max(...blocks.map((block) => block.height)) * 1.3 * by;
  return { x: box.x + (box.width - width) / 2, y: box.y + box.height - height, width, height };
}
