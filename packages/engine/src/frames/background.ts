/** What lies behind everything: gradient, glow and texture, drawn once per clip. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Background } from '../scene/scene.ts';

export function paintBackground(background: Background, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = linear(pen, background, width, height);
  pen.fillRect(0, 0, width, height);
  const { glow } = background;
  if (glow) {
    const radius = glow.radius * Math.max(width, height);
    const light = pen.createRadialGradient(
      glow.x * width,
      glow.y * height,
      0,
      glow.x * width,
      glow.y * height,
      radius,
    );
    light.addColorStop(0, glow.color);
    light.addColorStop(1, `${glow.color}00`);
    pen.fillStyle = light;
    pen.fillRect(0, 0, width, height);
  }
  paintTexture(pen, background, width, height);
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

function paintTexture(pen: SKRSContext2D, { texture }: Background, width: number, height: number): void {
  if (texture?.kind === 'grid') {
    pen.strokeStyle = texture.color;
    pen.lineWidth = 1;
    pen.beginPath();
    for (let x = texture.step; x < width; x += texture.step) {
      pen.moveTo(x + 0.5, 0);
      pen.lineTo(x + 0.5, height);
    }
    for (let y = texture.step; y < height; y += texture.step) {
      pen.moveTo(0, y + 0.5);
      pen.lineTo(width, y + 0.5);
    }
    pen.stroke();
  } else if (texture?.kind === 'specks') {
    const next = seeded(texture.seed);
    pen.fillStyle = texture.color;
    for (let index = 0; index < texture.count; index += 1) {
      const [x, y, size, strength] = [next() * width, next() * height, 1 + next() * 1.6, 0.25 + next() * 0.5];
      pen.globalAlpha = strength;
      pen.beginPath();
      pen.arc(x, y, size, 0, Math.PI * 2);
      pen.fill();
    }
    pen.globalAlpha = 1;
  }
}

/** Mulberry32: the same numbers from the same seed, everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
