/**
 * Writes the fonts of signs beside this file: node --import tsx packages/engine/src/assets/signs/write.ts
 * A test compares them with what this would write.
 */
import { writeFileSync } from 'node:fs';
import { drawSigns } from './drawings.ts';
import { SIGNS, signsFile, WEIGHTS } from './index.ts';
import { trueTypeFont } from './truetype.ts';

for (const weight of WEIGHTS)
  writeFileSync(signsFile(weight), trueTypeFont(SIGNS, weight, drawSigns(weight)));
