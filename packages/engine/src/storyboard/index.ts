export { planStoryboard } from './plan.ts';
export type { Cue, Storyboard, StoryScene } from './storyboard.ts';
