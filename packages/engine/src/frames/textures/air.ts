/** What is in the air or was wiped off the wall: motes, window light, chalk dust. */
import type { TexturePainter } from './painter.ts';
import { seeded } from './seeded.ts';

export const paintSpecks: TexturePainter<'specks'> = (pen, { color, count, seed }, width, height) => {
  const next = seeded(seed);
  pen.fillStyle = color;
  for (let index = 0; index < count; index += 1) {
    const [x, y, size, strength] = [next() * width, next() * height, 1 + next() * 1.6, 0.25 + next() * 0.5];
    pen.globalAlpha = strength;
    pen.beginPath();
    pen.arc(x, y, size, 0, Math.PI * 2);
    pen.fill();
  }
};

/** Where panes begin and end, as shares of the light's breadth: three tall windows, the last one cut by the frame. */
const PANES: [from: number, to: number][] = [
  [0, 0.27],
  [0.31, 0.58],
  [0.66, 0.93],
];

export const paintPanes: TexturePainter<'panes'> = (pen, { color }, width, height) => {
  const slant = height * 0.42;
  const breadth = Math.max(width * 0.62, height * 0.5);
  const left = width - breadth * 0.74;
  for (const [from, to] of PANES) {
    const light = pen.createLinearGradient(0, 0, -slant * 0.4, height);
    light.addColorStop(0, color);
    light.addColorStop(0.85, `${color}00`);
    pen.fillStyle = light;
    pen.beginPath();
    pen.moveTo(left + from * breadth + slant * 0.4, 0);
    pen.lineTo(left + to * breadth + slant * 0.4, 0);
    pen.lineTo(left + to * breadth - slant, height);
    pen.lineTo(left + from * breadth - slant, height);
    pen.closePath();
    pen.fill();
  }
};

/** Broad soft sweeps of a sponge, each of many fine lines. */
export const paintWiped: TexturePainter<'wiped'> = (pen, { color, count, seed }, width, height) => {
  const next = seeded(seed);
  pen.strokeStyle = color;
  pen.lineCap = 'round';
  for (let sweep = 0; sweep < count; sweep += 1) {
    const [x, y] = [(next() * 1.2 - 0.1) * width, (next() * 1.2 - 0.1) * height];
    const length = (0.2 + next() * 0.35) * Math.max(width, height);
    const turn = -0.5 + next() * 0.7;
    const [dx, dy] = [Math.cos(turn) * length, Math.sin(turn) * length];
    const bend = (next() - 0.5) * length * 0.4;
    for (let hair = 0; hair < 34; hair += 1) {
      const off = (next() - 0.5) * 150;
      pen.globalAlpha = 0.02 + next() * 0.05;
      pen.lineWidth = 2 + next() * 9;
      pen.beginPath();
      pen.moveTo(x, y + off);
      pen.quadraticCurveTo(x + dx / 2 + bend * 0.2, y + dy / 2 + off + bend, x + dx, y + dy + off);
      pen.stroke();
    }
  }
};
