/** The log: JSON lines on standard error, without secrets. A line about a film names it as `job`. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';
import { redact, redactLine } from './redact.ts';

/** @param to another place than standard error; for tests */
export function createLog(
  config: Pick<Config, 'log_level'>,
  to: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level: config.log_level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
      // The formatter has turned errors into what may be told of them.
      serializers: { err: (error) => error },
    },
    // Once more as text: names bound to a child, and messages, pass by the formatter.
    { write: (line) => to.write(redactLine(line)) },
  );
}

/** A log whose every line names the film. */
export function logOfJob(log: Logger, uuid: string): Logger {
  return log.child({ job: uuid });
}
