/** Paper: squares, dots and the fibres it is made of. */
import type { TexturePainter } from './painter.ts';
import { seeded } from './seeded.ts';

/** Squares are counted from the middle, so that both sides of the sheet end alike. */
export const paintGrid: TexturePainter<'grid'> = (pen, { color, step, major }, width, height) => {
  const lines = (every: number) => {
    pen.beginPath();
    for (let x = firstOf(width, every); x < width; x += every) {
      pen.moveTo(Math.floor(x) + 0.5, 0);
      pen.lineTo(Math.floor(x) + 0.5, height);
    }
    for (let y = firstOf(height, every); y < height; y += every) {
      pen.moveTo(0, Math.floor(y) + 0.5);
      pen.lineTo(width, Math.floor(y) + 0.5);
    }
    pen.stroke();
  };
  pen.lineWidth = 1;
  pen.strokeStyle = color;
  lines(step);
  if (!major) return;
  pen.lineWidth = 2;
  pen.strokeStyle = major.color;
  lines(step * major.every);
};

export const paintDots: TexturePainter<'dots'> = (pen, { color, step, radius }, width, height) => {
  pen.fillStyle = color;
  pen.beginPath();
  for (let y = firstOf(height, step); y < height; y += step) {
    for (let x = firstOf(width, step); x < width; x += step) {
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, Math.PI * 2);
    }
  }
  pen.fill();
};

function firstOf(length: number, step: number): number {
  return (length / 2) % step;
}

export const paintFibres: TexturePainter<'fibres'> = (pen, { color, count, seed }, width, height) => {
  const next = seeded(seed);
  pen.strokeStyle = color;
  pen.lineCap = 'round';
  for (let fibre = 0; fibre < count; fibre += 1) {
    const [x, y, turn, length] = [next() * width, next() * height, next() * Math.PI * 2, 8 + next() * 34];
    const [dx, dy] = [Math.cos(turn) * length, Math.sin(turn) * length];
    const bend = (next() - 0.5) * length;
    pen.globalAlpha = 0.12 + next() * 0.38;
    pen.lineWidth = 0.7 + next() * 0.9;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.quadraticCurveTo(
      x + dx / 2 - (dy / length) * bend,
      y + dy / 2 + (dx / length) * bend,
      x + dx,
      y + dy,
    );
    pen.stroke();
  }
};
