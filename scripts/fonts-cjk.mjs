/** Adds the Chinese, Japanese and Korean fonts (210 MB) to `fonts/`, where no later installation clears them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const VERSION = '5.3.0';
const folder = fileURLToPath(new URL('../fonts', import.meta.url));
const packages = ['sc', 'jp', 'kr'].map((script) => `@fontsource/noto-sans-${script}@${VERSION}`);
const { status } = spawnSync(
  'npm',
  ['install', '--prefix', folder, '--no-audit', '--no-fund', '--save-exact', ...packages],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
if (status === 0) console.log('Films can now show Chinese, Japanese and Korean.');
process.exit(status ?? 1);
