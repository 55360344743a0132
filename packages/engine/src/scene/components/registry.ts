/** Every component there is: one line each. */
import type { ZodType } from 'zod';
import { array } from './array/index.ts';
import { bars } from './bars/index.ts';
import { before } from './before/index.ts';
import { bits } from './bits/index.ts';
import { calendar } from './calendar/index.ts';
import { code } from './code/index.ts';
import { comparison } from './comparison/index.ts';
import type { Component } from './component.ts';
import { cycle } from './cycle/index.ts';
import { derivation } from './derivation/index.ts';
import { diagram } from './diagram/index.ts';
import { donut } from './donut/index.ts';
import { formula } from './formula/index.ts';
import { fractions } from './fractions/index.ts';
import { funnel } from './funnel/index.ts';
import { geometry } from './geometry/index.ts';
import { icons } from './icons/index.ts';
import { layers } from './layers/index.ts';
import { lines } from './lines/index.ts';
import { map } from './map/index.ts';
import { matrix } from './matrix/index.ts';
import { number } from './number/index.ts';
import { numberline } from './numberline/index.ts';
import { packets } from './packets/index.ts';
import { picture } from './picture/index.ts';
import { plot } from './plot/index.ts';
import { points } from './points/index.ts';
import { progress } from './progress/index.ts';
import { queue } from './queue/index.ts';
import { quote } from './quote/index.ts';
import { recap } from './recap/index.ts';
import { sequence } from './sequence/index.ts';
import { stage } from './stage/index.ts';
import { statement } from './statement/index.ts';
import { states } from './states/index.ts';
import { steps } from './steps/index.ts';
import { table } from './table/index.ts';
import { terminal } from './terminal/index.ts';
import { timeline } from './timeline/index.ts';
import { title } from './title/index.ts';
import { tree } from './tree/index.ts';
import { venn } from './venn/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: components differ in their data; each checks its own by its schema
export const components: Record<string, Component<any>> = {
  array,
  bars,
  before,
  bits,
  calendar,
  code,
  comparison,
  cycle,
  derivation,
  diagram,
  donut,
  formula,
  fractions,
  funnel,
  geometry,
  icons,
  layers,
  lines,
  map,
  matrix,
  number,
  numberline,
  picture,
  plot,
  packets,
  points,
  progress,
  queue,
  quote,
  recap,
  sequence,
  stage,
  statement,
  states,
  steps,
  table,
  terminal,
  timeline,
  title,
  tree,
  venn,
};

/** The schemas by component name, for checking what notes and models write. */
export const schemas: Record<string, ZodType> = Object.fromEntries(
  Object.entries(components).map(([name, component]) => [name, component.schema]),
);
