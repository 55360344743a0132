/** `chalktalk keys`: the API keys of users and organizations. */
import type { Command } from 'commander';
import { operatorCommand, withOwner } from '../operator/options.ts';

export function addKeyCommands(program: Command): void {
  const keys = program.command('keys').description('Make, rotate, revoke and list API keys.');
  const by = ['--by <e-mail>', 'the owner or admin who makes it (default: the first owner)'] as const;
  withOwner(operatorCommand(keys, 'create', 'Make a key for an owner that has none; it is shown once.'))
    .option(...by)
    .action(async (flags) => (await import('./keys.ts')).create(flags));
  withOwner(operatorCommand(keys, 'rotate', 'Make a new key; the old one ends at once.'))
    .option(...by)
    .action(async (flags) => (await import('./keys.ts')).rotate(flags));
  withOwner(operatorCommand(keys, 'revoke', 'End a key without a new one.')).action(async (flags) =>
    (await import('./keys.ts')).revoke(flags),
  );
  withOwner(
    operatorCommand(keys, 'list', 'List keys of an owner, or all; never the keys themselves.'),
  ).action(async (flags) => (await import('./keys.ts')).list(flags));
}
