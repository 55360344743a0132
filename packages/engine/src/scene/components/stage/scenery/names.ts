/** The sceneries a stage may be set in. */
export const SCENERY = [
  'none',
  'ground',
  'hills',
  'forest',
  'city',
  'sea',
  'sky',
  'space',
  'desk',
  'room',
] as const;

export type SceneryName = (typeof SCENERY)[number];
