/** The encoders: unchanged frames cost nothing and show the same, and the system's ffmpeg gives the same kind of stream. */
import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { type EncodedChunk, type Encoder, openEncoder } from './encoder.ts';
import { nalType, nalUnits, numberingOf } from './nal.ts';

const size = { width: 128, height: 64 };
const all = [{ x: 0, y: 0, ...size }];

afterEach(() => {
  delete process.env.CHALKTALK_ENCODER;
});

/** Three pictures: a key frame, the same twice more, and one that differs. */
async function encoded(encoder: Encoder): Promise<EncodedChunk> {
  const { y, u, v } = encoder.planes;
  try {
    y.fill(60);
    u.fill(120);
    v.fill(140);
    await encoder.encode(all);
    await encoder.encode([]);
    await encoder.encode([]);
    y.fill(160, 0, y.length / 2);
    await encoder.encode(all);
    return await encoder.finish();
  } finally {
    encoder.close();
  }
}

/** The `frame_num` of each packet's slice: four bits behind seven, in a stream that numbers with four. */
function numbers({ packets }: EncodedChunk): number[] {
  return packets.map(({ data }) => {
    const slice = nalUnits(data).find((unit) => nalType(unit) === 1);
    return slice ? ((slice[1]! & 1) << 3) | (slice[2]! >> 5) : 0;
  });
}

test('frames are numbered without a gap, the ready-made ones among them, and those are tiny', async () => {
  const chunk = await encoded(openEncoder(size));
  expect(numberingOf(chunk.extraData)).toEqual({ bits: 4, inOrder: true });
  expect(numbers(chunk)).toEqual([0, 1, 2, 3]);
  expect(chunk.packets.map(({ key }) => key)).toEqual([true, false, false, false]);
  expect(chunk.packets[1]!.data.length).toBeLessThan(32);
});

test('numbers begin again after fifteen', async () => {
  const encoder = openEncoder(size);
  for (let frame = 0; frame < 20; frame += 1) await encoder.encode(frame === 0 ? all : []);
  const chunk = await encoder.finish();
  encoder.close();
  expect(numbers(chunk).slice(14)).toEqual([14, 15, 0, 1, 2, 3]);
});

test('the same pictures give the same bytes', async () => {
  expect(await encoded(openEncoder(size))).toEqual(await encoded(openEncoder(size)));
});

test.skipIf(!hasFfmpeg())('the system ffmpeg gives a packet for each frame too', async () => {
  process.env.CHALKTALK_ENCODER = 'ffmpeg';
  const chunk = await encoded(openEncoder(size));
  expect(chunk.packets.map(({ key }) => key)).toEqual([true, false, false, false]);
  expect(nalUnits(chunk.extraData).map(nalType)).toEqual([7, 8]);
});

test.skipIf(hasFfmpeg())('where there is no ffmpeg, asking for it says how to go on', async () => {
  process.env.CHALKTALK_ENCODER = 'ffmpeg';
  await expect(encoded(openEncoder(size))).rejects.toThrow('install it, or unset the variable');
});

function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
