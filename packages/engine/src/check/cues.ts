/** Cues: the picture answers a spoken word when it is spoken. Found by watching the evaluated elements frame by frame. */
import { createEvaluator } from '../scene/motion/evaluate.ts';
import { FPS, type SceneDocument } from '../scene/scene.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';
import { atMost, type Gate } from './gate.ts';

/** Seconds between a word's start and the first frame in which its part of the picture moves. */
const LIMIT = 0.05;
/** Where to look for the answer around a word, s. */
const BEFORE = 0.3;
const AFTER = 1;

export function checkCues(storyboard: Storyboard, scenes: SceneDocument[], narration: Narration): Gate {
  let worst = 0;
  let detail: string | undefined;
  storyboard.scenes.forEach((story, index) => {
    const scene = scenes[index]!;
    for (const cue of story.cues) {
      if (!cue.spoken) continue;
      const word = narration.words[cue.word]!;
      const at = word.start - story.start;
      const off = Math.abs(answerTo(scene, cue.part, at) - at);
      if (off > worst) {
        worst = off;
        detail = `${cue.part} on "${word.text}" in scene ${scene.id}`;
      }
    }
  });
  return atMost('cue_error', Math.min(worst, AFTER), LIMIT, detail);
}

/**
 * The moment (s) the part's elements first change in answer to a word at `at`: the frame time nearest to the word at
 * which one of them begins a change. `at + AFTER` when nothing does.
 */
function answerTo(scene: SceneDocument, part: string, at: number): number {
  const members = new Set(
    scene.elements
      .filter((element) => element.part === part || element.part?.startsWith(`${part}.`))
      .map(({ id }) => id),
  );
  const starts = scene.tracks
    .filter((track) => members.has(track.element) && !track.ambient)
    .flatMap((track) =>
      track.keys.flatMap((key, index) => {
        const next = track.keys[index + 1];
        return next && next.value !== key.value ? [key.at] : [];
      }),
    )
    .filter((start) => start > at - BEFORE && start < at + AFTER)
    .sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  const start = starts[0];
  if (start === undefined) return at + AFTER;
  return firstChange(scene, members, start);
}

/** A motion that starts between two frames is seen on the later one; the eye takes it as lasting from the earlier. */
function firstChange(scene: SceneDocument, members: Set<string>, start: number): number {
  const evaluator = createEvaluator(scene);
  const look = (frame: number) =>
    evaluator
      .at(frame / FPS)
      .filter((state) => members.has(state.element.id))
      .map((state) => state.signature)
      .join('|');
  const first = Math.floor(start * FPS + 1e-6);
  const still = look(first);
  for (let frame = first + 1; frame < first + FPS; frame += 1) {
    if (look(frame) !== still) return Math.max(start, (frame - 1) / FPS);
  }
  return start + AFTER;
}
