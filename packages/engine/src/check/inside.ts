/** Inside: what a viewer should see is wholly in the frame, and no text is wider than the box it was placed in. */

import { measure } from '../scene/layout/text.ts';
import { createEvaluator } from '../scene/motion/evaluate.ts';
import type { Box, SceneDocument } from '../scene/scene.ts';
import { atMost, type Gate } from './gate.ts';
import { coverOf } from './geometry.ts';
import { momentsOf } from './moments.ts';

const VISIBLE = 0.08;
/** Widths are rounded when text is placed, px. */
const ROUNDING = 1.5;

export function checkOffFrame(scenes: SceneDocument[]): Gate {
  let worst = 0;
  let detail: string | undefined;
  for (const scene of scenes) {
    const evaluator = createEvaluator(scene);
    for (const at of momentsOf(scene)) {
      for (const state of evaluator.at(at)) {
        const { element, opacity } = state;
        if (opacity <= VISIBLE || element.kind === 'group' || element.role === 'scenery') continue;
        const beyond = Math.max(0, ...coverOf(state).map((box) => outside(box, scene)));
        if (beyond > worst) {
          worst = beyond;
          detail = `${element.id} in scene ${scene.id} at ${at.toFixed(2)} s`;
        }
      }
    }
  }
  return atMost('off_frame', worst, 0, detail);
}

/** Text is clipped when the font it is really drawn in needs more room than its layout gave it. */
export function checkClippedText(scenes: SceneDocument[]): Gate {
  let worst = 0;
  let detail: string | undefined;
  for (const scene of scenes) {
    for (const element of scene.elements) {
      if (element.kind !== 'text') continue;
      for (const line of element.lines) {
        const runs = line.runs.map((run) => run.dx + measure(run.text.trimEnd(), run.font ?? element.font));
        const over = Math.max(0, ...runs) - Math.max(line.width, 0) - ROUNDING;
        const past = line.x + line.width - (element.box.x + element.box.width) - ROUNDING;
        const most = Math.max(0, over, past);
        if (most > worst) {
          worst = most;
          detail = `"${line.runs.map((run) => run.text).join('')}" in scene ${scene.id}`;
        }
      }
    }
  }
  return atMost('clipped_text', worst, 0, detail);
}

function outside(box: Box, frame: { width: number; height: number }): number {
  return Math.max(0, -box.x, -box.y, box.x + box.width - frame.width, box.y + box.height - frame.height);
}
