import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { installSize, LIMIT_MB } from './install-size.ts';

test('what a user installs stays below the limit', () => {
  const { megabytes, packages } = installSize(fileURLToPath(new URL('..', import.meta.url)));
  expect(packages.map(({ name }) => name)).toContain('node-av');
  expect(packages.map(({ name }) => name)).not.toContain('typescript');
  expect(megabytes).toBeLessThanOrEqual(LIMIT_MB);
});
