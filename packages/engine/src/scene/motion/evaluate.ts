/**
 * The state of every element at a moment: tracks sampled, groups applied, bounds known. Frames are drawn and
 * gates are checked from the same states. States are reused from one call to the next: nothing is allocated per frame.
 */
import {
  type Box,
  CAMERA,
  type Element,
  type Key,
  type NumberProperty,
  type SceneDocument,
  type Track,
} from '../scene.ts';
import { eased } from './ease.ts';
import { mixer } from './mix.ts';
import { type MeasuredPath, measurePath } from './path.ts';
import { RESTING } from './timeline.ts';

/** Column-major 2 × 3 matrix, as canvases take it. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export interface ElementState {
  element: Element;
  /** Own opacity times the group's, 0–1. */
  opacity: number;
  /** From the element's resting coordinates to the frame. */
  matrix: Matrix;
  draw: number;
  reveal: number;
  count: number;
  fill: string | undefined;
  stroke: string | undefined;
  color: string | undefined;
  /** What it covers in the frame, px: its box transformed, with stroke, arrow heads and shadow. */
  bounds: Box;
  /** Changes exactly when the element would be drawn differently. */
  signature: string;
  /** The same but for `draw`: while it stays, a line only grows or shrinks at its end. */
  look: string;
}

export interface Evaluator {
  /** States at a time in seconds, in drawing order. Valid until the next call. */
  at(seconds: number): readonly ElementState[];
}

interface Bound {
  state: ElementState;
  group: Bound | undefined;
  numbers: { property: NumberProperty; track: Track; path?: MeasuredPath }[];
  colors: { property: 'fill' | 'stroke' | 'color'; track: Track }[];
  values: Record<NumberProperty, number>;
  /** How far drawing reaches beyond the box, px. */
  reach: { left: number; top: number; right: number; bottom: number };
  /** All tracks hold still from `since` until just before `until`, s: what was computed in between is valid. */
  since: number;
  until: number;
  /** Counts how often it was computed, so that members see when their group has changed. */
  version: number;
  groupVersion: number;
}

/** How far a shadow can be seen, as a multiple of its blur: three standard deviations of its Gaussian. */
export const SHADOW_REACH = 1.5;

export function createEvaluator(scene: SceneDocument): Evaluator {
  const bound = scene.elements.map((element) => bind(element));
  const byId = new Map(bound.map((one) => [one.state.element.id, one]));
  const camera = cameraOf(scene);
  if (camera) byId.set(CAMERA, camera);
  for (const one of bound) {
    const { group, fixed } = one.state.element;
    one.group = group ? byId.get(group) : fixed ? undefined : camera;
  }
  for (const track of scene.tracks) {
    const one = byId.get(track.element);
    if (!one || track.keys.length === 0) continue;
    if (track.property === 'fill' || track.property === 'stroke' || track.property === 'color') {
      one.colors.push({ property: track.property, track });
    } else {
      const path = track.path === undefined ? undefined : byId.get(track.path)?.state.element;
      one.numbers.push({
        property: track.property,
        track,
        ...(path?.kind === 'path' ? { path: measurePath(path.d) } : {}),
      });
    }
  }
  // Groups first, so that their members find them ready.
  const order = [...(camera ? [camera] : []), ...bound].sort((a, b) => depth(a) - depth(b));
  const states = bound.map((one) => one.state);
  return {
    at(seconds) {
      for (const one of order) update(one, seconds);
      return states;
    },
  };
}

/** What moves all that is not fixed: a group of the whole frame, for scenes whose camera moves. */
function cameraOf({ tracks, width, height }: SceneDocument): Bound | undefined {
  if (!tracks.some((track) => track.element === CAMERA)) return undefined;
  return bind({ kind: 'group', id: CAMERA, box: { x: 0, y: 0, width, height } });
}

function bind(element: Element): Bound {
  const paint = element as { fill?: string; stroke?: string; color?: string };
  return {
    group: undefined,
    numbers: [],
    colors: [],
    values: { ...RESTING },
    reach: reachOf(element),
    since: 0,
    until: 0,
    version: 0,
    groupVersion: 0,
    state: {
      element,
      opacity: 1,
      matrix: [1, 0, 0, 1, 0, 0],
      draw: 1,
      reveal: 1,
      count: 1,
      fill: paint.fill,
      stroke: paint.stroke,
      color: paint.color,
      bounds: { ...element.box },
      signature: '',
      look: '',
    },
  };
}

function depth(one: Bound): number {
  let levels = 0;
  for (let group = one.group; group && levels < 8; group = group.group) levels += 1;
  return levels;
}

function reachOf(element: Element): Bound['reach'] {
  let around = 2;
  if (element.kind === 'rect' || element.kind === 'ellipse') around += (element.stroke_width ?? 0) / 2;
  if (element.kind === 'path')
    around += (element.stroke_width ?? 0) / 2 + (element.head ? element.head.size : 0);
  if (element.kind === 'text') around += element.font.size * 0.2;
  const { shadow } = element;
  if (!shadow) return { left: around, top: around, right: around, bottom: around };
  const soft = around + shadow.blur * SHADOW_REACH;
  return { left: soft, top: Math.max(around, soft - shadow.dy), right: soft, bottom: soft + shadow.dy };
}

function update(one: Bound, seconds: number): void {
  if (seconds >= one.since && seconds < one.until && (one.group?.version ?? 0) === one.groupVersion) return;
  const { state, values } = one;
  const { element, matrix } = state;
  let alongX = 0;
  let alongY = 0;
  for (const { property, track, path } of one.numbers) {
    const value = sampleNumber(track.keys, seconds);
    values[property] = value;
    if (property === 'along' && path) {
      const point = path.pointAt(value);
      alongX = point.x - (element.box.x + element.box.width / 2);
      alongY = point.y - (element.box.y + element.box.height / 2);
    }
  }
  for (const { property, track } of one.colors) state[property] = sampleColor(track.keys, seconds);
  state.draw = clamp01(values.draw);
  state.reveal = clamp01(values.reveal);
  state.count = clamp01(values.count);
  state.opacity = clamp01(values.opacity) * (element.opacity ?? 1) * (one.group?.state.opacity ?? 1);
  place(one, alongX, alongY);
  if (one.group) multiply(one.group.state.matrix, matrix);
  cover(one);
  state.look = `${matrix.map(thousandth).join(' ')} ${thousandth(state.opacity)} ${thousandth(state.reveal)} ${thousandth(state.count)} ${state.fill ?? ''} ${state.stroke ?? ''} ${state.color ?? ''}`;
  state.signature = `${state.look} ${Math.round(state.draw * FINE)}`;
  one.version += 1;
  one.groupVersion = one.group?.version ?? 0;
  one.since = Number.NEGATIVE_INFINITY;
  one.until = Number.POSITIVE_INFINITY;
  for (const { track } of one.numbers) hold(one, track.keys, seconds);
  for (const { track } of one.colors) hold(one, track.keys, seconds);
}

/** Narrows the span in which nothing changes to where these keys stand still around a time; empty while they move. */
function hold(one: Bound, keys: Key[], seconds: number): void {
  const index = intervalAt(keys, seconds);
  const from = keys[index];
  const to = keys[index + 1];
  if (from && to && from.value !== to.value) {
    one.until = Number.NEGATIVE_INFINITY;
    return;
  }
  if (from) one.since = Math.max(one.since, from.at);
  if (to) one.until = Math.min(one.until, to.at - TOLERANCE);
}

/** Scale and rotation about the box's centre, side scales about its left and bottom edges, then the offset. */
function place(one: Bound, alongX: number, alongY: number): void {
  const { values, state } = one;
  const { box, rotation = 0 } = state.element;
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const angle = ((rotation + values.rotation) * Math.PI) / 180;
  const cos = Math.cos(angle) * values.scale;
  const sin = Math.sin(angle) * values.scale;
  const { matrix } = state;
  // centre ← scaled about the left edge and the bottom edge
  const sx = values.scale_x;
  const sy = values.scale_y;
  const ox = box.x * (1 - sx) - cx;
  const oy = (box.y + box.height) * (1 - sy) - cy;
  matrix[0] = cos * sx;
  matrix[1] = sin * sx;
  matrix[2] = -sin * sy;
  matrix[3] = cos * sy;
  matrix[4] = cos * ox - sin * oy + cx + values.x + alongX;
  matrix[5] = sin * ox + cos * oy + cy + values.y + alongY;
}

/** `matrix` becomes `outer` applied after it. */
function multiply(outer: Matrix, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  matrix[0] = outer[0] * a + outer[2] * b;
  matrix[1] = outer[1] * a + outer[3] * b;
  matrix[2] = outer[0] * c + outer[2] * d;
  matrix[3] = outer[1] * c + outer[3] * d;
  matrix[4] = outer[0] * e + outer[2] * f + outer[4];
  matrix[5] = outer[1] * e + outer[3] * f + outer[5];
}

function cover({ state, reach }: Bound): void {
  const { box } = state.element;
  const { matrix, bounds } = state;
  const left = box.x - reach.left;
  const top = box.y - reach.top;
  const right = box.x + box.width + reach.right;
  const bottom = box.y + box.height + reach.bottom;
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let corner = 0; corner < 4; corner += 1) {
    const px = corner & 1 ? right : left;
    const py = corner & 2 ? bottom : top;
    const x = matrix[0] * px + matrix[2] * py + matrix[4];
    const y = matrix[1] * px + matrix[3] * py + matrix[5];
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  bounds.x = minX;
  bounds.y = minY;
  bounds.width = maxX - minX;
  bounds.height = maxY - minY;
}

function sampleNumber(keys: Key[], seconds: number): number {
  const index = intervalAt(keys, seconds);
  if (index < 0) return Number(keys[0]!.value);
  const from = keys[index]!;
  const to = keys[index + 1];
  if (!to) return Number(from.value);
  const way = eased(to.ease ?? 'out', (seconds - from.at) / (to.at - from.at));
  return Number(from.value) + (Number(to.value) - Number(from.value)) * way;
}

const mixers = new Map<string, (share: number) => string>();

function sampleColor(keys: Key[], seconds: number): string {
  const index = intervalAt(keys, seconds);
  if (index < 0) return String(keys[0]!.value);
  const from = keys[index]!;
  const to = keys[index + 1];
  if (!to || from.value === to.value) return String(from.value);
  const id = `${from.value} ${to.value}`;
  let mixed = mixers.get(id);
  if (!mixed) {
    mixed = mixer(String(from.value), String(to.value));
    mixers.set(id, mixed);
  }
  return mixed(eased(to.ease ?? 'out', (seconds - from.at) / (to.at - from.at)));
}

/** Frame times are sums of fractions, s. */
const TOLERANCE = 1e-9;

/** Index of the last key at or before the time, −1 before the first. */
function intervalAt(keys: Key[], seconds: number): number {
  let index = keys.length - 1;
  while (index >= 0 && keys[index]!.at > seconds + TOLERANCE) index -= 1;
  return index;
}

function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** A long line grows by less than a thousandth of its length in a frame. */
const FINE = 20_000;

function thousandth(value: number): number {
  return Math.round(value * 1000);
}
