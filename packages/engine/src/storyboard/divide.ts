/**
 * A scene whose content does not fit one picture becomes two, cut in time just before the second piece is spoken of.
 * The headline stays over both.
 */
import { ChalktalkError } from '../errors.ts';
import type { Component } from '../scene/components/component.ts';
import { FPS } from '../scene/scene.ts';
import type { Cue, StoryScene } from './storyboard.ts';

/** The cut comes so long (s) before the second piece's first word, and leaves the first piece's last part so long. */
const LEAD = 0.45;
const DWELL = 0.6;
/** A division of a division of a division is no film any more. */
const MOST_DIVISIONS = 3;

export interface Division {
  /** Binds the parts of both pieces in one go; moments in seconds from the scene's start. */
  bind(parts: ReturnType<Component<unknown>['parts']>): Cue[];
  /** @throws ChalktalkError `does_not_fit` */
  attempt(scene: StoryScene): Promise<void>;
}

/**
 * The scene, or the scenes it had to be divided into, each of which fits.
 * @throws ChalktalkError `does_not_fit`, the whole scene's reason, when no division helps
 */
export async function fitting(
  scene: StoryScene,
  component: Component<unknown>,
  division: Division,
  depth = 0,
): Promise<StoryScene[]> {
  try {
    await division.attempt(scene);
    return [scene];
  } catch (error) {
    if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    const data = depth < MOST_DIVISIONS ? component.split?.(scene.data) : undefined;
    const pieces = data && cut(scene, data, component, division);
    if (!pieces) throw error;
    const divided: StoryScene[] = [];
    for (const piece of pieces) {
      divided.push(
        ...(await fitting(piece, component, within(division, scene, piece), depth + 1).catch(() => {
          throw error;
        })),
      );
    }
    return divided;
  }
}

/**
 * A scene whose data was divided before, shown in those pieces again.
 * @throws ChalktalkError `does_not_fit` when a piece does not fit, or they are not told one after another
 */
export async function inPieces(
  scene: StoryScene,
  pieces: readonly unknown[],
  component: Component<unknown>,
  division: Division,
): Promise<StoryScene[]> {
  const scenes = cut(scene, pieces, component, division);
  if (!scenes) {
    throw new ChalktalkError(
      'does_not_fit',
      `What "${scene.headline.replaceAll('*', '')}" shows in ${pieces.length} scenes is not told in that order.`,
    );
  }
  for (const piece of scenes) await division.attempt(piece);
  return scenes;
}

/** A scene for each piece; undefined where they are told the other way round, or all at once: no moment to cut at. */
function cut(
  scene: StoryScene,
  pieces: readonly unknown[],
  component: Component<unknown>,
  division: Division,
): StoryScene[] | undefined {
  const parts = pieces.map((data) => component.parts(data));
  const bound = division.bind(parts.flat());
  const cues = parts.map((some, index) => {
    const before = parts.slice(0, index).flat().length;
    return bound.slice(before, before + some.length);
  });
  const cuts = cues.slice(1).map((later, index) => {
    const told = cues.slice(0, index + 1).flat();
    return cutBetween(Math.max(0, ...told.map(({ at }) => at)), Math.min(...later.map(({ at }) => at)));
  });
  if (!cuts.every((at) => at !== undefined)) return undefined;
  const { remark: words, ...rest } = scene;
  const remark = scene.cues.find((cue) => cue.part === 'remark');
  return pieces.map((data, index) => {
    const from = index === 0 ? 0 : cuts[index - 1]!;
    const to = cuts[index] ?? Number.POSITIVE_INFINITY;
    const own = remark && remark.at >= from && remark.at < to ? remark : undefined;
    return {
      ...rest,
      ...(words && own ? { remark: words } : {}),
      id: scene.id + '+'.repeat(index),
      data,
      start: scene.start + from,
      end: to < Number.POSITIVE_INFINITY ? scene.start + to : scene.end,
      cues: [...cues[index]!, ...(own ? [own] : [])].map((cue) => ({ ...cue, at: cue.at - from })),
    };
  });
}

/** The moment to cut at between the last part of one piece and the first of the next, s; undefined without one. */
function cutBetween(last: number, next: number): number | undefined {
  if (!(next > last + DWELL)) return undefined;
  return Math.floor(Math.max(last + DWELL, next - LEAD) * FPS) / FPS;
}

/** The same division for a piece: its moments count from the piece's own start. */
function within(division: Division, scene: StoryScene, piece: StoryScene): Division {
  const shift = piece.start - scene.start;
  return {
    ...division,
    bind: (parts) => division.bind(parts).map((cue) => ({ ...cue, at: cue.at - shift })),
  };
}
