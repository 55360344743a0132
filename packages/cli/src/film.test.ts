/** The whole way, as a user goes it: the command in a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../bin/chalktalk.mjs', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'chalktalk-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** @param until text on standard error at which the process is interrupted */
function chalktalk(args: string[], options: { cache?: string; until?: string } = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'video', ...args], {
      cwd: folder,
      env: { ...process.env, CHALKTALK_CACHE: path.join(folder, options.cache ?? 'cache'), FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run: Run = { code: null, out: '', err: '' };
    child.stdout.on('data', (data) => {
      run.out += data;
    });
    child.stderr.on('data', (data) => {
      run.err += data;
      if (options.until && run.err.includes(options.until)) child.kill('SIGINT');
    });
    child.on('close', (code) => resolve({ ...run, code }));
  });
}

const TASK = 'Explain how HTTPS works in 30 seconds';

test('a stopped film leaves nothing behind, goes on where it stopped, and has the same bytes as one made in one go', async () => {
  const stopped = await chalktalk([TASK, '--out', 'film'], { until: 'Drawing frames' });
  expect(stopped.code).toBe(130);
  expect(existsSync(path.join(folder, 'film', 'video.mp4'))).toBe(false);

  const resumed = await chalktalk([TASK, '--out', 'film']);
  expect(resumed).toMatchObject({ code: 0, out: `${path.join(folder, 'film', 'video.mp4')}\n` });
  expect(readdirSync(path.join(folder, 'film')).sort()).toEqual([
    'captions.srt',
    'captions.vtt',
    'report.json',
    'storyboard.json',
    'thumbnail.png',
    'transcript.txt',
    'video.mp4',
  ]);
  const report = JSON.parse(readFileSync(path.join(folder, 'film', 'report.json'), 'utf8'));
  expect(report.stages.find((stage: { name: string }) => stage.name === 'narration')).toMatchObject({
    resumed: true,
  });
  expect(report.gates.filter((gate: { passed: boolean }) => !gate.passed)).toEqual([]);
  expect(report.film).toMatchObject({ fps: 30, width: 1920, height: 1080 });
  expect(Math.abs(report.film.duration_seconds - 30)).toBeLessThan(1.5);
  expect(report.sources.length).toBeGreaterThan(0);

  const again = await chalktalk([TASK, '--out', 'again', '--sheet', '--json'], { cache: 'other-cache' });
  expect(again.code).toBe(0);
  const last = JSON.parse(again.out.trim().split('\n').at(-1)!);
  expect(last).toMatchObject({ event: 'complete', video: path.join(folder, 'again', 'video.mp4') });
  expect(existsSync(path.join(folder, 'again', 'sheet.png'))).toBe(true);
  const bytes = (name: string) => readFileSync(path.join(folder, name, 'video.mp4'));
  expect(Buffer.compare(bytes('film'), bytes('again'))).toBe(0);
});

test.each([
  [[], /task must say what to explain/],
  [['x'.repeat(5001)], /at most 5000 characters/],
  [['Tides', '--seconds', '10'], /from 30 to 300 seconds/],
  [['Tides', '--type', 'cartoon'], /must be one of instructional/],
  [['Tides', '--palette', 'primary=blue'], /hex colour such as/],
  [['Tides', '--wrong'], /unknown option '--wrong'/],
  [['Tides', '--from', 'note.md'], /either a task or --from/],
  [['--from', 'nowhere.md'], /does not exist/],
  [['Explain quantum chromodynamics'], /Nothing to tell was found about/],
  [['Tides', '--knowledge', 'no-such-folder'], /no-such-folder/],
])('%j is refused in one sentence with exit code 2', async (args, sentence) => {
  const { code, out, err } = await chalktalk(args as string[]);
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n\s+at /);
  expect(out).toBe('');
});

test('a folder that cannot be written to is refused with exit code 2', async () => {
  const blocked = path.join(folder, 'blocked');
  writeFileSync(blocked, 'a file, not a folder');
  const { code, err } = await chalktalk([TASK, '--out', path.join(blocked, 'film')]);
  expect(code).toBe(2);
  expect(err).toMatch(/choose another/);
});

test('--help shows examples', async () => {
  const { code, out } = await chalktalk(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('Explain how HTTPS works in 30 seconds');
});
