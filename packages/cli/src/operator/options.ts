/** Options of the operator's commands. */
import type { Command } from 'commander';
import { type ServerFlags, withOptions } from '../server/sources.ts';

export interface OperatorFlags extends Pick<ServerFlags, 'data' | 'config' | 'port'> {
  json?: boolean;
}

export interface OwnerFlags extends OperatorFlags {
  user?: string;
  org?: string;
}

/** One subcommand, with the options that all of them have. */
export function operatorCommand(parent: Command, name: string, description: string): Command {
  return withOptions(parent.command(name), 'data', 'config')
    .description(description)
    .option('--json', 'one JSON document on standard output')
    .exitOverride();
}

export function withOwner(command: Command): Command {
  return command.option('--user <e-mail>', 'of this user').option('--org <slug>', 'of this organization');
}
