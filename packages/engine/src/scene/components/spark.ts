/** A spark: the small light that runs along a line to show that it carries something. */
import type { Element, PathElement } from '../scene.ts';
import type { Setting } from './setting.ts';

const SIZE = 20;

/** The spark of a line, at rest where the line begins; `flow` sets it going. Undefined without a line. */
export function sparkOn(line: PathElement | undefined, { theme }: Setting): Element | undefined {
  if (!line) return undefined;
  const [x, y] = (/-?[\d.]+[ ,]-?[\d.]+/.exec(line.d)?.[0] ?? '0 0').split(/[ ,]/).map(Number) as [
    number,
    number,
  ];
  return {
    kind: 'ellipse',
    id: `spark.${line.id}`,
    role: 'scenery',
    box: { x: x - SIZE / 2, y: y - SIZE / 2, width: SIZE, height: SIZE },
    fill: theme.colors.accent,
  };
}
