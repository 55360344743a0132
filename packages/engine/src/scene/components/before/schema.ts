import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

const state = z.strictObject({
  tag: label(24)
    .optional()
    .describe('When or in which case: "1950", "by hand"; "Before" and "After" without it'),
  icon: icon.unwrap(),
  figure: label(14).optional().describe('The number that changes, with its unit: "6 h"'),
  label: label(48).describe('The state in a few words'),
  text: label(90).optional().describe('One more line about it'),
  say,
});

export const beforeSchema = z.strictObject({
  before: state,
  after: state,
  change: z
    .strictObject({ text: label(40).describe('The change by its name: "eight times faster"'), say })
    .optional(),
});
export type BeforeData = z.infer<typeof beforeSchema>;
export type State = BeforeData['before'];
