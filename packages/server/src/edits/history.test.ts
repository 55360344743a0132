import { expect, test } from 'vitest';
import { differenceOf, undoTarget } from './history.ts';

const edit = {};
const undo = (undoes: number) => ({ undoes });

test('an undo goes back to before the last edit that has not been taken back', () => {
  expect(undoTarget([edit])).toBe(0);
  expect(undoTarget([edit, edit])).toBe(1);
  expect(undoTarget([edit, edit, undo(1)])).toBe(0);
  expect(undoTarget([edit, edit, undo(1), edit])).toBe(3);
  expect(undoTarget([edit, edit, undo(1), edit, undo(3)])).toBe(0);
});

test('there is nothing to undo in a film as it was first made, or once all was taken back', () => {
  for (const history of [[], [edit, undo(0)], [edit, edit, undo(1), undo(0)]])
    expect(() => undoTarget(history)).toThrow('There is no edit to undo');
});

test('the way back is numbered as the film it leads to', () => {
  const film = (...ids: string[]) => ({ scenes: ids.map((id) => ({ id })) });
  const forth = { modified_scenes: [2, 3], added_scenes: [4], removed_scenes: [1] };
  expect(differenceOf(film('a', 'b', 'c', 'd'), film('b', 'd', 'c', 'e'), forth)).toEqual({
    forth,
    back: { modified_scenes: [3, 4], added_scenes: [1], removed_scenes: [4] },
  });
});
