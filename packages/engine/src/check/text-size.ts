/** Text size: nothing a viewer must read is set too small, in the frame's own pixels. */
import type { SceneDocument } from '../scene/scene.ts';
import { atLeast, type Gate } from './gate.ts';

/** px at 1920×1080 and at 1080×1920. */
const LEAST = { '16:9': 28, '9:16': 36 } as const;

export function checkTextSize(scenes: SceneDocument[]): Gate {
  const limit = LEAST[scenes[0]?.aspect_ratio ?? '16:9'];
  let smallest = Number.POSITIVE_INFINITY;
  let detail: string | undefined;
  for (const scene of scenes) {
    for (const element of scene.elements) {
      if (element.kind !== 'text') continue;
      for (const run of element.lines.flatMap((line) => line.runs)) {
        const { size } = run.font ?? element.font;
        const scaled =
          size * restingScale(scene, element.id) * (element.group ? restingScale(scene, element.group) : 1);
        if (scaled < smallest) {
          smallest = scaled;
          detail = `"${run.text}" in scene ${scene.id}`;
        }
      }
    }
  }
  return atLeast('text_size', Number.isFinite(smallest) ? smallest : limit, limit, detail);
}

/** The smallest scale at which an element comes to rest; what it passes through while it enters is not read. */
function restingScale(scene: SceneDocument, id: string): number {
  const track = scene.tracks.find((one) => one.element === id && one.property === 'scale');
  if (!track) return 1;
  const rests = track.keys.filter((key, index) => {
    const next = track.keys[index + 1];
    return key.at > 0 && (!next || next.value === key.value || next.at - key.at > 1);
  });
  const scales = rests.map((key) => Number(key.value)).filter((scale) => scale > 0.05);
  return scales.length > 0 ? Math.min(...scales) : 1;
}
