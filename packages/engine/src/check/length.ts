/** Length: the film is as long as was asked for, unless its material ended. */
import type { Script } from '../script/script.ts';
import type { Narration } from '../voice/narration.ts';
import { atMost, type Gate } from './gate.ts';

/** Share of the length asked for. */
const LIMIT = 0.05;

/**
 * A film shorter than asked for passes only when the script says, in its remarks, that the material ends.
 */
export function checkLength(script: Script, narration: Narration): Gate {
  const asked = script.requested_seconds;
  const off = Math.abs(narration.duration - asked) / asked;
  const ended = script.material_ends === true && narration.duration < asked;
  const detail = `${narration.duration.toFixed(1)} s of ${asked} s asked for${ended ? '; the material ends there' : ''}`;
  return ended
    ? { ...atMost('length', off, LIMIT, detail), passed: true }
    : atMost('length', off, LIMIT, detail);
}
