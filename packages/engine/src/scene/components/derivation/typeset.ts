/** The lines typeset: where each is aligned, and which of its outlines move together from the line before. */
import { type Formula, typesetFormula } from '../../../assets/index.ts';
import { matchGlyphs, shapeOf } from './match.ts';
import type { DerivationData } from './schema.ts';

export interface Line {
  formula: Formula;
  /** em from the left edge to what the lines are aligned at: the relation sign, else the middle. */
  anchor: number;
  runs: Run[];
}

/** Outlines that come from one stretch of the line before, stay or go together, and are marked or not. */
export interface Run {
  glyphs: number[];
  /** The first of the glyphs of the line before that it comes from; −1 when it is new. */
  from: number;
  /** It is part of the next line too. */
  stays: boolean;
  marked: boolean;
}

const RELATIONS = ['=', '\\approx', '\\equiv', '\\le', '\\ge', '<', '>', '\\ne', '\\Rightarrow', '\\to'];

export async function typesetLines({ lines }: DerivationData): Promise<Line[]> {
  const signs = await Promise.all(RELATIONS.map((tex) => typesetFormula(tex, [])));
  const relations = new Set(signs.map(({ glyphs }) => shapeOf(glyphs[0]!)));
  const formulas = await Promise.all(
    lines.map((line) => typesetFormula(line.tex, line.mark === undefined ? [] : [line.mark])),
  );
  const sources = formulas.map(({ glyphs }, index) =>
    index === 0 ? glyphs.map(() => -1) : matchGlyphs(formulas[index - 1]!.glyphs, glyphs),
  );
  return formulas.map((formula, index) => {
    const next = sources[index + 1];
    const relation = formula.glyphs.find((glyph) => relations.has(shapeOf(glyph)));
    return {
      formula,
      anchor: relation ? relation.box.x + relation.box.width / 2 : formula.width / 2,
      runs: runsOf(formula, sources[index]!, next),
    };
  });
}

function runsOf({ glyphs }: Formula, source: readonly number[], next: readonly number[] | undefined): Run[] {
  const runs: Run[] = [];
  glyphs.forEach((glyph, index) => {
    const from = source[index]!;
    const stays = next === undefined || next.includes(index);
    const marked = glyph.part !== undefined;
    const last = runs.at(-1);
    const before = last?.glyphs.at(-1);
    const together =
      last !== undefined &&
      before !== undefined &&
      last.stays === stays &&
      last.marked === marked &&
      (from === -1 ? last.from === -1 : last.from !== -1 && source[before] === from - 1);
    if (together) last.glyphs.push(index);
    else runs.push({ glyphs: [index], from, stays, marked });
  });
  return runs;
}
