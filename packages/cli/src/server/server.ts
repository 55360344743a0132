/** `chalktalk server`: starts a whole server, says how to use it, and stops it on a signal. */
import { createLog, loadConfig, type RunningServer, startServer } from '@chalktalk/server';
import { untilSignal } from './signals.ts';
import { type ServerFlags, sourcesOf } from './sources.ts';

export async function serve(flags: ServerFlags): Promise<void> {
  const config = await loadConfig(sourcesOf(flags));
  // Signals that come while it starts are kept for when it can stop.
  const stopped = untilSignal();
  // On a terminal the log would drown what is said there; warnings still come through.
  const quiet = !flags.json && process.stderr.isTTY && config.log_level === 'info';
  const log = createLog(quiet ? { log_level: 'warn' } : config);
  const server = await startServer(quiet ? { ...config, log_level: 'warn' } : config, { log });
  if (flags.json) {
    const { url, api_key, sign_in } = server;
    process.stdout.write(`${JSON.stringify({ url, api_key, sign_in })}\n`);
  } else {
    process.stdout.write(welcome(server, config.data_dir));
  }
  const signal = await stopped;
  if (!flags.json) process.stderr.write('Stopping; films under way go on at the next start …\n');
  log.info({ signal }, 'stopping');
  await server.stop();
  log.info('stopped');
}

function welcome({ url, api_key, sign_in }: RunningServer, dataDir: string): string {
  const key = api_key ?? '$CHALKTALK_KEY';
  const another = '"chalktalk keys rotate --user owner@chalktalk.localhost" makes another, and ends it';
  const told = api_key
    ? `API key     ${api_key}
            (told this once, only a hash is kept; ${another}.)`
    : `API key     told at the first start; ${another}.`;
  return `
Chalktalk is ready at ${url}
Sign in     ${sign_in}
            (once; every start makes a new link)
${told}
Data        ${dataDir}
Reference   ${url}/reference

Make a film:
  curl -X POST ${url}/v1/videos -H "X-API-Key: ${key}" -H "Content-Type: application/json" -d '{"videos":[{"task":"Explain how HTTPS works in 30 seconds"}]}'

Ctrl-C stops it.
`;
}
