export { type KeptScenes, lookOf, planStoryboard } from './plan.ts';
export type { Cue, Storyboard, StoryScene } from './storyboard.ts';
