/** Faults of the disk reach the user as what they are. */
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetUnfinished, hasClip, pruneClips, writeClip } from './clip.ts';
import { everythingScene } from './example.ts';
import { createRenderPool } from './render.ts';

test('a cache that cannot be written to is told as such, not as a fault of drawing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'chalktalk-render-'));
  const pool = createRenderPool(1);
  try {
    await writeFile(path.join(folder, 'file'), 'not a folder');
    const rendering = pool.render([everythingScene({ duration: 0.1 })], {
      cacheDir: path.join(folder, 'file'),
    });
    await expect(rendering).rejects.toMatchObject({
      kind: 'output',
      message: expect.stringContaining('not a folder'),
    });
  } finally {
    await pool.close();
    await rm(folder, { recursive: true });
  }
});

test('what a stopped thread left half written is removed, the clip beside it is kept', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'chalktalk-render-'));
  try {
    const [kept, stopped] = [path.join(folder, 'a.clip'), path.join(folder, 'b.clip')];
    await writeClip(kept, { extraData: new Uint8Array(), packets: [] });
    await writeFile(`${stopped}.1.part`, '');
    await forgetUnfinished(stopped);
    await expect(rm(`${stopped}.1.part`)).rejects.toThrow('ENOENT');
    await rm(kept);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a cache that has grown too large loses the clips that were used longest ago', async () => {
  const cacheDir = await mkdtemp(path.join(tmpdir(), 'chalktalk-render-'));
  try {
    const clips = ['a', 'b', 'c'].map((name) => path.join(cacheDir, 'clips', name, `${name}.clip`));
    const packets = [{ data: new Uint8Array(1000), key: true }];
    for (const [age, file] of clips.entries()) {
      await writeClip(file, { extraData: new Uint8Array(), packets });
      await utimes(file, 1000 + age, 1000 + age);
    }
    // The oldest is found again, so it was used last.
    await hasClip(clips[0]!);
    await pruneClips(cacheDir, 2500);
    expect(await Promise.all(clips.map(hasClip))).toEqual([true, false, true]);
    await pruneClips(path.join(cacheDir, 'nothing here'));
  } finally {
    await rm(cacheDir, { recursive: true });
  }
});
