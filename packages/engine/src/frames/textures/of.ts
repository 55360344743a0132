/** The texture of one kind. */
import type { Texture } from '../../scene/scene.ts';

export type TextureOf<Kind extends Texture['kind']> = Extract<Texture, { kind: Kind }>;
