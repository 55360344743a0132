/**
 * Lists every note with its words and seconds at the usual lengths and names what breaks a rule of docs/notes.md:
 * `npm run notes`, or `npm run notes -- FILE-OR-FOLDER …`. Ends with code 1 when a rule is broken.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findIcon } from '../packages/engine/src/assets/index.ts';
import { schemas } from '../packages/engine/src/scene/components/registry.ts';
import { auditNote, USUAL_LENGTHS } from '../packages/engine/src/script/audit.ts';
import { estimateFilmSeconds } from '../packages/engine/src/voice/index.ts';

const root = path.dirname(import.meta.dirname);
const asked = process.argv.slice(2);
const files = (
  asked.length > 0 ? asked.map((one) => path.resolve(one)) : [path.join(root, 'knowledge')]
).flatMap(notesIn);

const hasIcon = (name: string) => Boolean(findIcon(name, 'colour') ?? findIcon(name, 'line'));

let broken = 0;
console.log(
  `${'note'.padEnd(34)} words ${USUAL_LENGTHS.map((length) => `${length} s`.padStart(15)).join('')}`,
);
for (const file of files) {
  const name = path.relative(process.cwd(), file);
  const audit = auditNote(readFileSync(file, 'utf8'), name, {
    schemas: schemas,
    estimate: estimateFilmSeconds,
    hasIcon,
  });
  const cuts = audit.cuts.map((cut) => `${cut.words} w ${cut.seconds.toFixed(1)} s`.padStart(15)).join('');
  console.log(`${path.basename(file).padEnd(34)} ${String(audit.words).padStart(5)} ${cuts}`);
  for (const fault of audit.faults) console.log(`    ${fault}`);
  if (audit.faults.length > 0) broken += 1;
}
console.log(`${files.length} notes, ${broken === 0 ? 'every rule kept' : `${broken} with broken rules`}`);
if (broken > 0) process.exitCode = 1;

function notesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.md') && path.basename(name) !== 'README.md')
    .map((name) => path.join(place, name));
}
