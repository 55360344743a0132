/** `chalktalk credits`: what users and organizations have to spend, where films cost credits. */
import type { Command } from 'commander';
import { operatorCommand, withOwner } from '../operator/options.ts';

export function addCreditCommands(program: Command): void {
  const credits = program.command('credits').description('Grant credits, and see what is left of them.');
  withOwner(operatorCommand(credits, 'grant', 'Add credits.'))
    .argument('<amount>', 'whole credits; --take takes them instead')
    .option('--take', 'take credits away')
    .option('--note <text>', 'why, for the ledger')
    .action(async (amount, flags) => (await import('./credits.ts')).give(amount, flags));
  withOwner(operatorCommand(credits, 'balance', 'Print how many credits are left.')).action(async (flags) =>
    (await import('./credits.ts')).balance(flags),
  );
}
