/**
 * Every plan is played once before it is shown: what prediction missed, a label brushed on the way or a ring that
 * reaches too far, is seen here, and the next plan is tried. A stage that no plan can hold is refused.
 */
import { checkOffFrame } from '../../../check/inside.ts';
import { overlapsOf } from '../../../check/overlap.ts';
import { checkTextSize } from '../../../check/text-size.ts';
import { ChalktalkError } from '../../../errors.ts';
import type { Element, SceneDocument } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { drawStage } from './layout.ts';
import { moveStage } from './motion.ts';
import { type Draft, draftsOf, type Plan } from './plan.ts';
import { CONFLICT } from './room.ts';
import type { StageData } from './schema.ts';

/** Of the plans that promise trouble the best few are played all the same: prediction is careful. */
const SECOND_CHANCES = 4;

/** How near words may come to the headline and the remark, px beyond the picture's area. */
const CLEAR = 20;

const plans = new WeakMap<Setting, Plan>();

/**
 * The plan of a stage; layout and motion of the same setting share it.
 * @throws ChalktalkError `does_not_fit` when something would lie on words however small everything is
 */
export function rehearsed(data: StageData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    plan = firstClear(data, setting);
    plans.set(setting, plan);
  }
  return plan;
}

function firstClear(data: StageData, setting: Setting): Plan {
  const doubtful: Draft[] = [];
  for (const draft of draftsOf(data, setting)) {
    if (draft.cost >= CONFLICT) doubtful.push(draft);
    else if (isClear(data, draft.plan, setting)) return draft.plan;
  }
  doubtful.sort((a, b) => a.cost - b.cost);
  const found = doubtful.slice(0, SECOND_CHANCES).find(({ plan }) => isClear(data, plan, setting));
  if (found) return found.plan;
  throw new ChalktalkError(
    'does_not_fit',
    'The stage has more actors, labels and words than find room; leave some out, shorten them, or give the actors places farther apart.',
  );
}

/** Played in a setting of its own, nothing lies on words or leaves the frame. */
function isClear(data: StageData, plan: Plan, setting: Setting): boolean {
  const trial = setting.within(setting.area);
  const elements = drawStage(data, plan, trial);
  trial.place(elements);
  moveStage(data, plan, trial);
  const scene: SceneDocument = {
    id: 'rehearsal',
    aspect_ratio: setting.shape === 'wide' ? '16:9' : '9:16',
    width: setting.width,
    height: setting.height,
    duration: setting.duration,
    background: setting.theme.background,
    elements: [...elements, ...surroundings(setting)],
    tracks: trial.timeline.tracks(),
    cues: data.cues.map((_, index) => ({
      part: `cues.${index}`,
      at: setting.cue(`cues.${index}`),
      spoken: true,
    })),
  };
  return overlapsOf(scene).length === 0 && checkOffFrame([scene]).passed && checkTextSize([scene]).passed;
}

/** Above and below the picture's area others have their words. */
function surroundings({ area, width, height }: Setting): Element[] {
  const above = { x: 0, y: 0, width, height: area.y - CLEAR };
  const top = area.y + area.height + CLEAR;
  const below = { x: 0, y: top, width, height: height - top };
  return [above, below].map((box, index) => ({ kind: 'rect', id: `surroundings.${index}`, box, radius: 0 }));
}
