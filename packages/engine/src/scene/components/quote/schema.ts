import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

export const quoteSchema = z.strictObject({
  text: label(240).describe(
    'The words as they were said or written, without quotation marks; *marked* ones lead',
  ),
  speaker: label(48),
  role: label(64).optional().describe('Who that is, or when and where it was said: "to Robert Hooke, 1675"'),
  portrait: icon.describe(
    'A picture of the speaker or the matter: "scientist", "crown"; their initials without one',
  ),
  say: say.describe('Words quoted from the narration at which the speaker is named'),
});
export type QuoteData = z.infer<typeof quoteSchema>;
