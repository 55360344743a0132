/** Shows a component's example at six moments: `npm run preview -- points --theme paper --aspect 9:16 --out sheet.png`. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { AspectRatio } from '../packages/engine/src/brief/brief.ts';
import { contactSheet } from '../packages/engine/src/frames/sheet.ts';
import { components } from '../packages/engine/src/scene/components/registry.ts';
import { composeScenes } from '../packages/engine/src/scene/compose.ts';
import { exampleStoryboard } from '../packages/engine/src/scene/example.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'dusk' },
    aspect: { type: 'string', default: '16:9' },
    out: { type: 'string', default: 'preview.png' },
    moments: { type: 'string', default: '6' },
  },
});
const component = components[positionals[0] ?? ''];
if (!component) {
  console.error(`Name a component: ${Object.keys(components).join(', ')}.`);
  process.exit(2);
}
const [scene] = await composeScenes(
  exampleStoryboard(component, { theme: values.theme, aspect_ratio: values.aspect as AspectRatio }),
);
const count = Number(values.moments);
const wide = values.aspect === '16:9';
const moments = Array.from({ length: count }, (_, index) => ({
  scene: scene!,
  at: ((index + 0.9) / count) * scene!.duration,
}));
const sheet = await contactSheet(moments, { columns: wide ? 2 : 3, width: wide ? 960 : 540 });
await writeFile(values.out, await sheet.encode('png'));
console.log(values.out);
