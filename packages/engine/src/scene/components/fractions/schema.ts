import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const fractionsSchema = z
  .strictObject({
    wholes: z
      .array(
        z.strictObject({
          shape: z
            .enum(['bar', 'circle', 'grid', 'people'])
            .describe(
              'bar and circle: a few parts; grid: many squares; people: many persons, or things by icon',
            ),
          parts: z.number().int().min(1).max(100).describe('Into how many equal parts it is divided'),
          icon: icon.describe(
            'What each part shows: "egg", "slice of pizza"; for people a thing instead of a person',
          ),
          each: z
            .number()
            .int()
            .min(1)
            .max(12)
            .default(1)
            .describe('Pictures in each part of a bar: 12 eggs in 4 parts are 3'),
          label: label(40).optional().describe('What the whole is: "12 eggs", "100 people"'),
          shares: z
            .array(
              z.strictObject({
                count: z.number().int().min(1).max(100).describe('How many of the parts'),
                label: label(48).optional().describe('What they are: "live in cities"'),
                tone,
                say,
              }),
            )
            .max(5)
            .default([])
            .describe('Parts taken, one share after another'),
          say,
        }),
      )
      .min(1)
      .max(4)
      .describe('Several to compare: 1/2 beside 2/4'),
  })
  .superRefine(({ wholes }, context) => {
    wholes.forEach((whole, index) => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['wholes', index, field], message });
      const taken = whole.shares.reduce((sum, share) => sum + share.count, 0);
      if (taken > whole.parts)
        wrong('shares', `take ${taken} of ${whole.parts} parts; take no more than there are`);
      if (whole.parts > 24 && (whole.shape === 'bar' || whole.shape === 'circle'))
        wrong('parts', 'must be at most 24 for a bar or a circle; use a grid');
      if (whole.each > 1 && whole.shape !== 'bar') wrong('each', 'is for bars; leave it out');
    });
  });
export type FractionsData = z.infer<typeof fractionsSchema>;
export type Whole = FractionsData['wholes'][number];
