/** The commands of the server. Its package is loaded once one of them runs, so that making a film does not wait for it. */
import type { Command } from 'commander';
import { type ServerFlags, withOptions } from './sources.ts';

export function addServerCommands(program: Command): void {
  withOptions(program.command('server'), 'port', 'host', 'data', 'workers', 'config', 'json')
    .description('Serve the HTTP API: starts Postgres in the data folder, makes the tables, starts a worker.')
    .exitOverride()
    .action(async (flags: ServerFlags) => (await import('./server.ts')).serve(flags));
  withOptions(program.command('worker'), 'data', 'config')
    .description('Make films for the servers of a database, on this machine or another.')
    .argument('[database]', 'address of the Postgres, or the data folder (default: DATABASE_URL, or ./data)')
    .exitOverride()
    .action(async (place: string | undefined, flags: ServerFlags) =>
      (await import('./worker.ts')).work(place, flags),
    );
  withOptions(program.command('doctor'), 'data', 'config')
    .description('Check all that films and the server need on this machine, and say how to mend it.')
    .option('--json', 'one JSON object a check on standard output')
    .option('--no-film', 'leave out the film that is made to see whether films can be made')
    .exitOverride()
    .action(async (flags: ServerFlags) => (await import('./doctor.ts')).diagnose(flags));
}
