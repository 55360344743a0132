import type { Example } from '../component.ts';
import type { PictureData } from './schema.ts';

export const example: Example<PictureData> = {
  headline: 'Nothing on *T. rex* is there by accident',
  narration:
    'Start with the skull: its bite was the strongest of any land animal, some thirty-five thousand newtons. ' +
    'The arms look useless, yet they were a metre long and all muscle. ' +
    'The heavy tail kept the huge head in balance. And the legs carried eight tons, at a fast walk.',
  data: {
    picture: 't-rex',
    callouts: [
      {
        text: 'Bite of 35,000 newtons',
        detail: 'enough to crush bone',
        at: { across: 16, down: 22 },
        say: 'the skull',
      },
      {
        text: 'Arms of one metre',
        detail: 'short, but all muscle',
        at: { across: 34, down: 50 },
        say: 'The arms',
      },
      {
        text: 'Tail as counterweight',
        detail: 'half of the whole length',
        at: { across: 86, down: 54 },
        say: 'heavy tail',
      },
      {
        text: 'Legs for eight tons',
        detail: 'a fast walk, no sprint',
        at: { across: 57, down: 86 },
        say: 'the legs',
      },
    ],
  },
};

/** A composed picture, with callouts to its parts. */
export const composedExample: Example<PictureData> = {
  headline: 'Three layers guard *one page*',
  narration:
    'The laptop checks who you are. The browser checks who the site is. And the padlock hides what you say.',
  data: {
    picture: {
      base: 'laptop',
      on: [
        { icon: 'browser', at: 'on', size: 1.3 },
        { icon: 'padlock', at: 'on', size: 1.2, nested: true },
      ],
    },
    callouts: [
      { text: 'The laptop asks who you are', at: { part: 0 }, say: 'The laptop' },
      { text: 'The browser asks who the site is', at: 'top', say: 'The browser' },
      { text: 'The padlock hides what you say', at: { part: 2 }, say: 'the padlock' },
    ],
  },
};
