/**
 * Contrast: every text against what is really behind it. The frame is painted without its texts, and the pixels
 * under each line are compared with the text's colour by WCAG 2.2's formula.
 */
import { wcagLuminance } from 'culori';
import { createPainter } from '../frames/painter.ts';
import { createEvaluator, type ElementState } from '../scene/motion/evaluate.ts';
import { type Box, FPS, type SceneDocument, type TextElement } from '../scene/scene.ts';
import { atLeast, type Gate } from './gate.ts';
import { inkOf } from './geometry.ts';
import { momentsOf } from './moments.ts';

const NORMAL = 4.5;
const LARGE = 3;
const LARGE_FROM = 48;
const DIMMED = 2;
/** A text counts from when it is nearly all there: during its entrance it is seen, not read. */
const READABLE = 0.9;
/**
 * Until all of it is there, only if it stays so: as it comes or goes it changes by more than this from frame to frame.
 * What it still lacks costs several times as much of its contrast, and is there a few frames later.
 */
const WHOLE = 0.995;
const RESTING = 0.005;
const DIMMED_VISIBLE = 0.25;
/** The share of pixels behind a line that may stand out worse: an antialiased edge, a speck. */
const STRAY = 0.02;

/** The value is the worst ratio as a multiple of the ratio its size requires; the limit is 1. */
export async function checkContrast(scenes: SceneDocument[]): Promise<Gate> {
  let worst = Number.POSITIVE_INFINITY;
  let detail: string | undefined;
  for (const scene of scenes) {
    for (const found of await contrastsOf(scene)) {
      if (found.share < worst) {
        worst = found.share;
        detail = `${found.ratio.toFixed(2)} : 1 for "${found.text}" in scene ${scene.id} at ${found.at.toFixed(2)} s`;
      }
    }
  }
  return atLeast('contrast', Number.isFinite(worst) ? Math.min(worst, 99) : 1, 1, detail);
}

interface Contrast {
  text: string;
  at: number;
  ratio: number;
  share: number;
}

async function contrastsOf(scene: SceneDocument): Promise<Contrast[]> {
  const isText = new Set(scene.elements.filter((element) => element.kind === 'text').map(({ id }) => id));
  if (isText.size === 0) return [];
  const painter = await createPainter({
    ...scene,
    elements: scene.elements.filter(({ id }) => !isText.has(id)),
    tracks: scene.tracks.filter((track) => !isText.has(track.element)),
  });
  const evaluator = createEvaluator(scene);
  const result: Contrast[] = [];
  for (const at of momentsOf(scene, 8)) {
    const before = new Map(evaluator.at(at - 1 / FPS).map(({ element, opacity }) => [element.id, opacity]));
    const texts = evaluator
      .at(at)
      .filter((state) => state.element.kind === 'text' && isRead(state, at, before.get(state.element.id)!));
    if (texts.length === 0) continue;
    const pen = painter.paint(Math.round(at * FPS)).getContext('2d');
    for (const state of texts) result.push(...contrastOf(state, at, (box) => pixels(pen, box, scene)));
  }
  return result;
}

function isRead(state: ElementState, at: number, before: number): boolean {
  const { opacity, reveal } = state;
  if (reveal === 0) return false;
  // What is dimmed as it comes is still on its way in.
  if (isDimmed(state, at)) return opacity >= DIMMED_VISIBLE && opacity - before < RESTING;
  return opacity >= WHOLE || (opacity >= READABLE && Math.abs(opacity - before) < RESTING);
}

function isDimmed({ element }: ElementState, at: number): boolean {
  return element.kind === 'text' && element.dimmed_from !== undefined && at >= element.dimmed_from;
}

function contrastOf(state: ElementState, at: number, behind: (box: Box) => Uint8ClampedArray): Contrast[] {
  const element = state.element as TextElement;
  return inkOf(state).flatMap((ink, index) => {
    const ground = luminances(behind(ink));
    if (ground.length === 0) return [];
    return element.lines[index]!.runs.filter((run) => run.text.trim()).map((run) => {
      const size = (run.font ?? element.font).size;
      const required = isDimmed(state, at) ? DIMMED : size >= LARGE_FROM ? LARGE : NORMAL;
      const color = run.color ?? state.color ?? element.color;
      const ratios = ground
        .map((under) => ratioOf(blended(color, under, state.opacity), under))
        .sort((a, b) => a - b);
      const ratio = ratios[Math.floor(ratios.length * STRAY)]!;
      return { text: run.text, at, ratio, share: ratio / required };
    });
  });
}

/** Luminance of a text that lets some of its ground through. */
function blended(color: string, ground: number, opacity: number): number {
  return wcagLuminance(color) * opacity + ground * (1 - opacity);
}

function ratioOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function pixels(
  pen: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } },
  box: Box,
  frame: { width: number; height: number },
): Uint8ClampedArray {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(frame.width, Math.ceil(box.x + box.width)) - x;
  const height = Math.min(frame.height, Math.ceil(box.y + box.height)) - y;
  if (width < 1 || height < 1) return new Uint8ClampedArray();
  return pen.getImageData(x, y, width, height).data;
}

/** Relative luminance of every third pixel of every third row or so: a line has thousands. */
function luminances(rgba: Uint8ClampedArray): number[] {
  const result: number[] = [];
  const step = Math.max(4, Math.floor(rgba.length / 4 / 400) * 4);
  for (let at = 0; at + 2 < rgba.length; at += step) {
    result.push(
      0.2126 * LINEAR[rgba[at]!]! + 0.7152 * LINEAR[rgba[at + 1]!]! + 0.0722 * LINEAR[rgba[at + 2]!]!,
    );
  }
  return result;
}

const LINEAR = Float64Array.from({ length: 256 }, (_, level) => {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});
