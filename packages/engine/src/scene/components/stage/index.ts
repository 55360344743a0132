/** The free stage: actors at named places that enter, move along paths, carry, connect, mix, lock and leave. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutStage } from './layout.ts';
import { moveStage } from './motion.ts';
import { type StageData, stageSchema } from './schema.ts';

export const stage = defineComponent<StageData>({
  name: 'stage',
  purpose:
    'Anything else that happens between things: actors enter, move, carry, connect, mix, lock and leave.',
  schema: stageSchema,
  headline: 'above',
  parts: (data) => [
    ...data.cues.map((cue, index) => ({ path: `cues.${index}`, label: cue.do, say: cue.say })),
    ...spoken('actors', data.actors),
    ...spoken('paths', data.paths),
  ],
  layout: layoutStage,
  motion: moveStage,
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
