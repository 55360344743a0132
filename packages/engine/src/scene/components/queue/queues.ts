/** A queue alone: along a wide frame, down a tall one. */
import type { Box } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { complete, GAP, names, PAD, type Plan } from './cards.ts';
import type { QueueData } from './schema.ts';
import type { Story } from './story.ts';

/** From left to right: what waits, the lane, what is out. */
export function planLying(data: QueueData, story: Story, setting: Setting): Plan {
  const { area } = setting;
  const gap = 110;
  const width = Math.min(
    250,
    (area.width - 2 * gap - (story.places - 1) * GAP - 2 * PAD) / (story.places + 2),
  );
  const named = names(data, setting, width + gap);
  const foot = Math.max(named.into.height, named.out.height) + 24;
  const height = Math.min(330, width * 1.45, area.height - foot - 2 * PAD);
  const inner = story.places * (width + GAP) - GAP + 2 * PAD;
  const whole = inner + 2 * (gap + width);
  const left = area.x + (area.width - whole) / 2;
  const y = area.y + (area.height - foot) / 2;
  const lane: Box = {
    x: left + width + gap,
    y: y - height / 2 - PAD,
    width: inner,
    height: height + 2 * PAD,
  };
  const right = lane.x + lane.width;
  const wait = { x: left + width / 2, y };
  const out = { x: right + gap + width / 2, y };
  const under = y + height / 2 + 24;
  return complete(story, setting, { width, height }, true, {
    lanes: [
      {
        lane: story.lanes[0]!,
        wait,
        out,
        place: (index) => ({ x: right - PAD - width / 2 - index * (width + GAP), y }),
        via: undefined,
        walls: [lane.y, lane.y + lane.height].map((at) => [
          { x: lane.x, y: at },
          { x: right, y: at },
        ]),
        ways: {
          in: [
            { x: wait.x + width / 2 + 16, y },
            { x: lane.x - 12, y },
          ],
          out: [
            { x: right + 14, y },
            { x: out.x - width / 2 - 18, y },
          ],
        },
        title: undefined,
      },
    ],
    into: { block: named.into, at: { x: wait.x, y: under } },
    out: { block: named.out, at: { x: out.x, y: under } },
  });
}

/** From above down: what waits, the lane, what is out. */
export function planStanding(data: QueueData, story: Story, setting: Setting): Plan {
  const { area } = setting;
  const named = names(data, setting, area.width * 0.26);
  const side = Math.max(named.into.width, named.out.width) + 40;
  const width = Math.min(560, area.width - 2 * side);
  const ways = 84;
  const height = Math.min(
    150,
    (area.height - 2 * ways - 2 * PAD - (story.places - 1) * GAP) / (story.places + 2),
  );
  const x = area.x + area.width / 2;
  const inner = story.places * (height + GAP) - GAP + 2 * PAD;
  const top = area.y + (area.height - inner - 2 * (ways + height)) / 2;
  const lane = { y: top + height + ways, height: inner };
  const bottom = lane.y + inner;
  const wait = { x, y: top + height / 2 };
  const out = { x, y: bottom + ways + height / 2 };
  return complete(story, setting, { width, height }, false, {
    lanes: [
      {
        lane: story.lanes[0]!,
        wait,
        out,
        place: (index) => ({ x, y: bottom - PAD - height / 2 - index * (height + GAP) }),
        via: undefined,
        walls: [-1, 1].map((way) => {
          const at = x + way * (width / 2 + PAD);
          return [
            { x: at, y: lane.y },
            { x: at, y: bottom },
          ];
        }),
        ways: {
          in: [
            { x, y: wait.y + height / 2 + 12 },
            { x, y: lane.y - 8 },
          ],
          out: [
            { x, y: bottom + 10 },
            { x, y: out.y - height / 2 - 14 },
          ],
        },
        title: undefined,
      },
    ],
    into: {
      block: named.into,
      at: { x: x - width / 2 - side / 2, y: wait.y - named.into.height / 2 },
    },
    out: { block: named.out, at: { x: x - width / 2 - side / 2, y: out.y - named.out.height / 2 } },
  });
}
