/** What passes and what does not. */
import { expect, test } from 'vitest';
import { isUnreachable, patiently } from './patience.ts';

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });

test('a database that is down, starting or shutting down is unreachable; one that says no is not', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300'])
    expect(isUnreachable(coded(code))).toBe(true);
  expect(isUnreachable(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isUnreachable(new Error('outer', { cause: coded('ECONNREFUSED') }))).toBe(true);
  for (const code of ['23505', '42P01', '22P02', 'ENOENT']) expect(isUnreachable(coded(code))).toBe(false);
  expect(isUnreachable('ECONNREFUSED')).toBe(false);
});

test('asks again while the database is away, and gives what it says once it answers', async () => {
  let asked = 0;
  const answer = await patiently(async () => {
    asked += 1;
    if (asked < 3) throw coded('ECONNREFUSED');
    return 'here';
  });
  expect([answer, asked]).toEqual(['here', 3]);
  await expect(patiently(() => Promise.reject(coded('23505')))).rejects.toMatchObject({ code: '23505' });
  await expect(patiently(() => Promise.reject(coded('ECONNREFUSED')), 0)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
