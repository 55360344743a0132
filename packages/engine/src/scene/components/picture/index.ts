/** Annotated picture: one large illustration, and what there is to see on it, pointed out place by place. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutPicture } from './layout.ts';
import { movePicture } from './motion.ts';
import { pictureSchema } from './schema.ts';

export const picture = defineComponent({
  name: 'picture',
  purpose: 'One thing shown large, with one to six of its parts or properties pointed out on it.',
  schema: pictureSchema,
  headline: 'above',
  parts: (data) =>
    data.callouts.map((callout, index) => ({
      path: `callouts.${index}`,
      label: callout.text,
      say: callout.say,
    })),
  layout: layoutPicture,
  motion: movePicture,
  split: (data) => {
    if (data.callouts.length < 2) return undefined;
    const half = Math.ceil(data.callouts.length / 2);
    return [
      { ...data, callouts: data.callouts.slice(0, half) },
      { ...data, callouts: data.callouts.slice(half) },
    ];
  },
  example,
});
