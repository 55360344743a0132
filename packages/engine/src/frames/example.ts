/** A scene that uses everything a frame can hold, packed into few seconds: for the tests and the bench of this folder. */
import type { Element, SceneDocument, Track } from '../scene/scene.ts';

export interface ExampleOptions {
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
}

/** Made for 640 × 360 px and three seconds; larger frames show it in their upper left corner. */
export function everythingScene({
  width = 640,
  height = 360,
  duration = 3,
}: ExampleOptions = {}): SceneDocument {
  return {
    id: 'everything',
    aspect_ratio: width >= height ? '16:9' : '9:16',
    width,
    height,
    duration,
    background: {
      gradient: {
        angle: 120,
        stops: [
          { at: 0, color: '#1b173f' },
          { at: 1, color: '#100e2a' },
        ],
      },
      glows: [{ x: 0.2, y: 0.2, radius: 0.5, color: '#32296e' }],
      textures: [{ kind: 'specks', color: '#4b4287', count: 30, seed: 7 }],
    },
    elements: ELEMENTS,
    tracks: TRACKS,
    cues: [],
  };
}

const SANS = { family: 'Inter', weight: 600, size: 28 };
const HEADLINE = { family: 'Sora', weight: 700, size: 36, tracking: -0.5 };

function line(text: string, x: number, baseline: number, width: number) {
  return { runs: [{ text, dx: 0, width }], x, baseline, width };
}

const ELEMENTS: Element[] = [
  {
    kind: 'text',
    id: 'headline',
    box: { x: 24, y: 16, width: 420, height: 48 },
    font: HEADLINE,
    color: '#ffffff',
    lines: [
      {
        x: 24,
        baseline: 52,
        width: 420,
        runs: [
          { text: 'Everything at ', dx: 0, width: 270 },
          { text: 'once', dx: 280, width: 90, color: '#ffc14d' },
        ],
      },
    ],
  },
  { kind: 'group', id: 'card', box: { x: 32, y: 90, width: 180, height: 110 } },
  {
    kind: 'rect',
    id: 'card.body',
    group: 'card',
    box: { x: 32, y: 90, width: 180, height: 110 },
    radius: 16,
    fill: '#ffffff',
    fill_to: '#d9d4ff',
    stroke: '#7a6cf0',
    stroke_width: 3,
    shadow: { color: '#00000080', blur: 18, dy: 8 },
  },
  {
    kind: 'text',
    id: 'card.figure',
    group: 'card',
    box: { x: 62, y: 120, width: 120, height: 40 },
    font: { family: 'Space Grotesk', weight: 700, size: 34 },
    color: '#221c4e',
    lines: [line('1,250 ms', 62, 152, 120)],
    counter: { from: 0, to: 1250, decimals: 0, prefix: '', suffix: ' ms' },
  },
  {
    kind: 'path',
    id: 'wire',
    box: { x: 230, y: 108, width: 330, height: 94 },
    d: 'M230 200 C 300 90 420 90 470 160 Q 500 210 560 130',
    stroke: '#8f83ff',
    stroke_width: 5,
    head: { end: true, size: 18 },
  },
  {
    kind: 'path',
    id: 'hint',
    box: { x: 230, y: 212, width: 330, height: 40 },
    d: 'M230 250 A 400 400 0 0 1 560 250',
    stroke: '#6a60a8',
    stroke_width: 4,
    dash: [0, 12],
    opacity: 0.7,
  },
  {
    kind: 'path',
    id: 'check',
    box: { x: 580, y: 40, width: 40, height: 40 },
    d: 'M580 60 L596 80 L620 40 L596 66 Z',
    fill: '#6ee7a8',
  },
  {
    kind: 'ellipse',
    id: 'drop',
    box: { x: 210, y: 180, width: 40, height: 40 },
    fill: '#ff8a5c',
    stroke: '#ffffff',
    stroke_width: 2,
    gloss: '#ffffffaa',
    shadow: { color: '#00000066', blur: 10, dy: 4 },
  },
  {
    kind: 'icon',
    id: 'laptop',
    box: { x: 260, y: 250, width: 90, height: 90 },
    icon: 'fluent-emoji-flat:laptop',
    rotation: 4,
  },
  {
    kind: 'icon',
    id: 'heavy',
    box: { x: 380, y: 250, width: 80, height: 80 },
    icon: 'noto:peacock',
  },
  {
    kind: 'icon',
    id: 'lock',
    box: { x: 490, y: 255, width: 70, height: 70 },
    icon: 'tabler:lock',
    color: '#ffc14d',
  },
  {
    kind: 'text',
    id: 'typed',
    box: { x: 24, y: 300, width: 210, height: 36 },
    font: { family: 'JetBrains Mono', weight: 500, size: 24 },
    color: '#cfc9ff',
    lines: [line('lo = mid + 1', 24, 326, 210)],
  },
  {
    kind: 'rect',
    id: 'bar',
    box: { x: 580, y: 150, width: 36, height: 180 },
    radius: 6,
    fill: '#7a6cf0',
  },
  {
    kind: 'text',
    id: 'label',
    box: { x: 250, y: 215, width: 160, height: 34 },
    font: SANS,
    color: '#ffffff',
    lines: [line('a label', 250, 240, 160)],
  },
];

const TRACKS: Track[] = [
  track('headline', 'opacity', [0, 0], [0.4, 1]),
  track('headline', 'y', [0, 14], [0.4, 0]),
  track('card', 'x', [0.3, -30], [1, 0]),
  track('card', 'opacity', [0.3, 0], [0.7, 1]),
  track('card', 'rotation', [1.2, 0], [1.6, 3]),
  track('card', 'scale', [1.6, 1], [1.9, 1.08], [2.2, 1]),
  track('card.figure', 'count', [0.7, 0], [1.5, 1]),
  track('card.body', 'fill', [1.5, '#ffffff'], [2, '#ffe3b0']),
  track('wire', 'draw', [0.5, 0], [1.3, 1]),
  track('wire', 'stroke', [2.1, '#8f83ff'], [2.4, '#6ee7a8']),
  track('hint', 'draw', [0.2, 0], [0.9, 1]),
  track('check', 'draw', [1.8, 0], [2.1, 1]),
  { ...track('drop', 'along', [1.3, 0], [2.3, 1]), path: 'wire' },
  track('laptop', 'scale', [0.2, 0.6], [0.6, 1]),
  track('laptop', 'rotation', [2.2, 0], [2.5, 10]),
  track('heavy', 'x', [0.4, 0], [1.4, 25.4]),
  { ...track('lock', 'y', [0, 0], [0.75, -6], [1.5, 0], [2.25, -6], [2.6, 0]), ambient: true },
  track('lock', 'reveal', [0.1, 0], [0.6, 1]),
  track('typed', 'reveal', [0.8, 0], [1.6, 1]),
  track('bar', 'scale_y', [0.6, 0.05], [1.2, 1]),
  track('bar', 'scale_x', [2, 1], [2.3, 0.7]),
  track('label', 'color', [1, '#ffffff'], [1.5, '#8f83ff']),
  track('label', 'opacity', [2.3, 1], [2.6, 0.3]),
];

function track(
  element: string,
  property: Track['property'],
  ...keys: [at: number, value: number | string][]
): Track {
  return { element, property, keys: keys.map(([at, value]) => ({ at, value, ease: 'in_out' })) };
}
