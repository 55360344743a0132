import { expect, test } from 'vitest';
import { createBatcher } from './batch.ts';

/** An answerer that is let go by hand, and keeps what it was asked. */
function held() {
  const asked: number[][] = [];
  const releases: (() => void)[] = [];
  return {
    asked,
    release: () => releases.shift()!(),
    answer: async (questions: number[]) => {
      asked.push(questions);
      await new Promise<void>((resolve) => releases.push(resolve));
      return questions.map((question) => question * 10);
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('questions that come together are asked together, and those that come meanwhile in the next query', async () => {
  const { asked, release, answer } = held();
  const ask = createBatcher(answer, { lanes: 1, size: 100, waiting: 100 });
  const first = [ask(1), ask(2), ask(3)];
  await turn();
  const second = [ask(4), ask(5)];
  await turn();
  expect(asked).toEqual([[1, 2, 3]]);
  release();
  expect(await Promise.all(first)).toEqual([10, 20, 30]);
  await turn();
  expect(asked).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  release();
  expect(await Promise.all(second)).toEqual([40, 50]);
});

test('no query carries more than its size, and no more run at once than there are lanes', async () => {
  const { asked, release, answer } = held();
  const ask = createBatcher(answer, { lanes: 2, size: 2, waiting: 100 });
  const answers = Promise.all([1, 2, 3, 4, 5].map((question) => ask(question)));
  await turn();
  expect(asked).toEqual([
    [1, 2],
    [3, 4],
  ]);
  release();
  release();
  await turn();
  release();
  expect(await answers).toEqual([10, 20, 30, 40, 50]);
});

test('a query that fails fails its own questions only', async () => {
  let query = 0;
  const ask = createBatcher(
    async (questions: number[]) => {
      query += 1;
      if (query === 1) throw new Error('lost');
      return questions;
    },
    { lanes: 1, size: 2, waiting: 100 },
  );
  const settled = await Promise.allSettled([ask(1), ask(2), ask(3)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('more questions than may wait are turned away', async () => {
  const { release, answer } = held();
  const ask = createBatcher(answer, { lanes: 1, size: 1, waiting: 2 });
  const waiting = [ask(1), ask(2)];
  expect(() => ask(3)).toThrow(/Too many requests are waiting/);
  await turn();
  release();
  await waiting[0];
  release();
  expect(await waiting[1]).toBe(20);
});
