/** A stack alone, and a queue and a stack beside each other. */
import type { Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { complete, GAP, names, PAD, type Plan } from './cards.ts';
import type { QueueData } from './schema.ts';
import type { Story } from './story.ts';

/** What waits stands to the left above the stack, what is out to the right. */
export function planStack(data: QueueData, story: Story, setting: Setting): Plan {
  const { area } = setting;
  const wide = setting.shape === 'wide';
  const width = wide ? Math.min(480, (area.width - 160) / 3) : (area.width - 56) / 2;
  const named = names(data, setting, width);
  const label = Math.max(named.into.height, named.out.height) + 14;
  // In a tall frame the names stand above what waits and what is out: cards leave downwards.
  const head = wide ? 0 : label;
  const mouth = wide ? 44 : 110;
  const height = Math.min(
    wide ? 150 : 180,
    (area.height - head - mouth - PAD - (story.places - 1) * GAP) / (story.places + 1),
  );
  const x = area.x + area.width / 2;
  const inner = story.places * (height + GAP) - GAP + PAD;
  const top = area.y + head + (area.height - head - inner - mouth - height) / 2;
  const y = top + height / 2;
  const floor = top + height + mouth + inner;
  const rim = floor - inner - 6;
  const half = width / 2 + PAD;
  const aside = wide ? Math.min(area.width / 2 - width / 2, width + 130) : area.width / 2 - width / 2;
  const [wait, out] = [
    { x: x - aside, y },
    { x: x + aside, y },
  ];
  const beside = wide ? y + height / 2 + 16 : top - label;
  const bend = y + height / 2 + 10;
  const inside = half * 0.45;
  const ways = wide
    ? {
        in: [
          { x: wait.x + width / 2 + 14, y },
          { x: x - inside, y },
          { x: x - inside, y: rim + 24 },
        ],
        out: [
          { x: x + inside, y: rim + 24 },
          { x: x + inside, y },
          { x: out.x - width / 2 - 18, y },
        ],
      }
    : {
        in: [
          { x: wait.x, y: bend },
          { x: wait.x, y: (bend + rim) / 2 },
          { x: x - inside, y: (bend + rim) / 2 },
          { x: x - inside, y: rim + 20 },
        ],
        out: [
          { x: x + inside, y: rim + 20 },
          { x: x + inside, y: (bend + rim) / 2 },
          { x: out.x, y: (bend + rim) / 2 },
          { x: out.x, y: bend },
        ],
      };
  return complete(story, setting, { width, height }, false, {
    lanes: [
      {
        lane: story.lanes[0]!,
        wait,
        out,
        place: (index) => ({ x, y: floor - PAD - height / 2 - index * (height + GAP) }),
        via: { x, y: wide ? y : (bend + rim) / 2 },
        walls: [bowl(x, half, rim, floor)],
        ways,
        title: undefined,
      },
    ],
    into: { block: named.into, at: { x: wait.x, y: beside } },
    out: { block: named.out, at: { x: out.x, y: beside } },
  });
}

/** A queue to the left and a stack to the right; what waits comes into both. */
export function planBoth(data: QueueData, story: Story, setting: Setting): Plan {
  const { area, theme } = setting;
  const wide = setting.shape === 'wide';
  const columns = wide ? 3 : 2;
  const between = wide ? 96 : 44;
  const width = Math.min(430, (area.width - (columns - 1) * between) / columns - 2 * PAD);
  const named = names(data, setting, width);
  const titles = [data.names.queue, data.names.stack].map((text) =>
    setting.fit(text, { style: theme.fonts.strong, size: setting.type.label + 4, max_width: width }),
  );
  const foot = Math.max(...titles.map((one) => one.height)) + 18;
  const mouth = wide ? 26 : 92;
  const rows = story.places + 2;
  const height = Math.min(140, (area.height - foot - 2 * mouth - PAD - (story.places - 1) * GAP) / rows);
  const inner = story.places * (height + GAP) - GAP + PAD;
  const top = area.y + Math.max(0, area.height - foot - 2 * mouth - 2 * height - inner) / 2;
  const y = top + height / 2;
  const rim = top + height + mouth;
  const bottom = rim + inner;
  const middle = area.x + area.width / 2;
  const [left, right] = [area.x + PAD + width / 2, area.x + area.width - PAD - width / 2];
  const half = width / 2 + PAD;
  const floor = bottom + mouth + height + PAD / 2;
  const wait = { x: wide ? middle : left, y };
  const queueOut = { x: left, y: bottom + mouth + height / 2 };
  const stackOut = { x: right, y };
  const lane = (kind: 'queue' | 'stack') => story.lanes.find((one) => one.kind === kind)!;
  return complete(story, setting, { width, height }, false, {
    lanes: [
      {
        lane: lane('queue'),
        wait,
        out: queueOut,
        place: (index) => ({ x: left, y: bottom - PAD / 2 - height / 2 - index * (height + GAP) }),
        via: wide ? { x: left, y } : undefined,
        walls: [-1, 1].map((way) => [
          { x: left + way * half, y: rim },
          { x: left + way * half, y: bottom },
        ]),
        ways: {
          in: wide
            ? [
                { x: wait.x - width / 2 - 14, y },
                { x: left, y },
                { x: left, y: rim + 16 },
              ]
            : [
                { x: left, y: y + height / 2 + 10 },
                { x: left, y: rim + 10 },
              ],
          out: [
            { x: left, y: bottom + 2 },
            { x: left, y: bottom + mouth - 4 },
          ],
        },
        title: { block: titles[0]!, at: { x: left, y: floor + 18 } },
      },
      {
        lane: lane('stack'),
        wait,
        out: stackOut,
        place: (index) => ({ x: right, y: floor - PAD - height / 2 - index * (height + GAP) }),
        via: { x: right, y },
        walls: [bowl(right, half, floor - inner, floor)],
        ways: {
          in: wide
            ? [
                { x: wait.x + width / 2 + 14, y },
                { x: right, y },
                { x: right, y: floor - inner + 10 },
              ]
            : [
                { x: wait.x + width / 2 + 6, y },
                { x: right - width / 2 - 8, y },
              ],
          out: [
            { x: right, y: floor - inner + 10 },
            { x: right, y: y + height / 2 + 12 },
          ],
        },
        title: { block: titles[1]!, at: { x: right, y: floor + 18 } },
      },
    ],
    into: wide ? { block: named.into, at: { x: wait.x, y: y + height / 2 + 14 } } : undefined,
    out: wide
      ? {
          block: named.out,
          at: { x: left + half + 20 + named.out.width / 2, y: queueOut.y - named.out.height / 2 },
        }
      : undefined,
  });
}

function bowl(x: number, half: number, rim: number, floor: number): Point[] {
  return [
    { x: x - half, y: rim },
    { x: x - half, y: floor },
    { x: x + half, y: floor },
    { x: x + half, y: rim },
  ];
}
