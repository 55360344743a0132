/** Scenery: the place a stage is set in, behind everything, in colours a little off the theme's ground. */
import { around } from '../../../layout/box.ts';
import type { Element } from '../../../scene.ts';
import type { Setting } from '../../setting.ts';
import type { Plan } from '../plan.ts';
import { overlap } from '../room.ts';
import type { SceneryName } from './names.ts';
import { block, cloud, disc, fir, land, OVER, ripple, strewn } from './shapes.ts';
import { type Tones, tonesOf } from './tones.ts';

/** One layer, in one tone. */
type Layer = [tone: keyof Tones, d: string];

interface Land {
  width: number;
  height: number;
  /** Where the ground begins, px: behind the feet of those who stand. */
  horizon: number;
  isTall: boolean;
  /** Where across the frame a sun of this radius stands behind nobody, px. */
  clearing: (y: number, radius: number) => number;
}

/** Layers from back to front; nothing for `none`. */
export function drawScenery(name: SceneryName, plan: Plan, setting: Setting): Element[] {
  if (name === 'none') return [];
  const { width, height, shape, theme } = setting;
  const tones = tonesOf(theme);
  const layers = PLACES[name]({
    width,
    height,
    horizon: horizonOf(plan, setting),
    isTall: shape === 'tall',
    clearing: (y, radius) => clearing(y, radius, plan, width),
  });
  return layers.map(([tone, d], index) => ({
    kind: 'path',
    id: `scenery.${index}`,
    role: 'scenery',
    key: `scenery:${name}:${index}`,
    box: { x: -OVER, y: -OVER, width: width + 2 * OVER, height: height + 2 * OVER },
    d,
    fill: tones[tone],
  }));
}

/** Has a place a floor that casts shadows? */
export function hasFloor(name: SceneryName): boolean {
  return !['none', 'sky', 'space', 'sea'].includes(name);
}

/** A little above the feet of the highest of those who stand in the middle or at the bottom. */
function horizonOf(plan: Plan, setting: Setting): number {
  const { height, shape } = setting;
  const [least, most] = shape === 'wide' ? [0.5, 0.74] : [0.44, 0.66];
  const feet = [...plan.homes].flatMap(([id, box]) => {
    const { actor } = plan.cast.figures.get(id)!;
    const isStanding =
      !actor.at?.startsWith('top') && (actor.along ?? actor.on ?? actor.above ?? actor.below) === undefined;
    return isStanding ? [box.y + box.height * 0.74] : [];
  });
  const wished = feet.length > 0 ? Math.min(...feet) : height * most;
  return Math.min(height * most, Math.max(height * least, wished));
}

function clearing(y: number, radius: number, plan: Plan, width: number): number {
  const free = [0.86, 0.68, 0.5, 0.14, 0.32].find((share) =>
    [...plan.homes.values()].every(
      (box) => overlap(box, around({ x: share * width, y }, 2 * radius + 30)) === 0,
    ),
  );
  return (free ?? 0.86) * width;
}

const PLACES: Record<Exclude<SceneryName, 'none'>, (place: Land) => Layer[]> = {
  ground: ({ width, height, horizon }) => [
    ['middle', land(width, height, horizon, [0, 10, 22, 26, 18, 8])],
    ['near', land(width, height, horizon + (height - horizon) * 0.62, [14, 22, 10, 0, 8])],
  ],

  hills: ({ width, height, horizon, isTall, clearing }) => {
    const rise = isTall ? 1.25 : 1;
    const sun = { y: horizon - 300 * rise, radius: isTall ? 110 : 96 };
    return [
      ['far', disc(clearing(sun.y, sun.radius), sun.y, sun.radius)],
      [
        'far',
        land(
          width,
          height,
          horizon,
          [60, 170, 120, 210, 110, 150, 60].map((h) => h * rise),
        ),
      ],
      [
        'middle',
        land(
          width,
          height,
          horizon,
          [40, 24, 92, 60, 14, 50, 96].map((h) => h * rise),
        ),
      ],
      ['near', land(width, height, horizon + 46, [30, 44, 26, 10, 18, 36])],
    ];
  },

  forest: ({ width, height, horizon, isTall }) => {
    const firs = (count: number, tall: number, turn: number) =>
      Array.from({ length: count }, (_, index) => {
        const x = ((index + 0.5) / count) * (width + 80) - 40 + (strewn(index, turn) - 0.5) * (width / count);
        return fir(x, horizon + 10, tall * (0.65 + 0.5 * strewn(index)));
      }).join('');
    const [many, few] = isTall ? [9, 6] : [15, 10];
    return [
      ['far', firs(many, isTall ? 360 : 300, 0.382)],
      ['middle', firs(few, isTall ? 240 : 200, 0.7548)],
      ['near', land(width, height, horizon, [14, 20, 10, 4, 12, 18])],
    ];
  },

  city: ({ width, height, horizon, isTall }) => {
    const houses = (count: number, tall: number, turn: number) =>
      Array.from({ length: count }, (_, index) => {
        const step = (width + 2 * OVER) / count;
        const high = tall * (0.35 + 0.65 * strewn(index, turn));
        const x = -OVER + index * step;
        const roof = index % 3 === 1 ? block(x + step * 0.36, horizon - high - 34, 10, 36) : '';
        return `${block(x + 4, horizon - high, step * (0.8 + 0.14 * strewn(index)), high + 12)}${roof}`;
      }).join('');
    return [
      ['far', houses(isTall ? 8 : 13, isTall ? 420 : 330, 0.382)],
      ['middle', houses(isTall ? 6 : 10, isTall ? 230 : 180, 0.7548)],
      ['near', block(-OVER, horizon, width + 2 * OVER, height - horizon + OVER)],
    ];
  },

  sea: ({ width, height, horizon, clearing }) => [
    ['far', disc(clearing(horizon - 40, 120), horizon, 120)],
    ['middle', block(-OVER, horizon, width + 2 * OVER, height - horizon + OVER)],
    [
      'near',
      Array.from({ length: 9 }, (_, index) => {
        const depth = (index + 0.7) / 9;
        const long = 120 + 220 * depth;
        const x = strewn(index, 0.7548) * (width + long) - long;
        return ripple(x, horizon + (height - horizon) * depth, long, 7 + 9 * depth);
      }).join(''),
    ],
  ],

  sky: ({ width, height, isTall }) => [
    [
      'far',
      [0, 1, 2]
        .map((i) => cloud(width * [0.84, 0.2, 0.6][i]!, height * [0.22, 0.5, 0.86][i]!, isTall ? 420 : 460))
        .join(''),
    ],
    [
      'middle',
      [0, 1]
        .map((i) => cloud(width * [0.55, 0.9][i]!, height * [0.4, 0.68][i]!, isTall ? 300 : 320))
        .join(''),
    ],
    ['middle', cloud(width * 0.12, height * 0.82, isTall ? 380 : 420)],
  ],

  space: ({ width, height, isTall }) => {
    const radius = isTall ? 520 : 620;
    const centre = { x: width * 0.86, y: height + radius * 0.42 };
    const craters = [
      [-0.52, -0.62, 0.1],
      [-0.2, -0.78, 0.06],
      [0.06, -0.6, 0.13],
      [-0.7, -0.36, 0.06],
    ];
    const stars = Array.from({ length: isTall ? 54 : 64 }, (_, index) =>
      disc(
        strewn(index, 0.7548) * width,
        strewn(index, 0.5698) * height,
        1.6 + 3.2 * strewn(index, 0.382) ** 3,
      ),
    );
    return [
      ['near', stars.join('')],
      ['far', disc(centre.x, centre.y, radius * 1.16)],
      ['middle', disc(centre.x, centre.y, radius)],
      [
        'near',
        craters
          .map(([x, y, r]) => disc(centre.x + x! * radius, centre.y + y! * radius, r! * radius))
          .join(''),
      ],
    ];
  },

  desk: ({ width, height, horizon, isTall }) => {
    const edge = Math.min(height - 60, horizon + (height - horizon) * 0.8);
    const [w, h] = isTall ? [430, 330] : [520, 300];
    const x = width - w - (isTall ? 90 : 150);
    const y = horizon - h - (isTall ? 130 : 60);
    return [
      ['far', `${block(x, y, w, h)}${block(x - 16, y - 16, w + 32, 16)}${block(x - 16, y + h, w + 32, 16)}`],
      ['middle', block(-OVER, horizon, width + 2 * OVER, height - horizon + OVER)],
      ['near', block(-OVER, edge, width + 2 * OVER, height - edge + OVER)],
    ];
  },

  room: ({ width, height, horizon, isTall }) => {
    const [w, h] = isTall ? [300, 380] : [340, 300];
    const x = width * 0.5 - w / 2;
    const y = Math.max(height * 0.2, horizon - h - (isTall ? 220 : 130));
    const bar = 14;
    const panes = [
      block(x, y, (w - bar) / 2, (h - bar) / 2),
      block(x + (w + bar) / 2, y, (w - bar) / 2, (h - bar) / 2),
      block(x, y + (h + bar) / 2, (w - bar) / 2, (h - bar) / 2),
      block(x + (w + bar) / 2, y + (h + bar) / 2, (w - bar) / 2, (h - bar) / 2),
    ];
    return [
      ['far', panes.join('')],
      ['middle', block(x - 26, y + h + 12, w + 52, 18)],
      ['near', block(-OVER, horizon - 16, width + 2 * OVER, 16)],
      ['middle', block(-OVER, horizon, width + 2 * OVER, height - horizon + OVER)],
    ];
  },
};
