/**
 * How a film is to look, beyond its theme: the choices understood from `global_style_prompt`, or written by hand.
 * A choice that is absent is the theme's.
 */
export interface Style {
  ground?: 'light' | 'dark';
  colour?: 'muted' | 'vivid' | 'mono';
  /** The colour that leads the eye, before the palette's; hex. */
  accent?: string;
  /** The colour the place is tinted with, before the palette's; hex. */
  tint?: string;
  letters?: 'serif' | 'sans' | 'mono';
  weight?: 'bold' | 'light';
  text?: 'large';
  corners?: 'rounded' | 'sharp';
  decoration?: 'minimal' | 'playful';
  icons?: 'line' | 'colour';
  motion?: 'calm' | 'energetic';
  /** Whether the spoken words stand in the picture itself; films for social media have them unless told otherwise. */
  captions?: 'burned' | 'none';
}
