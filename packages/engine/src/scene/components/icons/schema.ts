import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const iconsSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ icon: icon.unwrap(), label: label(36).optional(), say }))
      .min(2)
      .max(12)
      .optional()
      .describe('What belongs together, filled in one by one as it is named'),
    main: z
      .strictObject({
        item: z.number().int().min(1).max(12).describe('Which of them, counted from 1'),
        say,
      })
      .optional()
      .describe('The one that matters in the end: it stands out and the others step back'),
    count: z
      .strictObject({
        icon: icon.unwrap().describe('One of what is counted: "person", "house"'),
        n: z.number().int().min(0).max(100),
        of: z.number().int().min(2).max(100),
        text: label(80).optional().describe('What the share is: "adults sleep less than seven hours"'),
        say,
      })
      .optional()
      .describe('Instead of items: N of M of one kind, the N lit up'),
  })
  .superRefine((data, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if ((data.items === undefined) === (data.count === undefined))
      issue([], 'must have either items or a count, not both and not neither');
    if (data.count && data.count.n > data.count.of)
      issue(['count', 'n'], `must not be more than ${data.count.of}`);
    if (data.main && data.main.item > (data.items?.length ?? 0))
      issue(['main', 'item'], 'must be the number of one of the items');
  });
export type IconsData = z.infer<typeof iconsSchema>;
export type Item = NonNullable<IconsData['items']>[number];
export type Count = NonNullable<IconsData['count']>;
