import { expect, test } from 'vitest';
import { checkContrast } from './contrast.ts';
import { checkCues } from './cues.ts';
import { label, narrationOf, sceneOf, scriptOf, storyboardOf } from './faults/film.ts';
import { checkClippedText, checkOffFrame } from './inside.ts';
import { checkLength } from './length.ts';
import { checkOverlap } from './overlap.ts';
import { checkTextSize } from './text-size.ts';

test('texts side by side do not overlap, and one moved onto the other is caught', () => {
  expect(checkOverlap([sceneOf([label('a', 200, 200), label('b', 200, 300)])]).passed).toBe(true);
  const gate = checkOverlap([sceneOf([label('a', 200, 200), label('b', 220, 210)])]);
  expect(gate).toMatchObject({ passed: false, value: 1 });
  expect(gate.detail).toContain('b lies on a');
});

test('a shape on a text is caught unless the text declares that it lies on the shape', () => {
  const card = {
    kind: 'rect',
    id: 'card',
    box: { x: 150, y: 180, width: 400, height: 90 },
    radius: 8,
    fill: '#333333',
  } as const;
  expect(checkOverlap([sceneOf([card, label('a', 200, 200)])]).passed).toBe(false);
  expect(checkOverlap([sceneOf([card, label('a', 200, 200, { on: ['card'] })])]).passed).toBe(true);
});

test('an element that only moves onto a text later is caught at the moment it rests there', () => {
  const ball = {
    kind: 'ellipse',
    id: 'ball',
    box: { x: 900, y: 200, width: 60, height: 60 },
    fill: '#fff',
  } as const;
  const tracks = [
    {
      element: 'ball',
      property: 'x' as const,
      keys: [
        { at: 1, value: 0 },
        { at: 2, value: -600 },
      ],
    },
  ];
  expect(checkOverlap([sceneOf([label('a', 200, 200), ball], { tracks })]).passed).toBe(false);
});

test('what has faded away overlaps nothing', () => {
  const tracks = [{ element: 'a', property: 'opacity' as const, keys: [{ at: 0, value: 0 }] }];
  expect(checkOverlap([sceneOf([label('a', 200, 200), label('b', 220, 210)], { tracks })]).passed).toBe(true);
});

test('an element that hangs out of the frame is caught', () => {
  expect(checkOffFrame([sceneOf([label('a', 1600, 200)])]).passed).toBe(true);
  expect(checkOffFrame([sceneOf([label('a', 1700, 200)])])).toMatchObject({ passed: false, value: 80 });
});

test('text that needs more room than its line was given is caught', () => {
  const long = label('a', 200, 200);
  long.lines[0]!.runs[0]!.text = 'a label far too long for the three hundred pixels it was given';
  expect(checkClippedText([sceneOf([long])]).passed).toBe(false);
  expect(checkClippedText([sceneOf([label('a', 200, 200)])]).passed).toBe(true);
});

test('text below 28 px is caught, also when it was set larger and shrinks to rest', () => {
  const small = label('a', 200, 200, { font: { family: 'Inter', weight: 500, size: 27 } });
  expect(checkTextSize([sceneOf([small])])).toMatchObject({ passed: false, value: 27 });
  const tracks = [
    {
      element: 'b',
      property: 'scale' as const,
      keys: [
        { at: 1, value: 1 },
        { at: 2, value: 0.5 },
      ],
    },
  ];
  expect(checkTextSize([sceneOf([label('b', 200, 200)], { tracks })])).toMatchObject({
    passed: false,
    value: 20,
  });
});

test('text is held to 36 px in a tall frame', () => {
  const text = label('a', 200, 200, { font: { family: 'Inter', weight: 500, size: 32 } });
  expect(checkTextSize([sceneOf([text])]).passed).toBe(true);
  expect(checkTextSize([sceneOf([text], { aspect_ratio: '9:16', width: 1080, height: 1920 })]).passed).toBe(
    false,
  );
});

test('grey on grey is caught by the pixels that are really behind the text', async () => {
  const pale = {
    kind: 'rect',
    id: 'card',
    box: { x: 150, y: 180, width: 400, height: 90 },
    radius: 0,
    fill: '#cccccc',
  } as const;
  expect((await checkContrast([sceneOf([label('a', 200, 200)])])).passed).toBe(true);
  expect((await checkContrast([sceneOf([pale, label('a', 200, 200, { on: ['card'] })])])).passed).toBe(false);
});

test('a text that is half transparent counts with the contrast it really has', async () => {
  const text = (opacity: number) => label('a', 200, 200, { color: '#7d7d9a', opacity });
  expect((await checkContrast([sceneOf([text(1)])])).passed).toBe(true);
  expect((await checkContrast([sceneOf([text(0.91)])])).passed).toBe(false);
});

test('a text dimmed on purpose may fall to 2 : 1, and not below', async () => {
  const dim = (color: string) => label('a', 200, 200, { color, dimmed_from: 0 });
  expect((await checkContrast([sceneOf([dim('#5a5a78')])])).passed).toBe(true);
  expect((await checkContrast([sceneOf([dim('#2a2a3a')])])).passed).toBe(false);
});

test('a text that is dimmed while it still comes in is measured when it is there', async () => {
  const coming = (end: number) => [
    {
      element: 'a',
      property: 'opacity' as const,
      keys: [
        { at: 1, value: 0 },
        { at: 1.5, value: end },
      ],
    },
  ];
  const gateOf = (end: number) =>
    checkContrast([
      sceneOf([label('a', 200, 200, { color: '#5a5a78', dimmed_from: 1 })], {
        tracks: coming(end),
        cues: [{ part: 'a', at: 1.1, spoken: true }],
      }),
    ]);
  expect((await gateOf(1)).passed).toBe(true);
  expect((await gateOf(0.5)).passed).toBe(false);
});

test('a part that moves as its word is spoken passes, and one that comes 0.2 s late is caught', () => {
  const part = label('a', 200, 200, { part: 'items.0' });
  const entering = (at: number) =>
    sceneOf([part], {
      tracks: [
        {
          element: 'a',
          property: 'opacity',
          keys: [
            { at: 0, value: 0 },
            { at, value: 0 },
            { at: at + 0.4, value: 1 },
          ],
        },
      ],
      cues: [{ part: 'items.0', at: 1.5, spoken: true }],
    });
  expect(checkCues(storyboardOf(1.5), [entering(1.5)], narrationOf()).passed).toBe(true);
  const late = checkCues(storyboardOf(1.5), [entering(1.7)], narrationOf());
  expect(late.passed).toBe(false);
  expect(late.value).toBeCloseTo(0.2, 1);
});

test('a cue whose part never moves is caught', () => {
  const scene = sceneOf([label('a', 200, 200, { part: 'items.0' })]);
  expect(checkCues(storyboardOf(1.5), [scene], narrationOf()).passed).toBe(false);
});

test('ambient motion is no answer to a cue', () => {
  const scene = sceneOf([label('a', 200, 200, { part: 'items.0' })], {
    tracks: [
      {
        element: 'a',
        property: 'y',
        ambient: true,
        keys: [
          { at: 1.5, value: 0 },
          { at: 3, value: 8 },
        ],
      },
    ],
  });
  expect(checkCues(storyboardOf(1.5), [scene], narrationOf()).passed).toBe(false);
});

test('a film 10 % off the length asked for is caught, unless its material ended', () => {
  expect(checkLength(scriptOf(4.1), narrationOf()).passed).toBe(true);
  expect(checkLength(scriptOf(4.5), narrationOf()).passed).toBe(false);
  expect(checkLength({ ...scriptOf(9), material_ends: true }, narrationOf()).passed).toBe(true);
  expect(checkLength({ ...scriptOf(3), material_ends: true }, narrationOf()).passed).toBe(false);
});

test('a thick line with flat ends covers nothing beyond them, one with round ends does', () => {
  const line = (cap: 'flat' | 'round') =>
    ({
      kind: 'path',
      id: 'line',
      box: { x: 600, y: 230, width: 300, height: 1 },
      d: 'M600 230L900 230',
      stroke: '#fff',
      stroke_width: 80,
      cap,
    }) as const;
  // The label ends 30 px before the line begins.
  const text = label('a', 270, 200);
  expect(checkOverlap([sceneOf([text, line('flat')])]).passed).toBe(true);
  expect(checkOverlap([sceneOf([text, line('round')])]).passed).toBe(false);
});
