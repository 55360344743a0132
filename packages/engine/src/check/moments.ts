/** The moments a scene is judged at: when it holds still, and a little after each cue. */
import { FPS, type SceneDocument } from '../scene/scene.ts';

/** How long after a cue its first motion has settled enough to be read, s. */
const SETTLED = 0.6;
/** A scene holds still when nothing directed has moved for this long, s. */
const HOLD = 0.2;

/** Seconds from the scene's start, on frames, in order, at most `most` (spread evenly when there are more). */
export function momentsOf(scene: SceneDocument, most = 14): number[] {
  const frames = new Set<number>();
  const last = Math.round(scene.duration * FPS) - 1;
  const add = (at: number) => frames.add(Math.min(last, Math.max(0, Math.round(at * FPS))));
  for (const cue of scene.cues) {
    add(cue.at);
    add(cue.at + SETTLED);
  }
  for (const [from, to] of holds(scene)) add((from + to) / 2);
  const sorted = [...frames].sort((a, b) => a - b);
  if (sorted.length <= most) return sorted.map((frame) => frame / FPS);
  return Array.from({ length: most }, (_, index) => {
    return sorted[Math.round((index * (sorted.length - 1)) / (most - 1))]! / FPS;
  });
}

/** Spans in which no directed track moves. Ambient motion does not count: it is meant never to stop. */
export function holds(scene: SceneDocument): [from: number, to: number][] {
  const moving = scene.tracks
    .filter((track) => !track.ambient)
    .flatMap((track) =>
      track.keys.flatMap((key, index) => {
        const before = track.keys[index - 1];
        return before && before.value !== key.value ? [[before.at, key.at] as [number, number]] : [];
      }),
    )
    .sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  let still = 0;
  for (const [from, to] of [...moving, [scene.duration, scene.duration] as [number, number]]) {
    if (from - still >= HOLD) result.push([still, from]);
    still = Math.max(still, to);
  }
  return result;
}
