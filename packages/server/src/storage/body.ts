/** A stored file on its way to a client: read as fast as the client takes it, given up when it has gone or stands still. */
import type { Readable } from 'node:stream';

/** A player may pause so long before its connection is given to others; it asks for the rest when it goes on. ms */
const IDLE = 10 * 60_000;

/** @param stream nobody else reads it. It is destroyed when the body is cancelled, fails, or is not read for `idle` ms. */
export function bodyOf(stream: Readable, idle = IDLE): ReadableStream<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  // Errors reach whoever reads; one that comes after the last read must not end the process.
  stream.on('error', () => undefined);
  const timer = setTimeout(() => {
    stream.destroy(new Error('The client took nothing for too long.'));
  }, idle);
  timer.unref();
  stream.once('close', () => clearTimeout(timer));
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        timer.refresh();
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        stream.destroy();
      },
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  );
}
