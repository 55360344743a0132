/** Print: a sunburst, and the dots a press makes a shade of. */
import type { TexturePainter } from './painter.ts';

/** Dots on a grid turned by 45°, as presses do it: the eye sees a shade rather than rows. */
export const paintHalftone: TexturePainter<'halftone'> = (
  pen,
  { color, step, corner, reach },
  width,
  height,
) => {
  const cx = corner.endsWith('left') ? 0 : width;
  const cy = corner.startsWith('top') ? 0 : height;
  const far = reach * Math.max(width, height);
  pen.fillStyle = color;
  pen.beginPath();
  for (let row = 0; row * step * 0.5 <= height + step; row += 1) {
    for (let column = 0; column * step <= width + step; column += 1) {
      const [x, y] = [(column + (row % 2) / 2) * step, row * step * 0.5];
      const near = 1 - Math.hypot(x - cx, y - cy) / far;
      const radius = step * 0.34 * near;
      if (radius < 0.8) continue;
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, Math.PI * 2);
    }
  }
  pen.fill();
};

export const paintRays: TexturePainter<'rays'> = (pen, { color, x, y, count, strength }, width, height) => {
  const [cx, cy] = [x * width, y * height];
  const far = Math.hypot(width, height) * 1.1;
  const light = pen.createRadialGradient(cx, cy, 0, cx, cy, far * 0.8);
  // Where they meet, rays would be a thicket: they begin outside it.
  light.addColorStop(0, `${color}00`);
  light.addColorStop(0.3, color);
  light.addColorStop(1, `${color}00`);
  pen.fillStyle = light;
  pen.globalAlpha = strength;
  const turn = (Math.PI * 2) / count;
  pen.beginPath();
  for (let ray = 0; ray < count; ray += 1) {
    const [from, to] = [(ray - 0.25) * turn, (ray + 0.25) * turn];
    pen.moveTo(cx, cy);
    pen.lineTo(cx + Math.cos(from) * far, cy + Math.sin(from) * far);
    pen.lineTo(cx + Math.cos(to) * far, cy + Math.sin(to) * far);
    pen.closePath();
  }
  pen.fill();
};
