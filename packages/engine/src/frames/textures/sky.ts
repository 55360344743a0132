/** A sky at night: stars, and the hills it stands over. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { TexturePainter } from './painter.ts';
import { seeded } from './seeded.ts';

/** Many are faint, few are bright, those only near the frame's edges, and the haze over the horizon swallows the low ones. */
export const paintStars: TexturePainter<'stars'> = (pen, { color, count, seed }, width, height) => {
  const next = seeded(seed);
  pen.fillStyle = color;
  for (let star = 0; star < count; star += 1) {
    const [x, y, brightness] = [next() * width, next() ** 1.35 * height * 0.92, next() ** 5];
    const magnitude = isWithin(x / width, y / height) ? 0 : brightness;
    const haze = 1 - (y / height) ** 1.5;
    const size = 0.9 + magnitude * 1.9;
    pen.globalAlpha = (0.34 + magnitude * 0.6) * haze;
    disc(pen, x, y, size);
    if (magnitude < 0.86) continue;
    pen.globalAlpha = 0.1 * haze;
    disc(pen, x, y, size * 4);
    pen.globalAlpha = 0.5 * haze;
    glint(pen, x, y, size * 5);
  }
};

/** Where words may stand, as shares of the frame: a bright star under a letter would swallow it. */
function isWithin(x: number, y: number): boolean {
  return x > 0.06 && x < 0.94 && y > 0.075 && y < 0.88;
}

function disc(pen: SKRSContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

function glint(pen: SKRSContext2D, x: number, y: number, reach: number): void {
  const waist = reach * 0.09;
  pen.beginPath();
  for (let arm = 0; arm < 4; arm += 1) {
    const turn = (arm * Math.PI) / 2;
    const side = turn + Math.PI / 4;
    pen.lineTo(x + Math.cos(turn) * reach, y + Math.sin(turn) * reach);
    pen.lineTo(x + Math.cos(side) * waist, y + Math.sin(side) * waist);
  }
  pen.closePath();
  pen.fill();
}

/** How often each of a ridge's waves fits into 1920 px, and how much of its height it makes. */
const WAVES: [frequency: number, share: number][] = [
  [0.7, 0.5],
  [1.6, 0.3],
  [3.7, 0.14],
  [8.3, 0.06],
];

export const paintHills: TexturePainter<'hills'> = (
  pen,
  { colors, height: tallest, seed },
  width,
  height,
) => {
  const next = seeded(seed);
  const top = tallest * height;
  colors.forEach((color, index) => {
    const rise = top * (1 - (index / colors.length) * 0.75);
    const phases = WAVES.map(() => next() * Math.PI * 2);
    pen.fillStyle = color;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width + 8; x += 8) {
      const wave = WAVES.reduce(
        (sum, [frequency, share], at) =>
          sum + share * Math.sin((x / 1920) * frequency * Math.PI * 2 + phases[at]!),
        0,
      );
      pen.lineTo(x, height - rise * (0.72 + 0.28 * wave));
    }
    pen.lineTo(width, height);
    pen.closePath();
    pen.fill();
  });
};
