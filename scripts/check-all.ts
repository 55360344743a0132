/**
 * Every shipped note at 30, 60 and 120 s in both shapes, through every gate.
 * `npm run check:all` makes whole films; `-- --plan` stops before frames are drawn; names of notes, `--seconds` and
 * `--aspect` narrow it down.
 */

import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ASPECT_RATIOS, parseBrief } from '../packages/engine/src/brief/brief.ts';
import { checkStillness } from '../packages/engine/src/check/film.ts';
import { checkPlan, type Gate } from '../packages/engine/src/check/index.ts';
import { ChalktalkError, makeFilm } from '../packages/engine/src/index.ts';
import { schemas } from '../packages/engine/src/scene/components/registry.ts';
import { composeScenes } from '../packages/engine/src/scene/compose.ts';
import { readNoteFile, SHIPPED_KNOWLEDGE, writeScript } from '../packages/engine/src/script/index.ts';
import { planStoryboard } from '../packages/engine/src/storyboard/index.ts';
import { estimateFilmSeconds, narrate } from '../packages/engine/src/voice/index.ts';
import { seenChanges } from './stillness.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plan: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '30,60,120' },
    aspect: { type: 'string', default: ASPECT_RATIOS.join() },
  },
});
const lengths = values.seconds.split(',').map(Number);
const shapes = ASPECT_RATIOS.filter((shape) => values.aspect.split(',').includes(shape));
const names = readdirSync(SHIPPED_KNOWLEDGE)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => positionals.length === 0 || positionals.includes(name));

const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-check-'));
let broken = 0;
let films = 0;
try {
  for (const name of names) {
    const file = path.join(SHIPPED_KNOWLEDGE, `${name}.md`);
    const note = { text: await readNoteFile(file), file: `${name}.md` };
    for (const seconds of lengths) {
      for (const aspect_ratio of shapes) {
        const label = `${name} ${seconds} s ${aspect_ratio}`;
        const brief = parseBrief({ task: name, video_duration_seconds: seconds, aspect_ratio });
        films += 1;
        const faults = await (values.plan ? plan(brief, note) : film(brief, note));
        if (faults.length > 0) broken += 1;
        for (const fault of faults) console.log(`${label}: ${fault}`);
      }
    }
    console.error(`${name} checked`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`${films} films of ${names.length} notes, ${broken} with faults`);
process.exit(broken > 0 ? 1 : 0);

type Note = { text: string; file: string };
type Brief = ReturnType<typeof parseBrief>;

async function plan(brief: Brief, note: Note): Promise<string[]> {
  try {
    const script = await writeScript(brief, { schemas, estimate: estimateFilmSeconds, note });
    const narration = await narrate(script, brief, { dir: folder });
    const storyboard = await planStoryboard(brief, script, narration);
    const scenes = await composeScenes(storyboard, narration);
    const still = checkStillness(await seenChanges(scenes), narration);
    return faultsOf([...(await checkPlan({ script, narration, storyboard, scenes })), still]);
  } catch (error) {
    return [messageOf(error)];
  }
}

async function film(brief: Brief, note: Note): Promise<string[]> {
  try {
    const made = await makeFilm(brief, {
      outDir: path.join(folder, 'film'),
      cacheDir: path.join(folder, 'cache'),
      note,
    });
    await rm(path.join(folder, 'cache'), { recursive: true, force: true });
    return faultsOf(made.report.gates);
  } catch (error) {
    return [messageOf(error)];
  }
}

function faultsOf(gates: Gate[]): string[] {
  return gates
    .filter((gate) => !gate.passed)
    .map(
      ({ name, value, limit, detail }) => `${name} ${value}, limit ${limit}${detail ? ` (${detail})` : ''}`,
    );
}

function messageOf(error: unknown): string {
  return error instanceof ChalktalkError ? `${error.kind}: ${error.message}` : String((error as Error).stack);
}
