/** What lies behind everything: gradient, glows and textures, drawn once per clip, so they may be rich. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Background, Glow, Texture } from '../scene/scene.ts';
import { paintPanes, paintSpecks, paintWiped } from './textures/air.ts';
import type { TexturePainter } from './textures/painter.ts';
import { paintDots, paintFibres, paintGrid } from './textures/paper.ts';
import { paintHalftone, paintRays } from './textures/print.ts';
import { paintHills, paintStars } from './textures/sky.ts';
import { paintLamps } from './textures/stage.ts';

export function paintBackground(background: Background, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = linear(pen, background, width, height);
  pen.fillRect(0, 0, width, height);
  for (const glow of background.glows ?? []) paintGlow(pen, glow, width, height);
  for (const texture of background.textures ?? []) {
    pen.save();
    paintTexture(pen, texture, width, height);
    pen.restore();
  }
  return canvas;
}

function linear(pen: SKRSContext2D, { gradient }: Background, width: number, height: number) {
  const angle = ((gradient.angle - 90) * Math.PI) / 180;
  const reach = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
  const [x, y] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
  const fill = pen.createLinearGradient(width / 2 - x, height / 2 - y, width / 2 + x, height / 2 + y);
  for (const stop of gradient.stops) fill.addColorStop(stop.at, stop.color);
  return fill;
}

function paintGlow(pen: SKRSContext2D, glow: Glow, width: number, height: number): void {
  const radius = glow.radius * Math.max(width, height);
  const [x, y] = [glow.x * width, glow.y * height];
  const light = pen.createRadialGradient(x, y, 0, x, y, radius);
  // Light fades ever more slowly: two straight stretches already hide the rim a single one would show.
  light.addColorStop(0, glow.color);
  light.addColorStop(0.5, `${glow.color}59`);
  light.addColorStop(1, `${glow.color}00`);
  pen.fillStyle = light;
  pen.fillRect(0, 0, width, height);
}

const PAINTERS: { [Kind in Texture['kind']]: TexturePainter<Kind> } = {
  specks: paintSpecks,
  panes: paintPanes,
  wiped: paintWiped,
  stars: paintStars,
  hills: paintHills,
  grid: paintGrid,
  dots: paintDots,
  fibres: paintFibres,
  halftone: paintHalftone,
  rays: paintRays,
  lamps: paintLamps,
};

function paintTexture<Kind extends Texture['kind']>(
  pen: SKRSContext2D,
  texture: Extract<Texture, { kind: Kind }>,
  width: number,
  height: number,
): void {
  PAINTERS[texture.kind](pen, texture, width, height);
}
