/** Overlap: no text on text, and nothing on text that does not carry it, in any frame a viewer can dwell on. */
import { createEvaluator, type ElementState } from '../scene/motion/evaluate.ts';
import type { Box, Element, SceneDocument } from '../scene/scene.ts';
import { atMost, type Gate } from './gate.ts';
import { coverOf, inkOf, overlapArea } from './geometry.ts';
import { momentsOf } from './moments.ts';

const VISIBLE = 0.08;
/** A touch of this many px² is a rounding, not an overlap. */
const TOUCH = 24;

export interface Overlap {
  scene: string;
  at: number;
  text: string;
  other: string;
}

export function checkOverlap(scenes: SceneDocument[]): Gate {
  const found = scenes.flatMap(overlapsOf);
  const first = found[0];
  return atMost(
    'overlap',
    found.length,
    0,
    first && `${first.other} lies on ${first.text} in scene ${first.scene} at ${first.at.toFixed(2)} s`,
  );
}

export function overlapsOf(scene: SceneDocument): Overlap[] {
  const evaluator = createEvaluator(scene);
  const carried = carriers(scene.elements);
  const found = new Map<string, Overlap>();
  for (const at of momentsOf(scene)) {
    const visible = evaluator
      .at(at)
      .filter(
        ({ element, opacity, reveal }) =>
          opacity > VISIBLE && reveal > 0 && element.kind !== 'group' && element.role !== 'scenery',
      );
    const covers = new Map<ElementState, Box[]>(visible.map((state) => [state, coverOf(state)]));
    for (const text of visible) {
      if (text.element.kind !== 'text') continue;
      const ink = inkOf(text);
      for (const other of visible) {
        if (other === text || isJoined(text.element, other.element, carried)) continue;
        // Two texts would be found twice.
        if (other.element.kind === 'text' && other.element.id < text.element.id) continue;
        const area = sum(ink, covers.get(other)!);
        if (area > TOUCH) {
          const id = `${text.element.id} ${other.element.id}`;
          if (!found.has(id)) {
            found.set(id, { scene: scene.id, at, text: text.element.id, other: other.element.id });
          }
        }
      }
    }
  }
  return [...found.values()];
}

/** What each element may lie upon, also through others: a word on a card on a wire may lie on the wire. */
function carriers(elements: Element[]): Map<string, Set<string>> {
  const direct = new Map(elements.map((element) => [element.id, element.on ?? []]));
  const groups = new Map(elements.map((element) => [element.id, element.group]));
  const result = new Map<string, Set<string>>();
  for (const { id } of elements) {
    const all = new Set<string>();
    const wait = [...(direct.get(id) ?? []), ...(direct.get(groups.get(id) ?? '') ?? [])];
    while (wait.length > 0) {
      const next = wait.pop()!;
      if (all.has(next)) continue;
      all.add(next);
      wait.push(...(direct.get(next) ?? []));
      const group = groups.get(next);
      if (group) wait.push(...(direct.get(group) ?? []));
    }
    result.set(id, all);
  }
  return result;
}

/** Joined on purpose: one lies on the other, or on the group the other belongs to. */
function isJoined(a: Element, b: Element, carried: Map<string, Set<string>>): boolean {
  const upon = (one: Element, other: Element) => {
    const all = carried.get(one.id)!;
    return all.has(other.id) || (other.group !== undefined && all.has(other.group));
  };
  return upon(a, b) || upon(b, a);
}

function sum(ink: Box[], cover: Box[]): number {
  let most = 0;
  for (const a of ink) for (const b of cover) most = Math.max(most, overlapArea(a, b));
  return most;
}
