/** The log: JSON lines on standard error. */
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';

export function createLog(config: Pick<Config, 'log_level'>): Logger {
  return pino({ level: config.log_level }, pino.destination(2));
}
