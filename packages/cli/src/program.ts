/** The commands there are, their options and their help. */
import { VIDEO_TYPES } from '@chalktalk/engine';
import { Command, Option } from 'commander';
import { addCreditCommands } from './credits/commands.ts';
import { addKeyCommands } from './keys/commands.ts';
import { addOrgCommands } from './orgs/commands.ts';
import { addServerCommands } from './server/commands.ts';
import { addUserCommands } from './users/commands.ts';
import { makeVideo, type VideoFlags } from './video/command.ts';

const EXAMPLES = `
Examples:
  npm run video -- "Explain how HTTPS works in 30 seconds"
  npm run video -- "Why is the sky blue?" --seconds 90 --aspect 9:16 --type social
  npm run video -- --from my-note.md --palette primary=#0a84ff,accent=#ff9f0a
  npm run video -- "How tides work" --voice "a calm woman" --out ./tides --json
`;

export function buildProgram(): Command {
  const program = new Command('chalktalk');
  program
    .description('Turns a sentence into a narrated, animated explainer video, on your own machine.')
    .exitOverride()
    .showHelpAfterError('(--help lists the options, with examples)');
  program
    .command('video')
    .description('Make a film from a task: a question, a topic, pasted facts, or a note.')
    .argument('[task...]', 'what to explain, 1 to 5000 characters')
    .addOption(
      new Option('--seconds <n>', 'length of the film, 30 to 300 (default: named in the task, or 60)'),
    )
    .addOption(new Option('--aspect <ratio>', '16:9 or 9:16').default('16:9'))
    .addOption(new Option('--type <type>', VIDEO_TYPES.join(', ')).default('explainer'))
    .addOption(new Option('--style <text>', 'free direction for every scene, e.g. "light"'))
    .addOption(new Option('--palette <colours>', 'primary=#0a84ff,accent=#ff9f0a (also secondary, tertiary)'))
    .addOption(new Option('--voice <text>', 'describes the voice, e.g. "a calm woman, slow"'))
    .addOption(
      new Option('--knowledge <dir>', 'a folder of your own notes to draw on (may be repeated)').argParser(
        collect,
      ),
    )
    .addOption(new Option('--from <note.md>', 'film this note instead of a task'))
    .addOption(new Option('--out <dir>', 'where the film goes (default: videos/<name>)'))
    .addOption(new Option('--sheet', "also write sheet.png, a contact sheet of the film's scenes"))
    .addOption(new Option('--json', 'one JSON object a line on standard output, for machines'))
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .action((words: string[], flags: VideoFlags) => makeVideo(words.join(' '), flags));
  addServerCommands(program);
  addUserCommands(program);
  addOrgCommands(program);
  addKeyCommands(program);
  addCreditCommands(program);
  return program;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
