/** Frames as they are read and written, in both versions. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, enclosing, encode, versionOf } from './frames.ts';

const frame = {
  join_ref: '1',
  ref: '2',
  topic: 'realtime:"a"\u2028',
  event: 'phx_join',
  payload: { a: [1] },
};

it.each(['1.0.0', '2.0.0'] as const)('what is written in version %s is read as it was', (version) => {
  expect(decode(encode(version, frame))).toEqual(frame);
});

it.each(['1.0.0', '2.0.0'] as const)('a payload made once fits into frames of version %s', (version) => {
  const [before, after] = enclosing(version, frame.topic);
  expect(decode(`${before}{"ids":[1]}${after}`)).toEqual({
    join_ref: null,
    ref: null,
    topic: frame.topic,
    event: 'postgres_changes',
    payload: { ids: [1] },
  });
});

it('a payload is never null', () => {
  expect(decode('[null,"1","t","e",null]')!.payload).toEqual({});
  expect(decode('{"topic":"t","event":"e","ref":1}')).toMatchObject({ ref: '1', payload: {} });
});

it('what is no frame is none', () => {
  for (const text of [
    '',
    'null',
    '1',
    '[]',
    '{}',
    '[1,2,3,4,5]',
    '[null,null,"t",null,{}]',
    '[{},"1","t","e",{}]',
  ])
    expect(decode(text), text).toBeUndefined();
  expect(decode(JSON.stringify([null, null, 'x'.repeat(256), 'e', {}]))).toBeUndefined();
  fc.assert(fc.property(fc.json(), (text) => void decode(text)));
});

it('knows the versions that are spoken', () => {
  expect([null, '1.0.0', '2.0.0', '2', '3.0.0', ''].map(versionOf)).toEqual([
    '1.0.0',
    '1.0.0',
    '2.0.0',
    '2.0.0',
    undefined,
    undefined,
  ]);
});
