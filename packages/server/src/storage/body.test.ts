import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import { bodyOf } from './body.ts';

/** Counts what is read of it; endless. */
function endless() {
  const source = { reads: 0, stream: new Readable() };
  source.stream = new Readable({
    read() {
      source.reads += 1;
      this.push(Buffer.alloc(65_536));
    },
  });
  return source;
}

describe('the body of an answer', () => {
  it('reads no further ahead than a stream does by itself, however long nobody takes anything', async () => {
    const source = endless();
    const reader = bodyOf(source.stream).getReader();
    for (let index = 0; index < 5; index += 1) await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.reads).toBeLessThan(10);
    await reader.cancel();
  });

  it('destroys the stream when the client goes away', async () => {
    const source = endless();
    const reader = bodyOf(source.stream).getReader();
    await reader.read();
    await reader.cancel();
    expect(source.stream.destroyed).toBe(true);
  });

  it('destroys the stream when the client takes nothing for long', async () => {
    const source = endless();
    const reader = bodyOf(source.stream, 1).getReader();
    await until(() => source.stream.destroyed);
    await expect(reader.read()).rejects.toThrow(/took nothing/);
  });

  it('fails when the stream does, so that a client does not take a part for the whole', async () => {
    const stream = new Readable({ read() {} });
    stream.push(Buffer.from('part'));
    const reader = bodyOf(stream).getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('part');
    const next = reader.read();
    stream.destroy(new Error('disk on fire'));
    await expect(next).rejects.toThrow('disk on fire');
  });
});
