import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { componentReference } from './reference.ts';
import { components } from './registry.ts';

test('docs/components.md is what the registry says; npm run components writes it', async () => {
  const page = await readFile(new URL('../../../../../docs/components.md', import.meta.url), 'utf8');
  expect(page).toBe(componentReference());
});

test('every component and every field of its example is in the reference', () => {
  const page = componentReference();
  for (const { name, example } of Object.values(components)) {
    const from = page.indexOf(`\n## ${name}\n`);
    expect(from, name).toBeGreaterThan(0);
    const section = page.slice(from, page.indexOf('````markdown', from));
    for (const key of Object.keys(example.data as object)) expect(section, name).toContain(`\`${key}\``);
  }
});
