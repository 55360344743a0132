/** What passes and what does not. */
import { ChalktalkError } from '@chalktalk/engine';
import { expect, test } from 'vitest';
import { Fault } from '../errors.ts';
import { mayPass } from './may-pass.ts';

test('a full disk may pass; a brief without material, a broken gate and a missing document do not', () => {
  expect(mayPass(new ChalktalkError('output', 'The disk is full.'))).toBe(true);
  expect(mayPass(Object.assign(new Error('no'), { code: 'EIO' }))).toBe(true);
  for (const kind of ['no_material', 'gate_failed', 'does_not_fit', 'missing_asset', 'unspeakable'] as const)
    expect(mayPass(new ChalktalkError(kind, 'x'))).toBe(false);
  expect(mayPass(new Fault('not_found', 'x'))).toBe(false);
});
