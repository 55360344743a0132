/** `chalktalk users`: the people who can sign in. */
import type { Command } from 'commander';
import { operatorCommand } from '../operator/options.ts';

/** Links begin with the address of the server. */
const PORT = ['--port <n>', 'port of the server, when it was started with --port'] as const;

export function addUserCommands(program: Command): void {
  const users = program.command('users').description('Add, list and remove the people who can sign in.');
  operatorCommand(users, 'add', 'Add somebody, and print a link that signs them in once.')
    .argument('<e-mail>')
    .option('--name <name>', 'as others see it (default: what the e-mail begins with)')
    .option('--password', 'ask for a password, or read it from standard input')
    .option(...PORT)
    .action(async (email, flags) => (await import('./users.ts')).add(email, flags));
  operatorCommand(users, 'list', 'List everybody.').action(async (flags) =>
    (await import('./users.ts')).list(flags),
  );
  operatorCommand(users, 'set-password', 'Set a password, read from standard input; their sessions end.')
    .argument('<e-mail>')
    .action(async (email, flags) => (await import('./users.ts')).password(email, flags));
  operatorCommand(users, 'sign-in-link', 'Print a link that signs somebody in once, within an hour.')
    .argument('<e-mail>')
    .option(...PORT)
    .action(async (email, flags) => (await import('./users.ts')).link(email, flags));
  operatorCommand(users, 'remove', 'Remove somebody with their keys, sessions and memberships; films stay.')
    .argument('<e-mail>')
    .action(async (email, flags) => (await import('./users.ts')).remove(email, flags));
}
