import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseBrief } from '@chalktalk/engine';
import { expect, test } from 'vitest';
import { briefFrom, readNote } from './flags.ts';

const base = { aspect: '16:9', type: 'explainer' };

test('flags become the fields of a brief', () => {
  const brief = parseBrief(
    briefFrom('How tides work', {
      ...base,
      seconds: '90s',
      palette: 'primary=#0a84ff, accent=#ff9f0a',
      voice: 'a calm woman',
      style: 'light',
    }),
  );
  expect(brief).toMatchObject({
    video_duration_seconds: 90,
    color_palette: { primary: '#0a84ff', accent: '#ff9f0a' },
    voice_description: 'a calm woman',
    global_style_prompt: 'light',
  });
});

test.each([
  [{ seconds: 'long' }, '--seconds must be a number from 30 to 300, not "long".'],
  [{ seconds: '12' }, 'video_duration_seconds must be from 30 to 300 seconds.'],
  [
    { type: 'cartoon' },
    'video_type must be one of instructional, explainer, corporate, marketing, narrative, social.',
  ],
  [{ aspect: '4:3' }, 'aspect_ratio must be 16:9 or 9:16.'],
  [{ palette: 'blue' }, '--palette must look like primary=#0a84ff,accent=#ff9f0a; "blue" does not.'],
  [{ palette: 'primary=blue' }, 'color_palette.primary must be a hex colour such as #fff or #0a84ff.'],
  [{ palette: 'main=#fff' }, 'Unknown field "main" in color_palette; remove it or correct its name.'],
])('%j is refused in one sentence', (flags, sentence) => {
  expect(() => parseBrief(briefFrom('How tides work', { ...base, ...flags }))).toThrow(sentence);
});

test.each([
  ['', 'task must say what to explain, in 1 to 5000 characters.'],
  ['   ', 'task must say what to explain, in 1 to 5000 characters.'],
  ['x'.repeat(5001), 'task must be at most 5000 characters; shorten it, or put the facts into a note.'],
])('a task that is empty or too long is refused in one sentence', (task, sentence) => {
  expect(() => parseBrief(briefFrom(task, base))).toThrow(sentence);
});

test('a note that is missing or not UTF-8 is refused in one sentence', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chalktalk-note-'));
  try {
    await expect(readNote(path.join(folder, 'none.md'))).rejects.toThrow(/does not exist; check the path/);
    const file = path.join(folder, 'latin.md');
    writeFileSync(file, Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    await expect(readNote(file)).rejects.toThrow(/is not UTF-8 text; save it as UTF-8/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
