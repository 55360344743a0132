/** Makes the golden frames anew: `npm run golden -- bars timeline`, or all of them. Look at them before you commit. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { components } from '../packages/engine/src/scene/components/registry.ts';
import { goldenFile, goldenOf, QUALITY } from '../packages/engine/src/scene/testing/golden.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !components[name]);
if (unknown) {
  console.error(`There is no component "${unknown}"; choose from ${Object.keys(components).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(components)) {
  const file = fileURLToPath(goldenFile(name));
  await writeFile(file, await (await goldenOf(components[name]!)).encode('webp', QUALITY));
  console.log(file);
}
