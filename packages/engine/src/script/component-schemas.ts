/** The components' schemas without their drawing code, for what checks notes but draws nothing. */
import { barsSchema } from '../scene/components/bars/schema.ts';
import { codeSchema } from '../scene/components/code/schema.ts';
import { comparisonSchema } from '../scene/components/comparison/schema.ts';
import { cycleSchema } from '../scene/components/cycle/schema.ts';
import { diagramSchema } from '../scene/components/diagram/schema.ts';
import { formulaSchema } from '../scene/components/formula/schema.ts';
import { numberSchema } from '../scene/components/number/schema.ts';
import { pointsSchema } from '../scene/components/points/schema.ts';
import { recapSchema } from '../scene/components/recap/schema.ts';
import { sequenceSchema } from '../scene/components/sequence/schema.ts';
import { stageSchema } from '../scene/components/stage/schema.ts';
import { statementSchema } from '../scene/components/statement/schema.ts';
import { stepsSchema } from '../scene/components/steps/schema.ts';
import { timelineSchema } from '../scene/components/timeline/schema.ts';
import { titleSchema } from '../scene/components/title/schema.ts';
import type { Schemas } from './show-check.ts';

export const componentSchemas: Schemas = {
  bars: barsSchema,
  code: codeSchema,
  comparison: comparisonSchema,
  cycle: cycleSchema,
  diagram: diagramSchema,
  formula: formulaSchema,
  number: numberSchema,
  points: pointsSchema,
  recap: recapSchema,
  sequence: sequenceSchema,
  stage: stageSchema,
  statement: statementSchema,
  steps: stepsSchema,
  timeline: timelineSchema,
  title: titleSchema,
};
