/** Stages as a note would write them, played in both shapes and held to every gate. */
import { expect, test } from 'vitest';
import { ASPECT_RATIOS } from '../../../brief/brief.ts';
import { checkScenePlan } from '../../../check/index.ts';
import { composeScenes } from '../../compose.ts';
import { evenNarration, exampleStoryboard } from '../../example.ts';
import { stage } from './index.ts';
import { stageSchema } from './schema.ts';

const STAGES = [
  {
    headline: 'Insulin is the *key*',
    theme: 'dusk',
    narration:
      'A muscle cell keeps its gate shut. Sugar knocks and asks to come in. The gate wants to see a key. Insulin has it, the gate opens, and the sugar walks in.',
    stage: {
      scenery: 'city',
      actors: {
        gate: { icon: 'castle', label: 'a muscle cell', size: 'hero', at: 'right' },
        sugar: { icon: 'candy', label: 'sugar', size: 'large', at: 'centre' },
        insulin: { icon: 'key', label: 'insulin', size: 'large', at: 'left' },
      },
      cues: [
        { say: 'asks to come in', do: 'talk sugar saying May I come in?' },
        { say: 'The gate wants', do: 'talk gate saying Show me your key' },
        { say: 'Insulin has it', do: 'talk insulin saying I have it' },
        { say: 'opens', do: 'unlock gate' },
        { say: 'walks in', do: 'move sugar to gate' },
      ],
    },
  },
  {
    headline: 'One cell becomes *two*',
    theme: 'paper',
    narration:
      'A single bacterium grows for twenty minutes. Then it splits into two. After a night there are millions of them. One copy has a fault and breaks. The other is well.',
    stage: {
      actors: {
        cell: { icon: 'microbe', label: 'one bacterium', size: 'hero' },
        ann: { icon: 'microbe', label: 'a copy', size: 'large' },
        ben: { icon: 'microbe', label: 'another copy', size: 'large' },
        total: { text: '1', size: 'large', at: 'bottom' },
      },
      cues: [
        { say: 'grows', do: 'grow cell' },
        { say: 'splits', do: 'split cell into ann and ben' },
        { say: 'millions', do: 'count total to 4000000' },
        { say: 'breaks', do: 'break ben' },
        { say: 'is well', do: 'glow ann' },
      ],
    },
  },
  {
    headline: 'Two parents, *one* colour',
    theme: 'office',
    narration:
      'Yellow paint meets blue paint. Merge them, and you get green. The old plan is crossed out. The worker points at the winner, and a hundred per cent agree.',
    stage: {
      scenery: 'hills',
      actors: {
        yellow: { shape: 'ball', colour: 'yellow', label: 'yellow', size: 'large' },
        blue: { shape: 'ball', colour: 'blue', label: 'blue', size: 'large' },
        green: { shape: 'ball', label: 'both', size: 'hero' },
        plan: { icon: 'scroll', label: 'the plan', at: 'top-left' },
        worker: { icon: 'construction worker', text: '20 %', at: 'top-right' },
      },
      cues: [
        { say: 'Merge', do: 'merge yellow and blue into green' },
        { say: 'crossed out', do: 'cross plan' },
        { say: 'points', do: 'point worker at green' },
        { say: 'a hundred', do: 'count worker to 100' },
      ],
    },
  },
  {
    headline: 'Sealed on the way, *opened* at home',
    theme: 'night',
    narration:
      'Your card is written in secret letters and sealed. The rider carries it over the hills. At home the seal opens, and the words come back. Then the rider returns.',
    stage: {
      scenery: 'forest',
      actors: {
        you: { icon: 'house', label: 'you', size: 'large', at: 'left' },
        bank: { icon: 'bank', label: 'the bank', size: 'large', at: 'right' },
        rider: { icon: 'horse racing', at: 'centre' },
        card: { shape: 'card', text: 'card 4929', on: 'you' },
      },
      cues: [
        { say: 'secret letters', do: 'rewrite card as x7#Q…9fK' },
        { say: 'sealed', do: 'lock card' },
        { say: 'carries it', do: 'carry card with rider to bank' },
        { say: 'opens', do: 'unlock card' },
        { say: 'the words', do: 'rewrite card as card 4929' },
        { say: 'returns', do: 'return rider' },
      ],
    },
  },
  {
    headline: 'A caterpillar, and what *became* of it',
    theme: 'spotlight',
    narration:
      'The caterpillar and the snail change places. Then the caterpillar sleeps, and becomes a butterfly. The snail can only stare at it.',
    stage: {
      scenery: 'ground',
      actors: {
        crawler: { icon: 'bug', label: 'a caterpillar', size: 'large', at: 'left' },
        snail: { icon: 'snail', label: 'a snail', size: 'large', at: 'right' },
      },
      cues: [
        { say: 'change places', do: 'swap crawler and snail' },
        { say: 'becomes', do: 'turn crawler into butterfly called a butterfly' },
        { say: 'stare', do: 'point snail at crawler' },
      ],
    },
  },
  ...(['sea', 'sky', 'space', 'desk', 'room'] as const).map((scenery) => ({
    headline: 'It *sails* on',
    theme: 'poster',
    narration: 'Here it stands, and there it goes. Somebody waves.',
    stage: {
      scenery,
      actors: {
        ship: { icon: 'sailboat', label: 'the ship', size: 'large', at: 'left' },
        port: { icon: 'anchor', label: 'the port', size: 'large', at: 'right' },
      },
      cues: [{ say: 'there it goes', do: 'move ship to port' }],
    },
  })),
];

const cases = STAGES.flatMap((one, index) =>
  // Of stages that differ in their scenery alone one shape each will do.
  ASPECT_RATIOS.filter((_, shape) => one.theme !== 'poster' || shape === index % 2).map((aspect_ratio) => ({
    ...one,
    aspect_ratio,
    in: one.stage.scenery ?? 'the open',
  })),
);

test.each(cases)('"$headline" in $in holds at $aspect_ratio', async (one) => {
  const { headline, narration, theme, aspect_ratio } = one;
  const data = stageSchema.parse(one.stage);
  const storyboard = exampleStoryboard(stage, {
    theme,
    aspect_ratio,
    example: { headline, narration, data },
  });
  expect(storyboard.scenes[0]!.cues.filter((cue) => !cue.spoken)).toEqual([]);
  const scenes = await composeScenes(storyboard);
  const gates = await checkScenePlan({ storyboard, scenes, narration: evenNarration(narration) });
  expect(gates.filter((gate) => !gate.passed)).toEqual([]);
});
