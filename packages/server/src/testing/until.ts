/** Waits for a condition, for a bounded time: tests have no sleeps. */
import { setTimeout as wait } from 'node:timers/promises';

/** @returns what `condition` returned first that is neither false nor undefined. @param patience ms */
export async function until<T>(
  condition: () => T | Promise<T>,
  patience = 240_000,
): Promise<Exclude<T, false | undefined>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== undefined) return value as Exclude<T, false | undefined>;
    if (Date.now() > deadline) throw new Error(`Not so within ${patience} ms: ${condition}`);
    await wait(20);
  }
}
