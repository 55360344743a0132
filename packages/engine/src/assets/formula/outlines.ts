/** Flattens MathJax's SVG tree into outlines: every transform, clip and stroke resolved into path data. */

import { Path2D, PathOp } from '@napi-rs/canvas';
import type { LiteAdaptor, LiteElement } from 'mathjax';

/** An outline in MathJax's units (1000 to the em), y down, with the classes of everything around it. */
export interface Outline {
  path: Path2D;
  classes: string[];
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f */
interface Matrix {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

interface Place {
  matrix: Matrix;
  /** Already in the outermost coordinates. */
  clip?: Path2D;
  classes: string[];
}

const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
/** The thickness of MathJax's rules, which its style sheet gives to lines in tables. */
const RULE = 60;

/**
 * The outlines of a typeset formula in drawing order.
 * @throws Error naming the text, when a character is not in the mathematical font.
 */
export function outlinesOf(adaptor: LiteAdaptor, svg: LiteElement): Outline[] {
  const outlines: Outline[] = [];
  const visit = (node: LiteElement, around: Place): void => {
    const kind = adaptor.kind(node);
    const number = (name: string) => Number(adaptor.getAttribute(node, name) || 0);
    const own = adaptor.getAttribute(node, 'class');
    const place: Place = {
      ...around,
      matrix: multiply(around.matrix, parseTransform(adaptor.getAttribute(node, 'transform') ?? '')),
      classes: own ? [...around.classes, ...own.split(/\s+/)] : around.classes,
    };
    const add = (path: Path2D) => {
      const flat = path.transform(place.matrix);
      const shown = place.clip ? flat.op(place.clip, PathOp.Intersect) : flat;
      if (shown.toSVGString() !== '') outlines.push({ path: shown, classes: place.classes });
    };
    const children = () => {
      for (const child of adaptor.childNodes(node)) {
        if (adaptor.kind(child) !== '#text' && adaptor.kind(child) !== '#comment') visit(child, place);
      }
    };

    if (kind === 'g') children();
    else if (kind === 'path') add(new Path2D(adaptor.getAttribute(node, 'd') ?? ''));
    else if (kind === 'rect' || kind === 'line') add(ruled(adaptor, node, number));
    else if (kind === 'svg') {
      const window = rectangle(number('x'), number('y'), number('width'), number('height')).transform(
        place.matrix,
      );
      const [left = 0, top = 0] = (adaptor.getAttribute(node, 'viewBox') ?? '').split(' ').map(Number);
      const shift = { ...IDENTITY, e: number('x') - left, f: number('y') - top };
      place.matrix = multiply(place.matrix, shift);
      place.clip = place.clip ? window.op(place.clip, PathOp.Intersect) : window;
      children();
    } else if (kind === 'text') throw new Error(adaptor.textContent(node));
  };
  for (const child of adaptor.childNodes(svg)) {
    if (adaptor.kind(child) === 'g') visit(child, { matrix: IDENTITY, classes: [] });
  }
  return outlines;
}

function ruled(adaptor: LiteAdaptor, node: LiteElement, number: (name: string) => number): Path2D {
  if (adaptor.kind(node) === 'line') {
    const line = new Path2D();
    line.moveTo(number('x1'), number('y1'));
    line.lineTo(number('x2'), number('y2'));
    return line.stroke({ width: number('stroke-width') || RULE });
  }
  const box = rectangle(number('x'), number('y'), number('width'), number('height'));
  return adaptor.getAttribute(node, 'fill') === 'none'
    ? box.stroke({ width: number('stroke-width') || RULE })
    : box;
}

function rectangle(x: number, y: number, width: number, height: number): Path2D {
  const path = new Path2D();
  path.rect(x, y, width, height);
  return path;
}

function parseTransform(text: string): Matrix {
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].reduce((matrix, [, kind, list]) => {
    const [p = 0, q, r = 0, s = 1, t = 0, u = 0] = list!.split(/[\s,]+/).map(Number);
    if (kind === 'translate') return multiply(matrix, { ...IDENTITY, e: p, f: q ?? 0 });
    if (kind === 'scale') return multiply(matrix, { ...IDENTITY, a: p, d: q ?? p });
    if (kind === 'matrix') return multiply(matrix, { a: p, b: q ?? 0, c: r, d: s, e: t, f: u });
    throw new Error(`MathJax turns by ${kind}, which is not expected`);
  }, IDENTITY);
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return {
    a: m.a * n.a + m.c * n.b,
    b: m.b * n.a + m.d * n.b,
    c: m.a * n.c + m.c * n.d,
    d: m.b * n.c + m.d * n.d,
    e: m.a * n.e + m.c * n.f + m.e,
    f: m.b * n.e + m.d * n.f + m.f,
  };
}
