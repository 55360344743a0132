/**
 * How much of what stands on screen an independent reader can read: every component's example at rest, in every theme
 * and both shapes. `npm run bench:ocr -- [components] [--theme dusk,paper] [--aspect 16:9]`
 */
import { parseArgs } from 'node:util';
import { ASPECT_RATIOS, type AspectRatio } from '../../packages/engine/src/brief/brief.ts';
import { inkOf } from '../../packages/engine/src/check/geometry.ts';
import { createPainter } from '../../packages/engine/src/frames/painter.ts';
import { components } from '../../packages/engine/src/scene/components/registry.ts';
import { composeScenes } from '../../packages/engine/src/scene/compose.ts';
import { exampleStoryboard } from '../../packages/engine/src/scene/example.ts';
import { createEvaluator, type ElementState } from '../../packages/engine/src/scene/motion/evaluate.ts';
import {
  type Box,
  FPS,
  type SceneDocument,
  type TextElement,
} from '../../packages/engine/src/scene/scene.ts';
import { themes } from '../../packages/engine/src/scene/themes/index.ts';
import { Reader, type Reading } from './reader.ts';

const BAR = 0.97;
/** Everything has come by then, s before the end. */
const BEFORE_END = 0.7;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: Object.keys(themes).join() },
    aspect: { type: 'string', default: ASPECT_RATIOS.join() },
  },
});
const reader = await Reader.open();
let total = 0;
let missed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(components)) {
  const unread: string[] = [];
  let count = 0;
  for (const theme of values.theme.split(',')) {
    for (const aspect_ratio of values.aspect.split(',') as AspectRatio[]) {
      const [scene] = await composeScenes(exampleStoryboard(components[name]!, { theme, aspect_ratio }));
      const result = await legibility(scene!);
      count += result.words;
      unread.push(...result.unread.map((word) => `${word} (${theme} ${aspect_ratio})`));
    }
  }
  total += count;
  missed += unread.length;
  console.log(
    `${name}: ${count - unread.length} of ${count}${unread.length > 0 ? `; not read: ${unread.join(', ')}` : ''}`,
  );
}
console.log(
  `${total - missed} of ${total} words read, ${((1 - missed / total) * 100).toFixed(2)} % (bar ${BAR * 100} %)`,
);
process.exit(1 - missed / total < BAR ? 1 : 0);

async function legibility(scene: SceneDocument): Promise<{ words: number; unread: string[] }> {
  const frame = Math.round((scene.duration - BEFORE_END) * FPS);
  const readings = await reader.read((await createPainter(scene)).paint(frame));
  const lines = createEvaluator(scene)
    .at(frame / FPS)
    .filter((state) => isToBeRead(state, frame / FPS))
    .flatMap((state) =>
      (state.element as TextElement).lines.map((line, index) => ({
        box: inkOf(state)[index]!,
        words: wordsOf(line.runs.map((run) => run.text).join(' ')),
      })),
    );
  const unread = lines.flatMap(({ box, words }) => {
    const there = plain(readThere(readings, box));
    return words.filter((word) => !there.includes(word));
  });
  return { words: lines.reduce((sum, { words }) => sum + words.length, 0), unread };
}

/** Text that is dimmed on purpose is no longer to be read. */
function isToBeRead({ element, opacity, reveal }: ElementState, at: number): boolean {
  return (
    element.kind === 'text' &&
    opacity > 0.9 &&
    reveal > 0.99 &&
    !(element.dimmed_from !== undefined && element.dimmed_from <= at)
  );
}

function readThere(readings: Reading[], box: Box): string {
  return readings
    .filter(
      (one) =>
        one.box.x < box.x + box.width &&
        one.box.x + one.box.width > box.x &&
        one.box.y < box.y + box.height &&
        one.box.y + one.box.height > box.y,
    )
    .sort((a, b) => a.box.x - b.box.x)
    .map((one) => one.text)
    .join('');
}

/** Words of letters and digits that the models know. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(plain)
    .filter((word) => /^[a-z0-9]+$/.test(word));
}

/** Upper and lower case, O and 0, l, I and 1 are one to many readers; punctuation is left out. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/o/g, '0')
    .replace(/[li|]/g, '1');
}
