/** A scene denser than any component makes: icons travel, figures count, lines draw, and drops drift, without a pause. */
import type { Element, Key, SceneDocument, Track } from '../packages/engine/src/scene/scene.ts';

const ICONS = [
  'laptop',
  'locked',
  'key',
  'rocket',
  'globe-showing-americas',
  'detective',
  'scroll',
  'light-bulb',
];
const WIDTH = 1920;
const HEIGHT = 1080;

/** @param seconds a whole number */
export function busyScene(seed: number, seconds: number): SceneDocument {
  const elements: Element[] = [headline(seed)];
  const tracks: Track[] = [];
  for (let index = 0; index < 12; index += 1) {
    const x = 120 + (index % 6) * 290;
    const y = 240 + Math.floor(index / 6) * 380;
    const icon = ICONS[(index + seed) % ICONS.length]!;
    elements.push(
      {
        kind: 'icon',
        id: `icon.${index}`,
        box: { x, y, width: 160, height: 160 },
        icon: `fluent-emoji-flat:${icon}`,
      },
      label(`label.${index}`, x, y + 210, 'figure'),
      {
        kind: 'ellipse',
        id: `drop.${index}`,
        box: { x: x + 170, y, width: 44, height: 44 },
        fill: '#ff8a5c',
        gloss: '#ffffff',
      },
      {
        kind: 'path',
        id: `wire.${index}`,
        box: { x, y: y + 240, width: 220, height: 40 },
        d: `M${x} ${y + 270} Q${x + 110} ${y + 220} ${x + 220} ${y + 270}`,
        stroke: '#8f83ff',
        stroke_width: 6,
        head: { end: true, size: 20 },
      },
    );
    tracks.push(
      swing(`icon.${index}`, 'x', seconds, 36, index + seed),
      swing(`icon.${index}`, 'y', seconds, 22, index + seed + 1),
      swing(`drop.${index}`, 'y', seconds, 60, index),
      { element: `label.${index}`, property: 'count', keys: [key(0, 0), key(seconds, 1)] },
      { element: `wire.${index}`, property: 'draw', keys: keysEvery(seconds, 1, (turn) => turn % 2) },
    );
  }
  return {
    id: `busy.${seed}`,
    aspect_ratio: '16:9',
    width: WIDTH,
    height: HEIGHT,
    duration: seconds,
    background: {
      gradient: {
        angle: 120,
        stops: [key(0, '#1b173f'), key(1, '#100e2a')].map(({ at, value }) => ({ at, color: value })),
      },
      glows: [{ x: 0.2, y: 0.12, radius: 0.55, color: '#32296e' }],
      textures: [{ kind: 'specks', color: '#4b4287', count: 46, seed }],
    },
    elements,
    tracks,
    cues: [],
  };
}

function headline(seed: number): Element {
  return {
    kind: 'text',
    id: 'headline',
    box: { x: 144, y: 96, width: 1200, height: 100 },
    font: { family: 'Sora', weight: 700, size: 84 },
    color: '#ffffff',
    lines: [
      {
        runs: [{ text: `Everything moves at once ${seed}`, dx: 0, width: 1200 }],
        x: 144,
        baseline: 176,
        width: 1200,
      },
    ],
  };
}

function label(id: string, x: number, baseline: number, text: string): Element {
  return {
    kind: 'text',
    id,
    box: { x, y: baseline - 34, width: 160, height: 44 },
    font: { family: 'Inter', weight: 600, size: 36 },
    color: '#cfc9ff',
    lines: [{ runs: [{ text, dx: 0, width: 160 }], x, baseline, width: 160 }],
    counter: { from: 0, to: 9000, decimals: 0, prefix: '', suffix: ' ms' },
  };
}

function swing(element: string, property: 'x' | 'y', seconds: number, reach: number, phase: number): Track {
  const keys = keysEvery(seconds, 1, (turn) => ((turn + phase) % 2 === 0 ? reach : -reach));
  return { element, property, ambient: true, keys };
}

function keysEvery(seconds: number, step: number, value: (turn: number) => number): Key[] {
  return Array.from({ length: seconds / step + 1 }, (_, turn) => ({
    at: turn * step,
    value: value(turn),
    ease: 'sine',
  }));
}

function key<Value extends number | string>(at: number, value: Value) {
  return { at, value, ease: 'linear' as const };
}
