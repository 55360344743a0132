/** Elements at a moment. */
import { expect, test } from 'vitest';
import { CAMERA, type Element, type SceneDocument, type Track } from '../scene.ts';
import { createEvaluator, type ElementState } from './evaluate.ts';

const square: Element = {
  kind: 'rect',
  id: 'square',
  box: { x: 100, y: 100, width: 40, height: 20 },
  radius: 0,
  fill: '#000000',
};

function sceneOf(elements: Element[], tracks: Track[]): SceneDocument {
  return {
    id: 's',
    aspect_ratio: '16:9',
    width: 1920,
    height: 1080,
    duration: 10,
    background: { gradient: { angle: 0, stops: [{ at: 0, color: '#000000' }] } },
    elements,
    tracks,
    cues: [],
  };
}

function stateOf(elements: Element[], tracks: Track[], seconds: number, id = 'square'): ElementState {
  return createEvaluator(sceneOf(elements, tracks))
    .at(seconds)
    .find((state) => state.element.id === id)!;
}

function at(state: ElementState, x: number, y: number): [number, number] {
  const [a, b, c, d, e, f] = state.matrix;
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
  return [round(a * x + c * y + e), round(b * x + d * y + f)];
}

test('a value holds before its first key and after its last, and eases between', () => {
  const track: Track = {
    element: 'square',
    property: 'opacity',
    keys: [
      { at: 1, value: 0 },
      { at: 2, value: 1, ease: 'linear' },
    ],
  };
  expect([0, 1, 1.25, 2, 9].map((seconds) => stateOf([square], [track], seconds).opacity)).toEqual([
    0, 0, 0.25, 1, 1,
  ]);
});

test('scale and rotation keep the centre, side scales their edge', () => {
  const with_ = (property: Track['property'], value: number) =>
    stateOf([square], [{ element: 'square', property, keys: [{ at: 0, value }] }], 1);
  expect(at(with_('scale', 2), 120, 110)).toEqual([120, 110]);
  expect(at(with_('scale', 2), 100, 100)).toEqual([80, 90]);
  expect(at(with_('rotation', 90), 140, 110)).toEqual([120, 130]);
  expect(at(with_('scale_x', 0.5), 100, 100)).toEqual([100, 100]);
  expect(at(with_('scale_x', 0.5), 140, 100)).toEqual([120, 100]);
  expect(at(with_('scale_y', 0.5), 100, 120)).toEqual([100, 120]);
  expect(at(with_('scale_y', 0.5), 100, 100)).toEqual([100, 110]);
});

test('a group moves and fades what is in it, wherever it stands in the list', () => {
  const group: Element = { kind: 'group', id: 'group', box: { x: 0, y: 0, width: 200, height: 200 } };
  const tracks: Track[] = [
    { element: 'group', property: 'x', keys: [{ at: 0, value: 30 }] },
    { element: 'group', property: 'opacity', keys: [{ at: 0, value: 0.5 }] },
    { element: 'square', property: 'y', keys: [{ at: 0, value: 7 }] },
  ];
  for (const elements of [
    [group, { ...square, group: 'group' }],
    [{ ...square, group: 'group' }, group],
  ]) {
    const state = stateOf(elements, tracks, 0);
    expect(at(state, 100, 100)).toEqual([130, 107]);
    expect(state.opacity).toBe(0.5);
  }
});

test('what travels a path has its centre on it', () => {
  const path: Element = {
    kind: 'path',
    id: 'way',
    box: { x: 0, y: 0, width: 300, height: 400 },
    d: 'M0 0 L300 0 L300 400',
  };
  const travel: Track = {
    element: 'square',
    property: 'along',
    path: 'way',
    keys: [
      { at: 0, value: 0 },
      { at: 7, value: 1, ease: 'linear' },
    ],
  };
  const centre = (seconds: number) => at(stateOf([path, square], [travel], seconds), 120, 110);
  expect(centre(0)).toEqual([0, 0]);
  expect(centre(3)).toEqual([300, 0]);
  expect(centre(7)).toEqual([300, 400]);
});

test('bounds cover stroke and shadow, and follow the transform', () => {
  const drawn: Element = {
    ...square,
    stroke: '#ffffff',
    stroke_width: 10,
    shadow: { color: '#000000', blur: 20, dy: 4 },
  };
  const { bounds } = stateOf(
    [drawn],
    [{ element: 'square', property: 'x', keys: [{ at: 0, value: 50 }] }],
    0,
  );
  expect(bounds.x).toBeLessThanOrEqual(150 - 30);
  expect(bounds.y).toBeLessThanOrEqual(100 - 5);
  expect(bounds.x + bounds.width).toBeGreaterThanOrEqual(190 + 30);
  expect(bounds.y + bounds.height).toBeGreaterThanOrEqual(120 + 34);
});

test('the signature changes exactly when the drawing does', () => {
  const track: Track = {
    element: 'square',
    property: 'fill',
    keys: [
      { at: 1, value: '#000000' },
      { at: 2, value: '#ff0000' },
    ],
  };
  const signature = (seconds: number) => stateOf([square], [track], seconds).signature;
  expect(signature(0)).toBe(signature(0.9));
  expect(signature(1.5)).not.toBe(signature(0.9));
  expect(signature(3)).toBe(signature(2));
});

test('what is computed once is the same at any later time and in any order', () => {
  const group: Element = { kind: 'group', id: 'group', box: square.box };
  const elements: Element[] = [group, { ...square, group: 'group' }];
  const tracks: Track[] = [
    {
      element: 'group',
      property: 'x',
      keys: [
        { at: 1, value: 0 },
        { at: 2, value: 50 },
        { at: 4, value: 50 },
        { at: 5, value: 0 },
      ],
    },
    {
      element: 'square',
      property: 'fill',
      keys: [
        { at: 0, value: '#000000' },
        { at: 3, value: '#000000' },
        { at: 3.5, value: '#ffffff' },
      ],
    },
  ];
  const scene = sceneOf(elements, tracks);
  const evaluator = createEvaluator(scene);
  for (const seconds of [0, 0.5, 1.5, 2, 2.5, 3.2, 6, 3, 4.5, 0, 1, 5]) {
    const again = evaluator.at(seconds)[1]!;
    const fresh = createEvaluator(scene).at(seconds)[1]!;
    expect([again.signature, again.bounds]).toEqual([fresh.signature, fresh.bounds]);
  }
});

test('the camera moves what is not fixed, in groups and out of them', () => {
  const group: Element = { kind: 'group', id: 'group', box: square.box };
  const elements: Element[] = [
    { ...square, group: 'group' },
    group,
    { ...square, id: 'free' },
    { ...square, id: 'headline', fixed: true },
  ];
  const push: Track = { element: CAMERA, property: 'scale', keys: [{ at: 0, value: 2 }] };
  const centre = (id: string) => at(stateOf(elements, [push], 1, id), 960, 540);
  for (const id of ['square', 'free']) {
    expect(centre(id)).toEqual([960, 540]);
    expect(at(stateOf(elements, [push], 1, id), 860, 540)).toEqual([760, 540]);
  }
  expect(at(stateOf(elements, [push], 1, 'headline'), 860, 540)).toEqual([860, 540]);
});
