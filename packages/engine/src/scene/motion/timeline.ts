/**
 * Builds a scene's tracks by saying what happens when. Tweens start from whatever value the property has at
 * that moment, so one motion can interrupt another without a jump.
 */
import type { Ease, Key, NumberProperty, Property, Track } from '../scene.ts';
import { eased } from './ease.ts';

export type Values = Partial<Record<NumberProperty, number>> & {
  fill?: string;
  stroke?: string;
  color?: string;
};

export interface Tween {
  /** Seconds from the scene's start. */
  at: number;
  /** Seconds it takes. */
  over?: number;
  ease?: Ease;
  /** For `along`: the path to travel. */
  path?: string;
}

const DEFAULT_SECONDS = 0.5;

/** What a property is worth when nobody animates it. */
export const RESTING: Record<NumberProperty, number> = {
  opacity: 1,
  x: 0,
  y: 0,
  scale: 1,
  scale_x: 1,
  scale_y: 1,
  rotation: 0,
  draw: 1,
  reveal: 1,
  count: 1,
  along: 0,
};

export class Timeline {
  #tracks = new Map<string, Track>();
  #restingColors = new Map<string, string>();

  /** Colours tween from the element's own: the composer tells them before motion begins. */
  knowColor(element: string, property: 'fill' | 'stroke' | 'color', value: string): void {
    this.#restingColors.set(`${element} ${property}`, value);
  }

  /** Sets the value a property has before its first tween. */
  set(element: string, values: Values): this {
    for (const [property, value] of Object.entries(values) as [Property, number | string][]) {
      const track = this.#track(element, property);
      if (track.keys.length > 0) track.keys[0] = { ...track.keys[0]!, value };
      else track.keys.push({ at: 0, value });
    }
    return this;
  }

  /** Brings properties to new values, starting at `at`. A tween still under way at that moment is cut short. */
  to(element: string, values: Values, tween: Tween): this {
    const over = Math.max(tween.over ?? DEFAULT_SECONDS, 1e-3);
    const at = Math.max(0, tween.at);
    for (const [property, value] of Object.entries(values) as [Property, number | string][]) {
      const track = this.#track(element, property);
      if (tween.path !== undefined) track.path = tween.path;
      const from = this.#valueAt(track, at);
      track.keys = track.keys.filter((key) => key.at < at - 1e-6);
      const last = track.keys.at(-1);
      if (last && track.keys.length > 0 && last.value === from) {
        if (last.at < at) track.keys.push({ at, value: from });
      } else {
        track.keys.push({ at, value: from, ease: 'linear' });
      }
      track.keys.push({ at: at + over, value, ease: tween.ease ?? 'out' });
    }
    return this;
  }

  /**
   * Gentle motion: `property` swings by ± `amount` about its value with the given period (s), starting and ending at
   * rest. It only fills silence: returns false, and does nothing, where the property is moved on purpose in that time.
   */
  sway(
    element: string,
    property: NumberProperty,
    options: {
      from: number;
      to: number;
      amount: number;
      period: number;
      direction?: 1 | -1;
      /** Swings back to rest only, not past it. */
      one_sided?: boolean;
    },
  ): boolean {
    const { from, to, amount, period, direction = 1, one_sided = false } = options;
    const halves = Math.floor((to - from) / (period / 2));
    if (halves < 1) return false;
    const track = this.#track(element, property);
    const rest = Number(this.#valueAt(track, from));
    const next = track.keys.find((key) => key.at > from);
    if (next && (next.at < to - 1e-6 || next.value !== rest)) return false;
    const swings: Key[] = [{ at: from, value: rest }];
    for (let half = 1; half <= halves; half += 1) {
      const back = one_sided ? 0 : -amount;
      const value = half === halves ? rest : rest + (half % 2 === 1 ? amount : back) * direction;
      swings.push({ at: from + (half * period) / 2, value, ease: 'sine' });
    }
    const before = track.keys.filter((key) => key.at <= from);
    track.ambient = before.length === 0 && !next;
    track.keys = [...before, ...swings, ...track.keys.filter((key) => key.at > from)];
    return true;
  }

  /**
   * Travels a path from its start to its end again and again, seen only on its way, each lap taking `lap` s with a pause
   * after it. Like `sway` it is ambient, and only whole laps are made. Returns whether there was time for one.
   */
  circulate(
    element: string,
    path: string,
    { from, to, lap, pause }: { from: number; to: number; lap: number; pause: number },
  ): boolean {
    const laps = Math.floor((to - from + pause) / (lap + pause));
    const along = this.#track(element, 'along');
    const opacity = this.#track(element, 'opacity');
    along.path = path;
    for (const track of [along, opacity]) {
      track.ambient = true;
      if (track.keys.length === 0) track.keys.push({ at: 0, value: 0 });
    }
    for (let index = 0; index < laps; index += 1) {
      const start = from + index * (lap + pause);
      along.keys.push({ at: start, value: 0, ease: 'linear' }, { at: start + lap, value: 1, ease: 'sine' });
      along.keys.push({ at: start + lap + 1e-3, value: 0, ease: 'linear' });
      opacity.keys.push(
        { at: start, value: 0 },
        { at: start + lap * 0.15, value: 1 },
        { at: start + lap * 0.85, value: 1 },
        { at: start + lap, value: 0 },
      );
    }
    return laps > 0;
  }

  /** The moment (s) a property of an element last changes, or 0. */
  endOf(element: string): number {
    let end = 0;
    for (const track of this.#tracks.values()) {
      if (track.element === element && track.keys.length > 1) end = Math.max(end, track.keys.at(-1)!.at);
    }
    return end;
  }

  /** Value of a number property at a time, s. */
  valueAt(element: string, property: NumberProperty, at: number): number {
    const track = this.#tracks.get(`${element} ${property}`);
    return track ? Number(this.#valueAt(track, at)) : RESTING[property];
  }

  /** All that is animated of an element as it stands at a time, s. */
  valuesAt(
    element: string,
    at: number,
  ): Omit<Values, 'along'> & { along?: { value: number; path: string | undefined } } {
    const values: Record<string, unknown> = {};
    for (const track of this.#tracks.values()) {
      if (track.element !== element || track.keys.length === 0) continue;
      const value = this.#valueAt(track, at);
      values[track.property] = track.property === 'along' ? { value, path: track.path } : value;
    }
    return values;
  }

  has(element: string, property: Property): boolean {
    return this.#tracks.has(`${element} ${property}`);
  }

  /** Forgets what a property does before the given time, so that its value there holds from the start. */
  startAt(element: string, property: Property, at: number): void {
    const track = this.#tracks.get(`${element} ${property}`);
    if (!track) return;
    const value = this.#valueAt(track, at);
    const later = track.keys.filter((key) => key.at > at);
    track.keys = later.length > 0 ? [{ at: 0, value }, { at, value }, ...later] : [{ at: 0, value }];
  }

  /** Puts a movement before everything a property does: from a value at the start to the one it would have had. */
  open(element: string, property: NumberProperty, from: number, to: number, over: number): void {
    const track = this.#track(element, property);
    const later = track.keys.filter((key) => key.at > over);
    track.keys = [{ at: 0, value: from }, { at: over, value: to, ease: 'in_out' }, ...later];
    track.ambient = false;
  }

  tracks(): Track[] {
    return [...this.#tracks.values()].filter((track) => track.keys.length > 0);
  }

  #track(element: string, property: Property): Track {
    const id = `${element} ${property}`;
    let track = this.#tracks.get(id);
    if (!track) {
      track = { element, property, keys: [] };
      this.#tracks.set(id, track);
    }
    return track;
  }

  #valueAt(track: Track, at: number): number | string {
    const { keys } = track;
    if (keys.length === 0) return this.#resting(track);
    let before: Key | undefined;
    for (const key of keys) {
      if (key.at > at) {
        if (!before) return key.value;
        if (typeof key.value === 'string' || typeof before.value === 'string') return before.value;
        const way = eased(key.ease ?? 'out', (at - before.at) / (key.at - before.at));
        return before.value + (key.value - before.value) * way;
      }
      before = key;
    }
    return before!.value;
  }

  #resting(track: Track): number | string {
    if (track.property === 'fill' || track.property === 'stroke' || track.property === 'color') {
      const color = this.#restingColors.get(`${track.element} ${track.property}`);
      if (color === undefined) throw new Error(`${track.element} has no ${track.property} to animate`);
      return color;
    }
    return RESTING[track.property];
  }
}
