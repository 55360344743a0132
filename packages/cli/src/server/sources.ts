/** What the commands of the server share: their flags, and the configuration that these are part of. */
import { type Command, Option } from 'commander';

export interface ServerFlags {
  port?: string;
  host?: string;
  data?: string;
  config?: string;
  workers?: string;
  json?: boolean;
  film?: boolean;
}

/** Adds options by name; each command takes those that mean something to it. */
export function withOptions(command: Command, ...names: (keyof typeof OPTIONS)[]): Command {
  for (const name of names) command.addOption(new Option(...OPTIONS[name]));
  return command;
}

const OPTIONS = {
  port: ['--port <n>', 'port to listen on (default: 8787; 0 takes a free one)'],
  host: ['--host <address>', 'address to listen on (default: 127.0.0.1; 0.0.0.0 for everybody)'],
  data: ['--data <dir>', 'folder of Postgres, films and secret (default: ./data)'],
  config: ['--config <file>', 'file of settings (default: chalktalk.yaml, if there is one)'],
  workers: ['--workers <n>', 'worker processes to start (default: 1)'],
  json: ['--json', 'for scripts: the first line on standard output is {"url","api_key","sign_in"}'],
} satisfies Record<string, [string, string]>;

/** @returns where the configuration comes from, for `loadConfig` */
export function sourcesOf(flags: ServerFlags) {
  return {
    env: process.env,
    cwd: process.cwd(),
    file: flags.config,
    flags: {
      port: { flag: '--port', value: flags.port },
      host: { flag: '--host', value: flags.host },
      data_dir: { flag: '--data', value: flags.data },
      'work.workers': { flag: '--workers', value: flags.workers },
    },
  };
}
