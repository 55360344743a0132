/** What paints a texture of one kind over a frame of the given size, px. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Texture } from '../../scene/scene.ts';

export type TexturePainter<Kind extends Texture['kind']> = (
  pen: SKRSContext2D,
  texture: Extract<Texture, { kind: Kind }>,
  width: number,
  height: number,
) => void;
