import type { Example } from '../component.ts';
import { type GeometryData, geometrySchema } from './schema.ts';

export const example: Example<GeometryData> = {
  headline: 'The *angle* is the map',
  narration:
    'A honeybee dances in the dark, on an upright comb. Straight up stands for the sun. ' +
    'She turns thirty-eight degrees away from it, and runs. Outside, the flowers lie at that same angle from the sun. ' +
    'And the longer she runs, the farther they are.',
  data: geometrySchema.parse({
    steps: [
      { kind: 'point', id: 'O', x: 0, y: 0, hidden: true, appears: 'from_start' },
      { kind: 'circle', id: 'comb', centre: 'O', radius: 10, filled: true, say: 'comb' },
      { kind: 'point', id: 'low', x: 0, y: -11.5, hidden: true, appears: 'from_start' },
      { kind: 'point', id: 'sun', x: 0, y: 16.5, icon: 'sun', say: 'Straight up' },
      { kind: 'segment', points: ['low', 'sun'], dashed: true, appears: 'with_previous' },
      {
        kind: 'arm',
        pivot: 'O',
        from: 90,
        to: 52,
        length: 13.6,
        tail: 9,
        rider: 'honeybee',
        rider_faces: 'left',
        target: 'sunflower',
        say: 'thirty-eight degrees',
      },
    ],
    facts: [
      { text: '38° to the right = where to fly', tone: 'now', say: 'same angle' },
      { text: '1 second of running ≈ 1 km', tone: 'good', say: 'longer she runs' },
    ],
  }),
};
