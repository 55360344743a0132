/** The arrangement of a scene: by what lines up, and by the frame's shape. */
import type { Setting } from '../setting.ts';
import type { Plan } from './cards.ts';
import { planLying, planStanding } from './queues.ts';
import type { QueueData } from './schema.ts';
import { planBoth, planStack } from './stacks.ts';
import { tell } from './story.ts';

const plans = new WeakMap<Setting, Plan>();

/** @throws ChalktalkError `does_not_fit` when the words need more room than a card has */
export function planQueue(data: QueueData, setting: Setting): Plan {
  let plan = plans.get(setting);
  if (!plan) {
    const story = tell(data);
    const wide = setting.shape === 'wide';
    plan =
      data.variant === 'both'
        ? planBoth(data, story, setting)
        : data.variant === 'stack'
          ? planStack(data, story, setting)
          : wide
            ? planLying(data, story, setting)
            : planStanding(data, story, setting);
    plans.set(setting, plan);
  }
  return plan;
}
