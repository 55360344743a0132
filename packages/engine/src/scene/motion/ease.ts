/** Easing curves: how far along a motion is, 0 to 1, after a share of its time. `back` overshoots a little. */
import type { Ease } from '../scene.ts';

const OVERSHOOT = 1.4;

const CURVES: Record<Ease, (share: number) => number> = {
  linear: (share) => share,
  in: (share) => share ** 3,
  out: (share) => 1 - (1 - share) ** 3,
  in_out: (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2),
  back: (share) => 1 + (OVERSHOOT + 1) * (share - 1) ** 3 + OVERSHOOT * (share - 1) ** 2,
  sine: (share) => (1 - Math.cos(Math.PI * share)) / 2,
};

export function eased(ease: Ease, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  return CURVES[ease](share);
}
