/**
 * Typesets TeX as outlines that can be drawn, coloured and moved one by one. Lengths are em of the size the
 * formula is shown at; y points down and 0 is the baseline, x starts at the formula's left edge.
 */
import { ChalktalkError } from '../errors.ts';
import type { Box } from '../scene/scene.ts';
import type { Typeset } from './formula/mathjax.ts';
import { hasPart, markParts } from './formula/parts.ts';

export interface Formula {
  width: number;
  /** Above the baseline. */
  ascent: number;
  /** Below the baseline. */
  descent: number;
  glyphs: FormulaGlyph[];
}

export interface FormulaGlyph {
  /** SVG path data. */
  d: string;
  box: Box;
  /** The innermost given subformula it belongs to. */
  part?: number;
  /** All of them, the outermost first. */
  parts: number[];
}

const known = new Map<string, Promise<Formula>>();

/**
 * Typesets a formula and says which of its outlines belong to which of the given subformulas. Every occurrence
 * of a subformula counts. The same formula is set once.
 * @throws ChalktalkError `bad_note` when the TeX is wrong or a subformula does not stand in it.
 */
export function typesetFormula(tex: string, parts: readonly string[]): Promise<Formula> {
  const id = JSON.stringify([tex, parts]);
  let formula = known.get(id);
  if (!formula) {
    formula = typesetNow(tex, parts);
    known.set(id, formula);
  }
  return formula;
}

async function typesetNow(tex: string, parts: readonly string[]): Promise<Formula> {
  const { typeset } = await import('./formula/mathjax.ts');
  const plain = await typeset(tex).catch((error: Error) => {
    const reason = error.message.replace(/\.$/, '');
    throw new ChalktalkError(
      'bad_note',
      `The formula "${tex}" cannot be typeset: ${reason}; correct its TeX.`,
    );
  });
  for (const part of parts) if (!hasPart(tex, part)) throw noSuchPart(part, tex);
  if (parts.length === 0) return formulaOf(plain);

  // A mark must not move anything: the way of marking that leaves every outline in place is the right one.
  for (const bracing of ['bare', 'braced'] as const) {
    const marked = await typeset(markParts(tex, parts, bracing)).catch(() => undefined);
    if (marked && looksLike(marked, plain)) {
      const formula = formulaOf(marked);
      const unseen = parts.find((_, index) => !formula.glyphs.some((glyph) => glyph.parts.includes(index)));
      if (unseen === undefined) return formula;
    }
  }
  for (const part of parts) {
    const alone = await typeset(markParts(tex, [part], 'bare')).catch(() => undefined);
    if (!alone || !looksLike(alone, plain)) throw noSuchPart(part, tex);
  }
  throw noSuchPart(parts.join('", "'), tex);
}

function noSuchPart(part: string, tex: string): ChalktalkError {
  const fix = 'write it as it stands there, as a symbol or a group that is complete in itself';
  return new ChalktalkError('bad_note', `"${part}" is no part of the formula "${tex}"; ${fix}.`);
}

function looksLike(marked: Typeset, plain: Typeset): boolean {
  return (
    marked.outlines.length === plain.outlines.length &&
    marked.outlines.every((outline, index) =>
      near(outline.path.getBounds(), plain.outlines[index]!.path.getBounds()),
    )
  );
}

/** Within a thousandth of an em. */
function near(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => Math.abs(value - b[index]!) <= 1);
}

function formulaOf({ width, ascent, descent, outlines }: Typeset): Formula {
  const glyphs = outlines.map(({ path, classes }): FormulaGlyph => {
    const parts = classes.flatMap((name) => (name.startsWith('part-') ? [Number(name.slice(5))] : []));
    const small = path.transform({ a: 0.001, b: 0, c: 0, d: 0.001, e: 0, f: 0 });
    const [left, top, right, bottom] = small.computeTightBounds();
    return {
      d: small
        .toSVGString()
        .replace(/-?\d*\.\d+(?:e-?\d+)?/g, (number) => ` ${round(Number(number))}`)
        .replace(/\s+/g, ' '),
      box: { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) },
      ...(parts.length > 0 ? { part: parts.at(-1)! } : {}),
      parts,
    };
  });
  return { width: round(width / 1000), ascent: round(ascent / 1000), descent: round(descent / 1000), glyphs };
}

/** To a tenth of a thousandth of an em: 0.02 px at 200 px. */
function round(em: number): number {
  return Math.round(em * 10_000) / 10_000 + 0;
}
