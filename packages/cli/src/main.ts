/** The `chalktalk` command: reads the arguments, runs a subcommand, and turns what goes wrong into one sentence. */
import { CommanderError } from 'commander';
import { explain } from './failure.ts';
import { buildProgram } from './program.ts';

// Whoever reads the output may stop reading, as `| head` does; the command goes on to its end, unheard.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has already said what is wrong; help and version are not failures.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { message, exitCode } = explain(error);
    console.error(message);
    process.exitCode = exitCode;
  }
}
