/** `chalktalk doctor`: looks at all that films and the server need, one line each. */
import { type Check, configOf, examine, readSettings } from '@chalktalk/server';
import { type ServerFlags, sourcesOf } from './sources.ts';

const MARKS = { ok: '✓', failed: '✗', skipped: '·' } as const;

export async function diagnose(flags: ServerFlags): Promise<void> {
  const settings = await readSettings(sourcesOf(flags));
  // Nothing is signed here, so no secret is made either.
  const config = configOf(settings, settings.secret ?? '0'.repeat(64));
  let failed = 0;
  for await (const check of examine(config, { film: flags.film !== false })) {
    if (check.state === 'failed') failed += 1;
    process.stdout.write(flags.json ? `${JSON.stringify(check)}\n` : lineOf(check));
  }
  if (!flags.json) {
    process.stdout.write(failed === 0 ? '\nAll is well.\n' : `\n${failed} to mend, as told above.\n`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

function lineOf({ name, state, told }: Check): string {
  return `${MARKS[state]} ${name.padEnd(22)} ${told}\n`;
}
