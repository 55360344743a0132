import { wcagLuminance } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASPECT_RATIOS, type Palette, VIDEO_TYPES } from '../../brief/brief.ts';
import { checkContrast } from '../../check/contrast.ts';
import { paintBackground } from '../../frames/background.ts';
import type { Style } from '../../storyboard/style/index.ts';
import { components } from '../components/registry.ts';
import { composeScenes } from '../compose.ts';
import { exampleStoryboard } from '../example.ts';
import { contrast, difference, leastContrast, lightnessOf } from './colour.ts';
import { chooseTheme, makeTheme, themes, variants } from './index.ts';
import type { Theme } from './theme.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const grey = fc
  .integer({ min: 0, max: 255 })
  .map((level) => `#${level.toString(16).padStart(2, '0').repeat(3)}`);
const neon = fc.constantFrom('#0f0', '#ff00ff', '#00ffff', '#ffff00', '#f00', '#00f', '#39ff14', '#ff073a');
const extreme = fc.constantFrom('#000000', '#ffffff', '#808080', '#777', '#fff', '#000');
const colour = fc.oneof({ weight: 4, arbitrary: hex }, grey, neon, extreme);
const palette: fc.Arbitrary<Palette> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ primary: colour, secondary: colour, tertiary: colour, accent: colour }),
  },
  {
    weight: 2,
    arbitrary: colour.map((one) => ({ primary: one, secondary: one, tertiary: one, accent: one })),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { primary: colour, secondary: colour, tertiary: colour, accent: colour },
      { requiredKeys: [] },
    ),
  },
);

const style: fc.Arbitrary<Style> = fc.record(
  { colour: fc.constantFrom('muted', 'vivid', 'mono'), accent: colour, tint: colour },
  { requiredKeys: [] },
);

/** What words may lie on, as painted: the gradient's stops and the surface. Textures are seen by the painted scenes below. */
function groundsOf({ background, colors }: Theme): string[] {
  return [...background.gradient.stops.map(({ color }) => color), colors.surface];
}

const places = Object.keys({ ...themes, ...variants });

test.each(places)('%s keeps its contrasts for any four colours', (name) => {
  fc.assert(
    fc.property(palette, style, (sent, wish) => {
      const theme = makeTheme(name, sent, wish);
      const { colors } = theme;
      const grounds = groundsOf(theme);
      for (const color of [colors.ink, colors.soft, colors.accent, colors.good, colors.danger, colors.second])
        expect(leastContrast(color, grounds)).toBeGreaterThanOrEqual(4.5);
      for (const color of Object.values(colors.code))
        expect(leastContrast(color, grounds)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colors.on_accent, colors.accent_fill)).toBeGreaterThanOrEqual(4.5);
      expect(leastContrast(colors.faint, grounds)).toBeGreaterThanOrEqual(2);
      expect(colors.series.length).toBeGreaterThanOrEqual(6);
      colors.series.forEach((color, index) => {
        expect(leastContrast(color, grounds)).toBeGreaterThanOrEqual(3);
        for (const other of colors.series.slice(index + 1, 6))
          expect(difference(color, other)).toBeGreaterThanOrEqual(0.08);
      });
      expect(difference(colors.danger, colors.good)).toBeGreaterThanOrEqual(0.07);
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('a style changes letters, corners, lines and decoration, and says nothing of the rest', () => {
  const plain = makeTheme('night', {});
  const made = makeTheme(
    'night',
    {},
    { letters: 'sans', corners: 'sharp', decoration: 'minimal', text: 'large' },
  );
  expect(made.fonts.display.family).toBe('Inter');
  expect(made.corner).toBeLessThan(5);
  expect(made.background.textures).toBeUndefined();
  expect(made.type.tall.label).toBeGreaterThan(plain.type.tall.label);
  expect(made.colors).toEqual(plain.colors);
  expect(makeTheme('dusk', {}, { accent: '#00ff88' }).colors.accent).toBe('#00ff88');
});

test('light or dark leads to a place of that kind, whatever the video type', () => {
  for (const type of VIDEO_TYPES) {
    const ground = (wish: 'light' | 'dark') =>
      lightnessOf(makeTheme(chooseTheme(type, { style: { ground: wish } }), {}).colors.surface);
    expect(ground('light')).toBeGreaterThan(0.8);
    expect(ground('dark')).toBeLessThan(0.5);
  }
});

/** The worst 2 % of the pixels behind a line of words are its antialiased strays; what counts is the next. */
const STRAY = 0.02;
const LINE = { width: 320, height: 40 };

/** The least contrast that any of the colours has behind a line of words, wherever on the ground the line stands. */
function leastOnGround(background: Theme['background'], colors: string[], width: number, height: number) {
  const pen = paintBackground(background, width, height).getContext('2d');
  const texts = colors.map(wcagLuminance);
  let least = Number.POSITIVE_INFINITY;
  for (let y = 0; y < height; y += LINE.height) {
    for (let x = 0; x < width; x += LINE.width) {
      const { data } = pen.getImageData(x, y, Math.min(LINE.width, width - x), LINE.height);
      const under: number[] = [];
      for (let at = 0; at < data.length; at += 4 * 41)
        under.push(
          wcagLuminance({ mode: 'rgb', r: data[at]! / 255, g: data[at + 1]! / 255, b: data[at + 2]! / 255 }),
        );
      under.sort((a, b) => a - b);
      const stray = Math.floor(under.length * STRAY);
      const [dark, light] = [under[stray]!, under[under.length - 1 - stray]!];
      for (const text of texts) {
        const ratio = (ground: number) => (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
        least = Math.min(least, ratio(dark), ratio(light));
      }
    }
  }
  return least;
}

describe('painted', () => {
  /** Cards, rounds, code, bars and rows: together they use every role a text can have. */
  const shown = ['bars', 'code', 'comparison', 'points', 'statement'];
  const worst: Palette[] = [
    { primary: '#000000', secondary: '#000000', tertiary: '#000000', accent: '#000000' },
    { primary: '#ffffff', secondary: '#ffffff', tertiary: '#ffffff', accent: '#ffffff' },
    { primary: '#808080', secondary: '#7f7f7f', tertiary: '#818181', accent: '#808080' },
    { primary: '#39ff14', secondary: '#ff00ff', tertiary: '#00ffff', accent: '#ffff00' },
    { primary: '#ffff00', secondary: '#ffff00', tertiary: '#ffff00', accent: '#ffff00' },
    { primary: '#0000ff', secondary: '#ff0000', tertiary: '#0000ff', accent: '#0000ff' },
  ];

  test.each(places)('the ground of %s carries words anywhere', (name) => {
    for (const [index, sent] of [{}, ...worst].entries()) {
      const { background, colors } = makeTheme(name, sent);
      const { ink, soft, accent, good, danger, second } = colors;
      const [width, height] = index % 2 ? [1080, 1920] : [1920, 1080];
      const least = leastOnGround(background, [ink, soft, accent, good, danger, second], width!, height!);
      expect(least, `palette ${index}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(Object.keys(themes))('scenes of %s are legible with any palette', async (theme) => {
    for (const [index, sent] of worst.entries()) {
      const component = components[shown[index % shown.length]!]!;
      const aspect_ratio = ASPECT_RATIOS[index % 2]!;
      const scenes = await composeScenes(
        exampleStoryboard(component, { theme, aspect_ratio, palette: sent }),
      );
      expect(await checkContrast(scenes)).toMatchObject({ passed: true });
    }
  });
});
