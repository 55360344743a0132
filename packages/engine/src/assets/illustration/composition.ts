/**
 * Compositions: several icons made one picture ("a padlock on a browser window on a laptop"). Each lies on what came
 * before it. As an icon's id: `composed:laptop;browser@screen;padlock@centre*70`, each part `set:name`.
 */

/** Where a part lies on the one below it. `on` is the place made for it: a screen, a page, a sign's face. */
export const PLACES = ['on', 'centre', 'top', 'left', 'right', 'corner', 'above'] as const;
export type PlaceName = (typeof PLACES)[number];

export interface Composition {
  /** The picture at the bottom, by meaning or as `set:name`. */
  base: string;
  /** What lies on it, from below upwards. */
  on: Overlay[];
}

export interface Overlay {
  icon: string;
  at: PlaceName;
  /** Its size as a share of the place's own, 0.3–2; 1 fills the place. */
  size?: number;
  /** It lies on the part before it rather than on the base. */
  nested?: boolean;
}

/** A place within a picture: centre and size as fractions of its square. */
export interface Slot {
  x: number;
  y: number;
  size: number;
}

const PLAIN: Record<PlaceName, Slot> = {
  on: { x: 0.74, y: 0.74, size: 0.5 },
  centre: { x: 0.5, y: 0.5, size: 0.5 },
  top: { x: 0.5, y: 0.16, size: 0.4 },
  left: { x: 0.2, y: 0.66, size: 0.46 },
  right: { x: 0.8, y: 0.66, size: 0.46 },
  corner: { x: 0.78, y: 0.76, size: 0.46 },
  above: { x: 0.5, y: -0.06, size: 0.5 },
};

/** Pictures with a place made for another: measured on their drawings. */
const SLOTS: Readonly<Record<string, Slot>> = {
  'fluent-emoji-flat:laptop': { x: 0.5, y: 0.36, size: 0.48 },
  'fluent-emoji-flat:desktop-computer': { x: 0.5, y: 0.38, size: 0.44 },
  'fluent-emoji-flat:television': { x: 0.5, y: 0.56, size: 0.42 },
  'fluent-emoji-flat:mobile-phone': { x: 0.5, y: 0.48, size: 0.44 },
  'fluent-emoji-flat:framed-picture': { x: 0.5, y: 0.5, size: 0.5 },
  'fluent-emoji-flat:house': { x: 0.5, y: 0.62, size: 0.4 },
  'fluent-emoji-flat:cloud': { x: 0.5, y: 0.56, size: 0.46 },
  'fluent-emoji-flat:shield': { x: 0.5, y: 0.47, size: 0.5 },
  'fluent-emoji-flat:package': { x: 0.5, y: 0.66, size: 0.4 },
  'fluent-emoji-flat:thought-balloon': { x: 0.54, y: 0.4, size: 0.44 },
  'fluent-emoji-flat:world-map': { x: 0.5, y: 0.4, size: 0.4 },
  'fluent-emoji-flat:notebook': { x: 0.5, y: 0.5, size: 0.5 },
  'fluent-emoji-flat:open-book': { x: 0.5, y: 0.42, size: 0.44 },
  'fluent-emoji-flat:scroll': { x: 0.5, y: 0.5, size: 0.44 },
  'fluent-emoji-flat:magnifying-glass-tilted-left': { x: 0.4, y: 0.4, size: 0.42 },
  'fluent-emoji-flat:test-tube': { x: 0.5, y: 0.6, size: 0.3 },
  'fluent-emoji-flat:jar': { x: 0.5, y: 0.6, size: 0.5 },
  'fluent-emoji-flat:credit-card': { x: 0.7, y: 0.62, size: 0.3 },
  'chalktalk:browser': { x: 0.5, y: 0.61, size: 0.5 },
  'chalktalk:terminal': { x: 0.5, y: 0.6, size: 0.5 },
  'chalktalk:screen': { x: 0.5, y: 0.42, size: 0.46 },
  'chalktalk:phone': { x: 0.5, y: 0.46, size: 0.38 },
  'chalktalk:page': { x: 0.5, y: 0.56, size: 0.46 },
  'chalktalk:speech': { x: 0.5, y: 0.43, size: 0.5 },
  'chalktalk:chip': { x: 0.5, y: 0.5, size: 0.34 },
};

/** A part of a composition placed in the square of the whole. */
export interface PlacedPart {
  icon: string;
  /** Fractions of the whole's square. */
  x: number;
  y: number;
  size: number;
}

const PREFIX = 'composed:';
const PART = /^([a-z0-9-]+:[a-z0-9-]+)(?:@([a-z]+)(?:\*(\d{2,3}))?(\^)?)?$/;

/** The id under which a composition travels as one icon; every `icon` in it must already be `set:name`. */
export function idOfComposition({ base, on }: Composition): string {
  const parts = on.map(
    ({ icon, at, size = 1, nested }) =>
      `${icon}@${at}${size === 1 ? '' : `*${Math.round(size * 100)}`}${nested ? '^' : ''}`,
  );
  return PREFIX + [base, ...parts].join(';');
}

/** The composition an id stands for; undefined if it is none, or is not well formed. */
export function compositionOf(id: string): Composition | undefined {
  if (!id.startsWith(PREFIX)) return undefined;
  const [base, ...parts] = id.slice(PREFIX.length).split(';');
  if (!base || !/^[a-z0-9-]+:[a-z0-9-]+$/.test(base)) return undefined;
  const on: Overlay[] = [];
  for (const part of parts) {
    const [, icon, at, size, nested] = PART.exec(part) ?? [];
    if (!icon || !(PLACES as readonly string[]).includes(at ?? '')) return undefined;
    on.push({
      icon,
      at: at as PlaceName,
      ...(size ? { size: Number(size) / 100 } : {}),
      ...(nested ? { nested: true } : {}),
    });
  }
  return { base, on };
}

/** Every part where it lies in the square of the whole, shrunk where parts would stand out of it. */
export function placedParts({ base, on }: Composition): PlacedPart[] {
  const parts: PlacedPart[] = [{ icon: base, x: 0.5, y: 0.5, size: 1 }];
  for (const overlay of on) {
    const below = overlay.nested ? parts.at(-1)! : parts[0]!;
    const slot = slotOf(below.icon, overlay.at);
    parts.push({
      icon: overlay.icon,
      x: below.x + (slot.x - 0.5) * below.size,
      y: below.y + (slot.y - 0.5) * below.size,
      size: slot.size * below.size * (overlay.size ?? 1),
    });
  }
  return within(parts);
}

/** True for a picture on which something can lie as if it were shown there. */
export function hasPlace(icon: string): boolean {
  return SLOTS[icon] !== undefined;
}

function slotOf(icon: string, at: PlaceName): Slot {
  return (at === 'on' || at === 'centre' ? SLOTS[icon] : undefined) ?? PLAIN[at];
}

function within(parts: PlacedPart[]): PlacedPart[] {
  const lowX = Math.min(...parts.map((part) => part.x - part.size / 2));
  const lowY = Math.min(...parts.map((part) => part.y - part.size / 2));
  const highX = Math.max(...parts.map((part) => part.x + part.size / 2));
  const highY = Math.max(...parts.map((part) => part.y + part.size / 2));
  if (lowX >= 0 && lowY >= 0 && highX <= 1 && highY <= 1) return parts;
  const scale = 1 / Math.max(highX - lowX, highY - lowY);
  const [centreX, centreY] = [(lowX + highX) / 2, (lowY + highY) / 2];
  return parts.map((part) => ({
    ...part,
    x: 0.5 + (part.x - centreX) * scale,
    y: 0.5 + (part.y - centreY) * scale,
    size: part.size * scale,
  }));
}
