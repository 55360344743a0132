/** Faults of the disk reach the user as what they are. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetUnfinished, writeClip } from './clip.ts';
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
