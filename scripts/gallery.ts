/**
 * `npm run gallery`: every component in every theme and both shapes, at its start, middle and end, through the gates;
 * a contact sheet each in `out/gallery/`, and a page that shows them all. Names of components narrow it down.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { ASPECT_RATIOS } from '../packages/engine/src/brief/brief.ts';
import { checkScenePlan } from '../packages/engine/src/check/index.ts';
import { createPainter } from '../packages/engine/src/frames/painter.ts';
import type { Component } from '../packages/engine/src/scene/components/component.ts';
import { components } from '../packages/engine/src/scene/components/registry.ts';
import { composeScenes } from '../packages/engine/src/scene/compose.ts';
import { evenNarration, exampleStoryboard } from '../packages/engine/src/scene/example.ts';
import { FPS, type SceneDocument } from '../packages/engine/src/scene/scene.ts';
import { themes } from '../packages/engine/src/scene/themes/index.ts';

const HEIGHT = 400;
const GAP = 8;
const SHARES = [0.12, 0.5, 0.96];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/gallery' },
    theme: { type: 'string', default: Object.keys(themes).join() },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(components);
const unknown = names.find((name) => !components[name]);
if (unknown) {
  console.error(`There is no component "${unknown}"; choose from ${Object.keys(components).join(', ')}.`);
  process.exit(2);
}
await mkdir(values.out, { recursive: true });
let broken = 0;
const shown: { name: string; purpose: string; sheets: string[] }[] = [];
for (const name of names) {
  const component = components[name]!;
  const sheets: string[] = [];
  for (const theme of values.theme.split(',')) {
    const file = `${name}-${theme}.webp`;
    await writeFile(path.join(values.out, file), await (await sheetOf(component, theme)).encode('webp', 88));
    sheets.push(file);
  }
  shown.push({ name, purpose: component.purpose, sheets });
  console.error(name);
}
await writeFile(path.join(values.out, 'index.html'), pageOf());
console.log(`${path.join(values.out, 'index.html')}: ${shown.length} components, ${broken} broken gates`);
process.exit(broken > 0 ? 1 : 0);

async function sheetOf(component: Component<unknown>, theme: string): Promise<Canvas> {
  const frames: Canvas[] = [];
  for (const aspect_ratio of ASPECT_RATIOS) {
    const storyboard = exampleStoryboard(component, { theme, aspect_ratio });
    const scenes = await composeScenes(storyboard);
    const narration = evenNarration(component.example.narration);
    for (const gate of await checkScenePlan({ storyboard, scenes, narration })) {
      if (gate.passed) continue;
      broken += 1;
      console.log(
        `${component.name} ${theme} ${aspect_ratio}: ${gate.name} is ${gate.value} (${gate.detail})`,
      );
    }
    for (const share of SHARES) frames.push(await frameOf(scenes[0]!, share));
  }
  const width = frames.reduce((sum, frame) => sum + frame.width + GAP, GAP);
  const sheet = createCanvas(width, HEIGHT + 2 * GAP);
  const pen = sheet.getContext('2d');
  pen.fillStyle = '#777777';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  let x = GAP;
  for (const frame of frames) {
    pen.drawImage(frame, x, GAP);
    x += frame.width + GAP;
  }
  return sheet;
}

async function frameOf(scene: SceneDocument, share: number): Promise<Canvas> {
  const painter = await createPainter(scene);
  const picture = painter.paint(Math.round(share * (scene.duration * FPS - 1)));
  const small = createCanvas(Math.round((HEIGHT * scene.width) / scene.height), HEIGHT);
  const pen = small.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, small.width, small.height);
  return small;
}

function pageOf(): string {
  const parts = shown.map(
    ({ name, purpose, sheets }) =>
      `<h2>${name}</h2><p>${purpose}</p>\n${sheets.map((file) => `<img loading="lazy" alt="${file}" src="${file}">`).join('\n')}`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Chalktalk: the gallery</title>
<style>body{font:16px/1.5 system-ui;margin:2rem;background:#eee}img{width:100%;margin:4px 0}h2{margin:2rem 0 0}</style>
<h1>${shown.length} components, ${values.theme.split(',').length} themes, two shapes</h1>
${parts.join('\n')}
`;
}
