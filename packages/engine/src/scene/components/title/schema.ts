import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const titleSchema = z.strictObject({
  kicker: label(40).optional().describe('A few words above the title, e.g. the field it belongs to'),
  subtitle: label(90).optional().describe('One line below the title'),
  icons: z
    .array(z.strictObject({ icon: icon.unwrap(), say }))
    .max(4)
    .optional()
    .describe('Pictures that stand beside the title'),
});
export type TitleData = z.infer<typeof titleSchema>;
