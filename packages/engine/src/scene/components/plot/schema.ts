import { z } from 'zod';
import { ChalktalkError } from '../../../errors.ts';
import { label, say, tone } from '../fields.ts';
import { parseExpression } from './expression.ts';

const number = z.number().min(-1e6).max(1e6);
const expression = label(60)
  .describe('In x, as typed: "x^2 - 3x", "2 sin(x)", "e^(-x)"')
  .superRefine((text, context) => {
    try {
      parseExpression(text);
    } catch (error) {
      if (!(error instanceof ChalktalkError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });
const note = label(60).optional().describe('Said beside the plot while it is now');

export const plotSchema = z
  .strictObject({
    x: z.tuple([number, number]).describe('From where to where'),
    y: z.tuple([number, number]).optional().describe('By itself: what the curves need'),
    curves: z
      .array(
        z.strictObject({
          f: expression,
          label: label(32).optional().describe('By itself "y = " and the expression'),
          tone,
          say,
        }),
      )
      .min(1)
      .max(3),
    stops: z
      .array(z.strictObject({ x: number, text: note, say }))
      .max(6)
      .optional()
      .describe('Where a point that travels the first curve stops, its x and y counting along'),
    tangent: z.boolean().default(false).describe('The travelling point carries the tangent and its slope'),
    area: z
      .strictObject({ from: number, to: number, text: note, say })
      .optional()
      .describe('What lies between the first curve and the x axis'),
    lines: z
      .array(
        z.strictObject({
          x: number.optional().describe('A vertical line at x'),
          y: number.optional().describe('A horizontal line at y'),
          text: label(16).optional(),
          say,
        }),
      )
      .max(3)
      .optional(),
  })
  .superRefine((data, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const [from, to] = data.x;
    if (from >= to) refuse(['x'], 'must rise');
    if (data.y && data.y[0] >= data.y[1]) refuse(['y'], 'must rise');
    const inside = (x: number) => x >= from && x <= to;
    data.stops?.forEach((stop, index) => {
      if (!inside(stop.x)) refuse(['stops', index, 'x'], `must be between ${from} and ${to}`);
    });
    if (data.area && !(inside(data.area.from) && inside(data.area.to) && data.area.from < data.area.to)) {
      refuse(['area'], `must rise and lie between ${from} and ${to}`);
    }
    data.lines?.forEach((line, index) => {
      if ((line.x === undefined) === (line.y === undefined)) {
        refuse(['lines', index], 'must have x or y, not both');
      } else if (line.x !== undefined && !inside(line.x)) {
        refuse(['lines', index, 'x'], `must be between ${from} and ${to}`);
      } else if (line.y !== undefined && data.y && !(line.y >= data.y[0] && line.y <= data.y[1])) {
        refuse(['lines', index, 'y'], `must be between ${data.y[0]} and ${data.y[1]}`);
      }
    });
  });
export type PlotData = z.infer<typeof plotSchema>;
