/** What is said of a database that cannot be used. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/postgres.ts';
import { openDatabase } from './database.ts';
import { reachDatabase } from './reach.ts';

let there: TestDatabase;
beforeAll(async () => {
  there = await emptyDatabase();
});
afterAll(() => there.drop());

async function refusal(change: (url: URL) => void): Promise<string> {
  const url = new URL(there.url);
  change(url);
  const database = openDatabase(url.href, 1);
  try {
    await reachDatabase(database);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await database.close();
  }
}

describe('a database', () => {
  it('is taken as it is when it answers', async () => {
    expect(await refusal(() => undefined)).toBe('');
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'where nothing listens',
      (url) => (url.port = '1'),
      /^Nothing answers at 127\.0\.0\.1:1; start Postgres there/,
    ],
    [
      'with a wrong password',
      (url) => (url.password = 'hunter2'),
      /refuses the user or the password; correct them/,
    ],
    [
      'with a wrong user',
      (url) => (url.username = 'nobody'),
      /refuses the user or the password; correct them/,
    ],
    [
      'that is not there',
      (url) => (url.pathname = '/none'),
      /has no database "none"; make it with "createdb none"/,
    ],
  ])('%s is refused in one sentence that names the fix', async (_, change, sentence) => {
    const message = await refusal(change);
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/hunter2|\n/);
  });
});
