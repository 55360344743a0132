import { expect, test } from 'vitest';
import type { Element, IconElement, SceneDocument, TextElement } from '../scene/scene.ts';
import { collectAssets } from './collect.ts';
import { missingGlyphs } from './fonts.ts';

const box = { x: 0, y: 0, width: 100, height: 40 };

function scene(...elements: Element[]): SceneDocument {
  return {
    id: 's1',
    aspect_ratio: '16:9',
    width: 1920,
    height: 1080,
    duration: 4,
    background: { gradient: { angle: 0, stops: [{ at: 0, color: '#000' }] } },
    elements,
    tracks: [],
    cues: [],
  };
}

function text(words: string, family = 'Sora', weight = 700): TextElement {
  const runs = [{ text: words, dx: 0, width: 100 }];
  const font = { family, weight, size: 40 };
  return {
    kind: 'text',
    id: words,
    box,
    font,
    color: '#fff',
    lines: [{ runs, x: 0, baseline: 40, width: 100 }],
  };
}

function icon(id: string): IconElement {
  return { kind: 'icon', id, box, icon: id };
}

test('every icon and every face that draws a character is listed once, licensed and hashed, in order', () => {
  const manifest = collectAssets([
    scene(icon('lucide:server'), icon('fluent-emoji-flat:laptop'), text('Hello')),
    scene(icon('lucide:server'), text('Łódź'), text('π 😀', 'Inter', 600)),
  ]);
  expect(manifest.icons.map(({ id, licence }) => `${id} ${licence}`)).toEqual([
    'fluent-emoji-flat:laptop MIT',
    'lucide:server ISC',
  ]);
  expect(manifest.fonts.map(({ file }) => file.split('/').at(-1))).toEqual([
    'inter-greek-600-normal.woff2',
    'sora-latin-700-normal.woff2',
    'sora-latin-ext-700-normal.woff2',
    expect.stringMatching(/^\d+\.woff2$/),
  ]);
  for (const { file } of manifest.fonts) expect(file).toMatch(/^@(fontsource|infolektuell)\//);
  for (const { sha256 } of [...manifest.icons, ...manifest.fonts]) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a composed picture is listed by its parts, each with where it comes from', () => {
  const composed = icon('composed:fluent-emoji-flat:laptop;chalktalk:browser@on;circle-flags:fr@on^');
  expect(collectAssets([scene(composed)]).icons.map(({ id, source }) => `${id} ${source}`)).toEqual([
    'chalktalk:browser @chalktalk/engine',
    'circle-flags:fr @iconify-json/circle-flags',
    'fluent-emoji-flat:laptop @iconify-json/fluent-emoji-flat',
  ]);
});

test('the manifest does not depend on the order of the scenes', () => {
  const [a, b] = [
    scene(icon('lucide:server'), text('a')),
    scene(icon('tabler:router'), text('b', 'Inter', 400)),
  ];
  expect(collectAssets([a, b])).toEqual(collectAssets([b, a]));
});

test('a character no typeface has stops the film, with its code, its passage and the fix', () => {
  expect(() => collectAssets([scene(text('Water is 𒀀'))])).toThrow(
    /No installed typeface has "𒀀" \(U\+12000\), a character of "Water is 𒀀" in scene s1; write it/,
  );
});

test('the figures a counter passes through are part of its text', () => {
  const figure = { ...text('9'), counter: { from: 0, to: 9, decimals: 0, prefix: '円', suffix: '' } };
  expect(() => collectAssets([scene(figure)])).toThrow(/"円"/);
});

test('an icon that no set has stops the film', () => {
  for (const id of ['lucide:no-such-icon', 'laptop']) {
    expect(() => collectAssets([scene(icon(id))])).toThrow(
      `Scene s1 shows the icon "${id}", which no set has`,
    );
  }
});

const hasHeavyFonts = missingGlyphs('茶', { family: 'Inter', weight: 400, size: 40 }).length === 0;

test.skipIf(hasHeavyFonts)(
  'where the Chinese, Japanese and Korean fonts are missing, the command that adds them is named',
  () => {
    for (const tea of ['茶', 'お茶', '차']) {
      expect(() => collectAssets([scene(text(`Tea is ${tea}`))])).toThrow(/run "npm run fonts:cjk" once/);
    }
  },
);
