/** Colours on the way from one to another, in Oklab, where equal steps look equal (Ottosson, 2020). */

/** Oklab and opacity. */
type Mixable = [lightness: number, a: number, b: number, alpha: number];

/** A mixer of two colours (`#rgb`, `#rrggbb` or `#rrggbbaa`): share 0 gives the first, 1 the second. */
export function mixer(from: string, to: string): (share: number) => string {
  const start = parsed(from);
  const end = parsed(to);
  return (share) => {
    const mix = (index: 0 | 1 | 2 | 3) => start[index] + (end[index] - start[index]) * share;
    return written([mix(0), mix(1), mix(2), mix(3)]);
  };
}

function parsed(color: string): Mixable {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(color)?.[1];
  if (!hex) throw new Error(`"${color}" is not a colour that can move: write it as #rrggbb`);
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(full.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1,
  ];
}

function written([lightness, a, b, alpha]: Mixable): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = companded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = companded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = companded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return `#${pair(red)}${pair(green)}${pair(blue)}${alpha < 1 ? pair(alpha) : ''}`;
}

/** sRGB's curve, IEC 61966-2-1. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function companded(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

function pair(value: number): string {
  return Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0');
}
