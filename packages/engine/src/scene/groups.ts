/** Groups: elements move, grow and fade with the group they are in, and that with its own. */
import type { Element } from './scene.ts';

/** An element and the groups it moves with, from the inside out. */
export function withGroups(elements: readonly Element[], element: Element): Element[] {
  const group = elements.find(({ id }) => id === element.group);
  return group ? [element, ...withGroups(elements, group)] : [element];
}
