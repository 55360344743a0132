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
    const pieces = depth < MOST_DIVISIONS ? cutInTwo(scene, component, division) : undefined;
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

function cutInTwo(
  scene: StoryScene,
  component: Component<unknown>,
  division: Division,
): [StoryScene, StoryScene] | undefined {
  const data = component.split?.(scene.data);
  if (!data) return undefined;
  const [parts, later] = [component.parts(data[0]), component.parts(data[1])];
  const bound = division.bind([...parts, ...later]);
  const cues = bound.slice(0, parts.length);
  const laterCues = bound.slice(parts.length);
  const last = Math.max(0, ...cues.map((cue) => cue.at));
  const next = Math.min(...laterCues.map((cue) => cue.at));
  // Told the other way round, or all at once: there is no moment to cut at.
  if (!(next > last + DWELL)) return undefined;
  const cut = Math.floor(Math.max(last + DWELL, next - LEAD) * FPS) / FPS;
  const remark = scene.cues.find((cue) => cue.part === 'remark');
  const early = remark !== undefined && remark.at < cut;
  const { remark: words, ...rest } = scene;
  return [
    {
      ...rest,
      ...(words && early ? { remark: words } : {}),
      data: data[0],
      end: scene.start + cut,
      cues: remark && early ? [...cues, remark] : cues,
    },
    {
      ...rest,
      ...(words && !early ? { remark: words } : {}),
      id: `${scene.id}+`,
      data: data[1],
      start: scene.start + cut,
      cues: [...laterCues, ...(remark && !early ? [remark] : [])].map((cue) => ({
        ...cue,
        at: cue.at - cut,
      })),
    },
  ];
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
  const parts = pieces.map((data) => component.parts(data));
  const bound = division.bind(parts.flat());
  const remark = scene.cues.find((cue) => cue.part === 'remark');
  const { remark: words, ...rest } = scene;
  const own = parts.map((some, index) => {
    const before = parts.slice(0, index).flat().length;
    return bound.slice(before, before + some.length);
  });
  const cuts = own.slice(1).map((later, index) => {
    const last = Math.max(
      0,
      ...own
        .slice(0, index + 1)
        .flat()
        .map(({ at }) => at),
    );
    const next = Math.min(...later.map(({ at }) => at));
    if (!(next > last + DWELL)) {
      throw new ChalktalkError(
        'does_not_fit',
        `What "${scene.headline.replaceAll('*', '')}" shows in ${pieces.length} scenes is not told in that order.`,
      );
    }
    return Math.floor(Math.max(last + DWELL, next - LEAD) * FPS) / FPS;
  });
  const bounds = [0, ...cuts, scene.end - scene.start];
  const scenes = pieces.map((data, index): StoryScene => {
    const [from, to] = [bounds[index]!, bounds[index + 1]!];
    const holdsRemark =
      remark && remark.at >= from && (remark.at < to || index === pieces.length - 1) ? remark : undefined;
    return {
      ...rest,
      ...(words && holdsRemark ? { remark: words } : {}),
      id: scene.id + '+'.repeat(index),
      data,
      start: scene.start + from,
      end: scene.start + to,
      cues: [...own[index]!, ...(holdsRemark ? [holdsRemark] : [])].map((cue) => ({
        ...cue,
        at: cue.at - from,
      })),
    };
  });
  for (const piece of scenes) await division.attempt(piece);
  return scenes;
}

/** The same division for a piece: its moments count from the piece's own start. */
function within(division: Division, scene: StoryScene, piece: StoryScene): Division {
  const shift = piece.start - scene.start;
  return {
    ...division,
    bind: (parts) => division.bind(parts).map((cue) => ({ ...cue, at: cue.at - shift })),
  };
}
