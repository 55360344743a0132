/** Colours by the names people use for them, as a designer would mix them: clear, not the screen's primaries. */
const NAMED: Record<string, string> = {
  red: '#e5383b',
  crimson: '#c9184a',
  scarlet: '#f0321e',
  maroon: '#7f1d2d',
  burgundy: '#7b1e3a',
  coral: '#ff6f59',
  salmon: '#fa8072',
  orange: '#f77f00',
  amber: '#ffb000',
  gold: '#d9a404',
  golden: '#d9a404',
  mustard: '#d4a017',
  yellow: '#ffd60a',
  lime: '#a4d61a',
  olive: '#7d8a2e',
  green: '#2f9e44',
  emerald: '#0fa36b',
  mint: '#6fd6b0',
  teal: '#0f9488',
  turquoise: '#1fc8c0',
  cyan: '#16b8d9',
  aqua: '#22c3dd',
  blue: '#2563eb',
  azure: '#2f8fff',
  sky: '#4aa8f0',
  navy: '#1b2a5c',
  indigo: '#4338ca',
  violet: '#7c3aed',
  purple: '#8b3fd1',
  lavender: '#b39ddb',
  lilac: '#c3a6e0',
  magenta: '#d6249f',
  fuchsia: '#d6249f',
  pink: '#f06aa8',
  rose: '#f0528a',
  brown: '#8a5a34',
  beige: '#d8c7a3',
  sand: '#d9c08c',
  grey: '#7d8590',
  gray: '#7d8590',
  silver: '#a9b1bb',
};

export const COLOUR_NAMES = Object.keys(NAMED);

/** `#0a84ff`, `#08f`, or a name of `COLOUR_NAMES`, as hex; undefined for anything else. */
export function colourOf(text: string): string | undefined {
  const word = text.toLowerCase();
  if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/.test(word)) return word;
  return NAMED[word];
}
