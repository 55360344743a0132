/** Outlines that sceneries are made of, as SVG path data in px of the frame. All of them go over its edges a little. */

/** How far shapes go beyond the frame, px: a camera may pull back. */
export const OVER = 80;

/** The land below a line of rolling heights; `heights` are px above `y`, at equal distances from left to right. */
export function land(width: number, bottom: number, y: number, heights: number[]): string {
  const step = (width + 2 * OVER) / (heights.length - 1);
  const at = (index: number) => ({
    x: -OVER + index * step,
    y: y - heights[Math.min(heights.length - 1, Math.max(0, index))]!,
  });
  let d = `M${n(at(0).x)} ${n(at(0).y)}`;
  for (let index = 0; index < heights.length - 1; index += 1) {
    const [before, a, b, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    d += `C${n(a.x + step / 3)} ${n(a.y + (b.y - before.y) / 6)} ${n(b.x - step / 3)} ${n(b.y - (after.y - a.y) / 6)} ${n(b.x)} ${n(b.y)}`;
  }
  return `${d}L${n(width + OVER)} ${n(bottom + OVER)}L${-OVER} ${n(bottom + OVER)}Z`;
}

export function block(x: number, y: number, width: number, height: number): string {
  return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;
}

export function disc(x: number, y: number, radius: number): string {
  const r = n(radius);
  return `M${n(x - radius)} ${n(y)}a${r} ${r} 0 1 1 ${n(2 * radius)} 0a${r} ${r} 0 1 1 ${n(-2 * radius)} 0Z`;
}

/** A fir of three tiers. */
export function fir(x: number, foot: number, height: number): string {
  const half = height * 0.24;
  const tier = (top: number, low: number, wide: number) =>
    `M${n(x)} ${n(foot - height * top)}L${n(x + half * wide)} ${n(foot - height * low)}L${n(x - half * wide)} ${n(foot - height * low)}Z`;
  return `${tier(1, 0.58, 0.62)}${tier(0.78, 0.32, 0.82)}${tier(0.55, 0.06, 1)}${block(x - height * 0.03, foot - height * 0.08, height * 0.06, height * 0.12)}`;
}

/** A cloud with a flat underside. */
export function cloud(x: number, y: number, width: number): string {
  const r = width / 2;
  const puff = (dx: number, dy: number, size: number) => disc(x + dx * r, y + dy * r, size * r);
  return `${puff(-0.62, 0, 0.26)}${puff(-0.22, -0.2, 0.38)}${puff(0.28, -0.12, 0.33)}${puff(0.66, 0.02, 0.24)}${block(x - 0.62 * r, y - 0.06 * r, 1.28 * r, 0.32 * r)}`;
}

/** A long low wave, as a band that swells and thins. */
export function ripple(x: number, y: number, width: number, height: number): string {
  const q = width / 4;
  return `M${n(x)} ${n(y)}q${n(q / 2)} ${n(-height)} ${n(q)} 0t${n(q)} 0t${n(q)} 0t${n(q)} 0l0 ${n(height * 0.5)}q${n(-q / 2)} ${n(height)} ${n(-q)} 0t${n(-q)} 0t${n(-q)} 0t${n(-q)} 0Z`;
}

/** The same numbers every time, evenly strewn between 0 and 1: the golden section's steps. */
export function strewn(index: number, turn = 0.618034): number {
  return (0.31 + index * turn) % 1;
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
