/** Stage light: beams from lamps above the frame, soft at their edges, and the pools they cast on the floor. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { TexturePainter } from './painter.ts';

export const paintLamps: TexturePainter<'lamps'> = (pen, { color, floor, at }, width, height) => {
  const ground = height * 0.93;
  for (const { x, aim, spread } of at) {
    const [fromX, fromY, toX] = [x * width, -height * 0.16, aim * width];
    const length = Math.hypot(toX - fromX, ground - fromY);
    const middle = Math.atan2(ground - fromY, toX - fromX);
    // Beams overlap: each is made apart and laid over what is there.
    const layer = createCanvas(width, height);
    const brush = layer.getContext('2d');
    const beam = brush.createConicGradient(middle - Math.PI, fromX, fromY);
    const half = spread / 360;
    beam.addColorStop(Math.max(0, 0.5 - half), `${color}00`);
    beam.addColorStop(0.5 - half * 0.55, `${color}99`);
    beam.addColorStop(0.5, color);
    beam.addColorStop(0.5 + half * 0.55, `${color}99`);
    beam.addColorStop(Math.min(1, 0.5 + half), `${color}00`);
    brush.fillStyle = beam;
    brush.fillRect(0, 0, width, height);
    const fall = brush.createRadialGradient(fromX, fromY, 0, fromX, fromY, length * 1.05);
    fall.addColorStop(0, 'rgba(0,0,0,1)');
    fall.addColorStop(0.45, 'rgba(0,0,0,0.5)');
    fall.addColorStop(1, 'rgba(0,0,0,0)');
    brush.globalCompositeOperation = 'destination-in';
    brush.fillStyle = fall;
    brush.fillRect(0, 0, width, height);
    pen.drawImage(layer, 0, 0);
    pool(pen, floor, toX, ground, Math.tan((spread * Math.PI) / 360) * length * 1.9);
  }
};

function pool(pen: SKRSContext2D, color: string, x: number, y: number, radius: number): void {
  const light = pen.createRadialGradient(0, 0, 0, 0, 0, radius);
  light.addColorStop(0, color);
  light.addColorStop(0.6, `${color}59`);
  light.addColorStop(1, `${color}00`);
  pen.save();
  pen.translate(x, y);
  pen.scale(1, 0.2);
  pen.fillStyle = light;
  pen.fillRect(-radius, -radius, 2 * radius, 2 * radius);
  pen.restore();
}
