/**
 * Every shipped note at 30, 60 and 120 s in both shapes, through every gate.
 * `npm run check:all` makes whole films; `-- --plan` stops before frames are drawn, and `--quick` does not foresee
 * stillness there, which takes most of the time. Names of notes, `--seconds` and `--aspect` narrow it down; `--type`
 * takes other video types, or `all`. In the default one a note is given and must show every picture it asks for; in
 * the others it is found by its title, as for most users, and where a picture gives way to another a remark says so.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ASPECT_RATIOS, type Brief, parseBrief, VIDEO_TYPES } from '../packages/engine/src/brief/brief.ts';
import { checkStillness } from '../packages/engine/src/check/film.ts';
import { checkPlan, type Gate } from '../packages/engine/src/check/index.ts';
import { ChalktalkError, makeFilm, steps } from '../packages/engine/src/index.ts';
import { loadKnowledge, type Script } from '../packages/engine/src/script/index.ts';
import type { Material } from '../packages/engine/src/steps.ts';
import type { Storyboard } from '../packages/engine/src/storyboard/index.ts';
import { chooseVoice, type Narration } from '../packages/engine/src/voice/index.ts';
import { seenChanges } from './stillness.ts';

const DEFAULT_TYPE = parseBrief({ task: 'the default' }).video_type;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plan: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '30,60,120' },
    aspect: { type: 'string', default: ASPECT_RATIOS.join() },
    type: { type: 'string', default: DEFAULT_TYPE },
  },
});
const lengths = values.seconds.split(',').map(Number);
const shapes = ASPECT_RATIOS.filter((shape) => values.aspect.split(',').includes(shape));
const types = values.type === 'all' ? VIDEO_TYPES : values.type.split(',');
const unknown = types.find((type) => !VIDEO_TYPES.some((known) => known === type));
if (unknown !== undefined) {
  console.error(`There is no video type "${unknown}"; choose from ${VIDEO_TYPES.join(', ')}, or all.`);
  process.exit(2);
}

interface Found {
  gates: Gate[];
  remarks: string[];
}
interface Note {
  file: string;
  title: string;
  text: string;
}
const notes = (await loadKnowledge()).entries
  .filter((entry) => entry.kind === 'note')
  .filter(({ file }) => positionals.length === 0 || positionals.includes(path.basename(file, '.md')));

const folder = await mkdtemp(path.join(os.tmpdir(), 'chalktalk-check-'));
let broken = 0;
let films = 0;
let yielded = 0;
try {
  for (const note of notes) {
    const name = path.basename(note.file, '.md');
    for (const seconds of lengths) {
      const narrations = new Map<number, Narration>();
      for (const type of types) {
        for (const aspect_ratio of shapes) {
          const label = `${name} ${seconds} s ${aspect_ratio} ${type}`;
          const brief = parseBrief({
            task: `Explain ${note.title}`,
            video_duration_seconds: seconds,
            aspect_ratio,
            video_type: type,
          });
          const { faults, remarks } = await checked(brief, note, narrations);
          films += 1;
          if (faults.length > 0) broken += 1;
          yielded += remarks.length;
          for (const fault of faults) console.log(`${label}: ${fault}`);
          for (const remark of remarks) console.log(`${label}, remark: ${remark}`);
        }
      }
    }
    console.error(`${name} checked`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(
  `${films} films of ${notes.length} notes, ${broken} with faults, ${yielded} pictures that gave way`,
);
process.exit(broken > 0 ? 1 : 0);

async function checked(
  brief: Brief,
  note: Note,
  narrations: Map<number, Narration>,
): Promise<{ faults: string[]; remarks: string[] }> {
  const material = brief.video_type === DEFAULT_TYPE ? { note } : {};
  try {
    const { gates, remarks } = await (values.plan
      ? plan(brief, material, note, narrations)
      : film(brief, material, note));
    return { faults: faultsOf(gates), remarks };
  } catch (error) {
    return { faults: [messageOf(error)], remarks: [] };
  }
}

/** @param narrations of this note and length, by tempo: nothing else of a video type is heard, and no shape is */
async function plan(
  brief: Brief,
  material: Material,
  note: Note,
  narrations: Map<number, Narration>,
): Promise<Found> {
  const script = await steps.scriptFor(brief, material);
  hold(script, note);
  const { tempo } = chooseVoice(brief.voice_description, brief.video_type);
  const narration = narrations.get(tempo) ?? (await steps.narrationFor(brief, script, { dir: folder }));
  narrations.set(tempo, narration);
  const storyboard = await steps.storyboardFor(brief, script, narration);
  const scenes = await steps.scenesFor(storyboard, narration);
  const gates = await checkPlan({ script, narration, storyboard, scenes });
  if (!values.quick) gates.push(checkStillness(await seenChanges(scenes), narration));
  return { gates, remarks: storyboard.remarks ?? [] };
}

async function film(brief: Brief, material: Material, note: Note): Promise<Found> {
  const made = await makeFilm(brief, {
    outDir: path.join(folder, 'film'),
    cacheDir: path.join(folder, 'cache'),
    ...material,
  });
  await rm(path.join(folder, 'cache'), { recursive: true, force: true });
  hold(made.report, note);
  const storyboard: Storyboard = JSON.parse(
    await readFile(path.join(made.folder, 'storyboard.json'), 'utf8'),
  );
  return { gates: made.report.gates, remarks: storyboard.remarks ?? [] };
}

/** Another note would be checked twice, and this one never. */
function hold({ sources }: Pick<Script, 'sources'>, note: Note): void {
  const other = sources.find(({ where }) => where !== note.file);
  if (other) throw new Error(`"${note.title}" found ${other.where}`);
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
