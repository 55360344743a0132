/**
 * Who plays: every actor of the data as figures with bodies of known size, before anybody has a place.
 * An actor is one figure, a row of `count` is several: `hops.1`, `hops.2` …
 */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Setting } from '../setting.ts';
import type { StageActor, StageData } from './schema.ts';
import { actOf } from './verbs.ts';

export interface Figure {
  id: string;
  /** The actor it belongs to. */
  name: string;
  actor: StageActor;
  body: Body;
  /** px of its body at rest. */
  width: number;
  height: number;
}

export type Body =
  | { kind: 'picture'; icon: string }
  | { kind: 'round'; icon?: string; initial?: TextBlock }
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
    const body = bodyOf(actor, name, setting, size);
    const measured = sizeOf(body, size);
    for (const id of ids) cast.figures.set(id, { id, name, actor, body, ...measured });
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

/** How much larger than at rest an actor becomes, so that its label leaves room. */
export function growthOf(data: StageData, name: string, cast: Cast): number {
  const isPicture = cast.figures.get(cast.rows.get(name)![0]!)!.body.kind === 'picture';
  let most = 1.06;
  for (const cue of data.cues) {
    const act = actOf(cue.do);
    if (act.actor.split('.')[0] !== name) continue;
    if (act.verb === 'grow') most = Math.max(most, GROWN);
    if (act.verb === 'light' && isPicture) most = Math.max(most, HALO);
  }
  return most;
}

/** Diameter of the disc behind a lit picture, as a multiple of the picture's size. */
export const HALO = 1.3;
export const GROWN = 1.3;
export const SHRUNK = 0.7;

function bodyOf(actor: StageActor, name: string, setting: Setting, size: number): Body {
  const { fonts } = setting.theme;
  const found = setting.icon('probe', actor.icon, { x: 0, y: 0 }, size);
  if (actor.shape) {
    const text = actor.text ? drawnText(actor.text, actor, setting, size) : undefined;
    const icon = text ? {} : found ? { icon: found.icon } : {};
    return { kind: actor.shape, ...icon, ...(text ? { text } : {}) };
  }
  if (found) {
    return isLineIcon(found.icon)
      ? { kind: 'round', icon: found.icon }
      : { kind: 'picture', icon: found.icon };
  }
  const words = actor.text ?? (actor.icon === undefined ? (actor.label ?? name) : undefined);
  if (words !== undefined) {
    return {
      kind: 'words',
      text: setting.fit(words, { style: fonts.strong, size: 46, max_width: 420, max_lines: 2 }),
    };
  }
  const letter = (actor.label ?? actor.icon ?? name).slice(0, 1).toUpperCase();
  return {
    kind: 'round',
    initial: setting.fit(letter, { style: fonts.display, size: size * 0.45, max_width: Math.max(size, 80) }),
  };
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
  // A long word makes its body wider rather than unreadable.
  const widths = [narrow, narrow * 1.5, setting.area.width * 0.8];
  const fits = widths.flatMap((width) => {
    try {
      return [setting.fit(text, { style, size: px, max_width: width, max_lines: isCard ? 2 : 3 })];
    } catch (error) {
      if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return [];
      throw error;
    }
  });
  if (fits[0]) return fits[0];
  throw new ChalktalkError('does_not_fit', `"${text}" is too long to stand on a ${actor.shape}; shorten it.`);
}

function sizeOf(body: Body, size: number): { width: number; height: number } {
  const text = 'text' in body ? body.text : undefined;
  if (body.kind === 'words') return { width: body.text.width, height: body.text.height };
  if (body.kind === 'card') {
    if (!text) return { width: size, height: size * 0.68 };
    return { width: text.width + text.font.size * 1.7, height: text.height + text.font.size * 1.15 };
  }
  if (body.kind === 'box') {
    return {
      width: Math.max(size * 1.25, (text?.width ?? 0) + 64),
      height: Math.max(size * 0.8, (text?.height ?? 0) + 48),
    };
  }
  if (body.kind === 'ball' && text) {
    const across = Math.max(size, Math.hypot(text.width, text.height) + 28);
    return { width: across, height: across };
  }
  return { width: size, height: size };
}
