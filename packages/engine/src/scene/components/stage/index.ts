/** The free stage: actors at named places, or along paths, and what they do by a small vocabulary of verbs. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { drawStage } from './layout.ts';
import { moveStage } from './motion.ts';
import { rehearsed } from './rehearsal.ts';
import { type StageData, stageSchema } from './schema.ts';

export const stage = defineComponent<StageData>({
  name: 'stage',
  purpose:
    'Anything else that happens between things: actors enter, move, talk, carry, split, merge, count, break and leave, in scenery.',
  schema: stageSchema,
  headline: 'above',
  parts: (data) => [
    ...data.cues.map((cue, index) => ({ path: `cues.${index}`, label: cue.do, say: cue.say })),
    ...spoken('actors', data.actors),
    ...spoken('paths', data.paths),
  ],
  layout: (data, setting) => drawStage(data, rehearsed(data, setting), setting),
  motion: (data, setting) => moveStage(data, rehearsed(data, setting), setting),
  example,
});

function spoken(
  field: string,
  named: Record<string, { label?: string | undefined; say?: string | undefined }>,
) {
  return Object.entries(named).flatMap(([name, one]) =>
    one.say === undefined ? [] : [{ path: `${field}.${name}`, label: one.label ?? name, say: one.say }],
  );
}
