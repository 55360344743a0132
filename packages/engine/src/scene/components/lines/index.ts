/** Lines: how quantities change along an axis, drawn on to each point as it is spoken of. */
import { defineComponent, type Part } from '../component.ts';
import { example } from './example.ts';
import { layoutLines } from './layout.ts';
import { moveLines } from './motion.ts';
import { linesSchema } from './schema.ts';

export const lines = defineComponent({
  name: 'lines',
  purpose: 'One to four quantities that change over time or along a scale.',
  schema: linesSchema,
  headline: 'above',
  parts: (data) =>
    data.series.flatMap((series, index): Part[] => [
      { path: `series.${index}`, label: series.label, ...said(series.say) },
      ...(series.marks ?? []).map((mark, at) => ({
        path: `series.${index}.marks.${at}`,
        label: `${mark.at} ${mark.text}`,
        ...said(mark.say),
      })),
    ]),
  layout: layoutLines,
  motion: moveLines,
  example,
});

function said(say: string | undefined): { say?: string } {
  return say === undefined ? {} : { say };
}
