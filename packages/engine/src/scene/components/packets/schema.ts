/** A message in packets: numbered pieces that take routes of their own, get lost, are asked for, and are put together. */
import { z } from 'zod';
import { icon, label, say } from '../fields.ts';

const end = z.strictObject({ name: label(20), icon });
const packet = z.number().int().min(1).max(6).describe('By its number, from 1');
const route = z.number().int().min(1).max(3).default(1).describe('By its place in `routes`, from 1');

const shape = z.strictObject({
  from: end,
  to: end,
  routes: z
    .array(z.array(label(14)).min(1).max(3).describe('Routers by name, from the sender to the receiver'))
    .min(1)
    .max(3)
    .describe('Ways through the network'),
  message: label(32).describe('What is sent; pieces of it are in the packets'),
  packets: z.array(label(6)).min(1).max(6).describe('What each packet carries, in order'),
  ops: z
    .array(
      z.discriminatedUnion('do', [
        z
          .strictObject({ do: z.literal('split'), say })
          .describe('The message becomes packets; first of all, if at all'),
        z.strictObject({ do: z.literal('send'), packet, route, say }).describe('A packet, or a copy of it'),
        z
          .strictObject({
            do: z.literal('lose'),
            packet,
            route,
            hop: z.number().int().min(1).max(3).default(1).describe('The router at which it is lost, from 1'),
            say,
          })
          .describe('It sets out and never arrives'),
        z
          .strictObject({ do: z.literal('ask'), packet, route, say })
          .describe('The receiver asks for what has not come'),
        z.strictObject({ do: z.literal('join'), say }).describe('The receiver puts the message together'),
      ]),
    )
    .min(1)
    .max(12)
    .describe('What happens, in order'),
});

export const packetsSchema = shape.superRefine((data, context) => {
  data.ops.forEach((op, index) => {
    const issue = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['ops', index, field], message });
    if (op.do === 'split' && index > 0) issue('do', 'must come before everything else');
    if (op.do === 'split' || op.do === 'join') return;
    if (op.packet > data.packets.length) issue('packet', `must be from 1 to ${data.packets.length}`);
    const hops = data.routes[op.route - 1];
    if (!hops) issue('route', `must be from 1 to ${data.routes.length}`);
    else if (op.do === 'lose' && op.hop > hops.length) issue('hop', `must be from 1 to ${hops.length}`);
  });
});
export type PacketsData = z.infer<typeof shape>;
export type Journey = Extract<PacketsData['ops'][number], { packet: number }>;
