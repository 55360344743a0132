/** Keeps the Postgres of a folder as a server does, in a process of its own: `keep-postgres.ts <data folder>`. */
import { pino } from 'pino';
import { startEmbedded } from '../database/embedded.ts';

const embedded = await startEmbedded(process.argv[2]!, pino({ level: 'silent' }));
process.send!({ url: embedded.url, pid: embedded.pid, started: embedded.started });
process.on('message', () => void embedded.stop().then(() => process.exit(0)));
