/** Threads that run TypeScript as it stands, like the process that starts them. */
import { Worker } from 'node:worker_threads';

/**
 * Starts a module in a thread of its own.
 * @param module a `file:` URL
 * @param data what the module finds in `workerData`
 */
export function startThread(module: URL, data?: unknown): Worker {
  // The loader of TypeScript is registered in each thread; a file: URL resolves from anywhere.
  const source = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
register();
await import(${JSON.stringify(module.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    workerData: data,
    // The parent's own loader flags are not for the thread.
    execArgv: [],
  });
}
