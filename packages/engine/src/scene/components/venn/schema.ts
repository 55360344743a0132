import { z } from 'zod';
import { icon, label, say, tone } from '../fields.ts';

export const vennSchema = z
  .strictObject({
    sets: z
      .array(
        z.strictObject({
          text: label(28),
          detail: label(60).optional().describe('A few of its members: "cats, dogs, horses"'),
          icon,
          say,
        }),
      )
      .min(2)
      .max(3),
    regions: z
      .array(
        z.strictObject({
          of: z.array(label(28)).min(2).max(3).describe('The sets that overlap there, by text'),
          text: label(40),
          icon,
          tone,
          say,
        }),
      )
      .max(4)
      .default([])
      .describe('What lies in two or three sets at once; each lights up on its word'),
  })
  .superRefine((data, context) => {
    const names = data.sets.map((set) => set.text);
    const taken = new Set<string>();
    if (new Set(names).size < names.length)
      context.addIssue({ code: 'custom', path: ['sets'], message: 'must have a different text each' });
    data.regions.forEach((region, index) => {
      const path = ['regions', index, 'of'];
      for (const name of region.of) {
        if (names.includes(name)) continue;
        const message = `must be texts of sets (${names.join(', ')}), not "${name}"`;
        context.addIssue({ code: 'custom', path, message });
      }
      const id = [...new Set(region.of)].sort().join('\n');
      if (new Set(region.of).size < region.of.length || taken.has(id))
        context.addIssue({
          code: 'custom',
          path,
          message: 'must name different sets, each group of sets once',
        });
      taken.add(id);
    });
  });
export type VennData = z.infer<typeof vennSchema>;
