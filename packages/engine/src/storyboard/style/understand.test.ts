import { expect, test } from 'vitest';
import { understandStyle } from './understand.ts';

test.each([
  ['dark', {}, { ground: 'dark' }],
  ['Light and minimal, please', {}, { ground: 'light', decoration: 'minimal' }],
  ['not too dark', {}, { ground: 'light' }],
  ['no serif', {}, { letters: 'sans' }],
  ['sans-serif', {}, { letters: 'sans' }],
  ['elegant serif type', {}, { letters: 'serif' }],
  ['rounded corners', {}, { corners: 'rounded' }],
  ['sharp edges, not playful', {}, { corners: 'sharp', decoration: 'minimal' }],
  ['captions burned in', {}, { captions: 'burned' }],
  ['big captions', {}, { captions: 'burned', text: 'large' }],
  ['no captions', {}, { captions: 'none' }],
  ['without subtitles', {}, { captions: 'none' }],
  ['calm motion', {}, { motion: 'calm' }],
  ['energetic and fast-paced', {}, { motion: 'energetic' }],
  ['nothing too fast', {}, { motion: 'calm' }],
  ['#0a84ff accents', {}, { accent: '#0a84ff' }],
  ['with teal highlights', {}, { accent: '#0f9488' }],
  ['navy background with gold accents', {}, { tint: '#1b2a5c', ground: 'dark', accent: '#d9a404' }],
  ['use our green', { primary: '#101010', tertiary: '#00a650' }, { accent: '#00a650' }],
  ['light blue tones', {}, { tint: '#2563eb', ground: 'light' }],
  ['pastel colours', {}, { colour: 'muted' }],
  ['bright colours', {}, { colour: 'vivid' }],
  ['black and white with red accents', {}, { colour: 'mono', accent: '#e5383b' }],
  ['line icons, no emoji', {}, { icons: 'line' }],
  ['large text', {}, { text: 'large' }],
  ['bold', {}, { weight: 'bold' }],
])('"%s" is understood', (prompt, palette, style) => {
  const found = understandStyle(prompt, palette);
  expect(found.style).toMatchObject(style);
  expect(found.not_understood).toEqual([]);
});

test.each([
  ['like a chalkboard', 'chalkboard'],
  ['Make it look like a blueprint', 'blueprint'],
  ['night sky', 'night'],
  ['whiteboard animation', 'whiteboard'],
  ['a pop art poster', 'poster'],
  ['stage light', 'spotlight'],
  ['graph paper', 'paper'],
  ['clean corporate look', 'office'],
  ['hand-drawn sketches', 'paper'],
])('"%s" is a place: %s', (prompt, theme) => {
  const found = understandStyle(prompt);
  expect(found.theme).toBe(theme);
  expect(found.not_understood).toEqual([]);
});

test('what is not understood is handed back in its own words, and nothing else', () => {
  expect(understandStyle('dark, in the manner of Wes Anderson, with drone footage')).toMatchObject({
    style: { ground: 'dark' },
    not_understood: ['in the manner of Wes Anderson', 'with drone footage'],
  });
  expect(understandStyle('minimal watercolour style').not_understood).toEqual(['watercolour']);
  expect(understandStyle('avoid red').not_understood).toEqual(['avoid red']);
  expect(understandStyle('in our brand colours').not_understood).toEqual(['in our brand colours']);
  expect(understandStyle('in our brand colours', { primary: '#123456' }).not_understood).toEqual([]);
});

test('what is asked for in particular counts before what another word implies', () => {
  expect(understandStyle('elegant, bold, sans serif').style).toEqual({
    letters: 'sans',
    weight: 'bold',
    decoration: 'minimal',
  });
});

test('only what the film follows is said to be understood', () => {
  const two = understandStyle('purple accents and pink accents');
  expect(two.style).toEqual({ accent: '#8b3fd1' });
  expect(two.understood).toEqual(['purple accents (#8b3fd1)']);
  expect(two.not_understood).toEqual(['pink']);
  expect(understandStyle('hand-drawn, like a whiteboard animation').theme).toBe('whiteboard');
});

test('a place asked for by name stays itself', () => {
  expect(understandStyle('like a night sky, but not too dark')).toMatchObject({ theme: 'night', style: {} });
  expect(understandStyle('white text on a dark blue background').style).toEqual({
    ground: 'dark',
    tint: '#2563eb',
  });
});

test('a negation ends with its clause', () => {
  expect(understandStyle('not dark but bold').style).toEqual({ ground: 'light', weight: 'bold' });
  expect(understandStyle('no music, dark').style).toEqual({ ground: 'dark' });
});

test('no prompt asks for nothing', () => {
  expect(understandStyle(undefined)).toEqual({ style: {}, understood: [], not_understood: [] });
  expect(understandStyle('  ')).toEqual({ style: {}, understood: [], not_understood: [] });
});

test('a long hostile prompt is read in a moment', () => {
  const started = performance.now();
  understandStyle('not too dark and very very light '.repeat(150));
  understandStyle('a'.repeat(5000));
  understandStyle('our '.repeat(1250));
  expect(performance.now() - started).toBeLessThan(1000);
});
