/** Packets: a message cut into numbered pieces that travel through a network, get lost, and are put together. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutPackets } from './layout.ts';
import { movePackets } from './motion.ts';
import { type PacketsData, packetsSchema } from './schema.ts';

export const packets = defineComponent<PacketsData>({
  name: 'packets',
  purpose:
    'A message in numbered packets travelling through routers: routes, loss, sending again, putting together.',
  schema: packetsSchema,
  headline: 'above',
  parts: (data) =>
    data.ops.map((op, index) => ({
      path: `ops.${index}`,
      label: 'packet' in op ? data.packets[op.packet - 1]! : data.message,
      say: op.say,
    })),
  layout: layoutPackets,
  motion: movePackets,
  example,
});
