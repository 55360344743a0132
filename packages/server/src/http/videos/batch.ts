/**
 * Many small questions answered by few queries: those that come in together, and those that come while a query is under
 * way, are asked together in the next. Each is asked after it came, so no answer is older than its question.
 */
import { Fault } from '../../errors.ts';

export interface BatchOptions {
  /** Queries under way at once. */
  lanes: number;
  /** Questions in one query at most. */
  size: number;
  /** Questions that may wait; more are turned away. */
  waiting: number;
}

interface Waiting<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** @param answer answers all questions it is given, in their order */
export function createBatcher<Question, Answer>(
  answer: (questions: Question[]) => Promise<Answer[]>,
  { lanes, size, waiting }: BatchOptions,
): (question: Question) => Promise<Answer> {
  const queue: Waiting<Question, Answer>[] = [];
  let busy = 0;
  let due = false;

  async function run(): Promise<void> {
    const taken = queue.splice(0, size);
    busy += 1;
    try {
      const answers = await answer(taken.map(({ question }) => question));
      for (const [index, { resolve }] of taken.entries()) resolve(answers[index]!);
    } catch (error) {
      for (const { reject } of taken) reject(error);
    } finally {
      busy -= 1;
      start();
    }
  }

  function start(): void {
    while (busy < lanes && queue.length > 0) void run();
  }

  /** Once what has already arrived on other connections has been read too. */
  function startSoon(): void {
    if (due || busy >= lanes) return;
    due = true;
    setImmediate(() => {
      due = false;
      start();
    });
  }

  return function ask(question) {
    if (queue.length >= waiting) {
      const headers = { 'Retry-After': '2' };
      throw new Fault('unavailable', 'Too many requests are waiting just now; try again in a few seconds.', {
        headers,
      });
    }
    return new Promise((resolve, reject) => {
      queue.push({ question, resolve, reject });
      startSoon();
    });
  };
}
