import { z } from 'zod';
import { label, say, tone } from '../fields.ts';
import { figureFields } from '../figures.ts';

const x = z.union([z.number(), label(16)]);
const value = z.number().min(-1e15).max(1e15);

export const linesSchema = z
  .strictObject({
    unit: label(60).optional().describe('What is measured, as a subtitle: "Parts per million"'),
    ...figureFields,
    area: z.boolean().default(false).describe('Fills what lies under a single line'),
    x: z
      .array(x)
      .min(2)
      .max(60)
      .describe('Where the values stand: all numbers in rising order (years), or names ("Jan", "Feb")'),
    series: z
      .array(
        z.strictObject({
          label: label(32),
          values: z.array(value).min(2).max(60).describe('One per x'),
          tone,
          say,
          marks: z
            .array(z.strictObject({ at: x.describe('One of x'), text: label(40), say }))
            .max(4)
            .optional()
            .describe('Points that are named; the line draws on to each as it is spoken of'),
        }),
      )
      .min(1)
      .max(4),
  })
  .superRefine((data, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const numbers = data.x.filter((one) => typeof one === 'number');
    if (numbers.length > 0 && numbers.length < data.x.length)
      refuse(['x'], 'must be all numbers or all names');
    if (numbers.some((one, index) => index > 0 && one <= numbers[index - 1]!)) {
      refuse(['x'], 'must be in rising order');
    }
    data.series.forEach((series, index) => {
      if (series.values.length !== data.x.length) {
        refuse(
          ['series', index, 'values'],
          `must have ${data.x.length} values, one per x, not ${series.values.length}`,
        );
      }
      series.marks?.forEach((mark, at) => {
        if (!data.x.includes(mark.at)) {
          refuse(['series', index, 'marks', at, 'at'], `must be one of x, not ${JSON.stringify(mark.at)}`);
        }
      });
    });
  });
export type LinesData = z.infer<typeof linesSchema>;
