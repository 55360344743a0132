/** `chalktalk orgs`: organizations and who belongs to them. */
import { type Command, Option } from 'commander';
import { operatorCommand } from '../operator/options.ts';

// The server checks it again; its package is not loaded for a help page.
const ROLES = ['owner', 'admin', 'member'];

export function addOrgCommands(program: Command): void {
  const orgs = program.command('orgs').description('Make organizations, and say who belongs to them.');
  const role = (fallback?: string) => {
    const option = new Option('--role <role>', 'what they may do').choices(ROLES);
    return fallback ? option.default(fallback) : option.makeOptionMandatory();
  };
  operatorCommand(orgs, 'create', 'Make an organization.')
    .argument('<slug>', 'its name in addresses, e.g. acme-video')
    .requiredOption('--owner <e-mail>', 'its first owner')
    .option('--name <name>', 'as people see it (default: the slug)')
    .action(async (slug, flags) => (await import('./orgs.ts')).create(slug, flags));
  operatorCommand(orgs, 'list', 'List every organization.').action(async (flags) =>
    (await import('./orgs.ts')).list(flags),
  );
  operatorCommand(orgs, 'members', 'List who belongs to one.')
    .argument('<slug>')
    .action(async (slug, flags) => (await import('./orgs.ts')).members(slug, flags));
  operatorCommand(orgs, 'add-member', 'Add a user.')
    .argument('<slug>')
    .argument('<e-mail>')
    .addOption(role('member'))
    .action(async (slug, email, flags) => (await import('./orgs.ts')).add(slug, email, flags));
  operatorCommand(orgs, 'set-role', 'Change what a member may do.')
    .argument('<slug>')
    .argument('<e-mail>')
    .addOption(role())
    .action(async (slug, email, flags) => (await import('./orgs.ts')).setRole(slug, email, flags));
  operatorCommand(
    orgs,
    'remove-member',
    'Remove a member; a key they made for the organization ends at once.',
  )
    .argument('<slug>')
    .argument('<e-mail>')
    .action(async (slug, email, flags) => (await import('./orgs.ts')).remove(slug, email, flags));
}
