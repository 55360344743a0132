/**
 * Our own drawings of what explainers show often and the colour sets lack, in the manner of Fluent's flat emoji:
 * plain shapes on a square of 32, in colours that stand out on light and on dark grounds.
 */

export const OWN_SIZE = { width: 32, height: 32 };

const rect = (x: number, y: number, width: number, height: number, fill: string, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}" fill="${fill}"/>`;
const dot = (cx: number, cy: number, r: number, fill: string) =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const STEEL = '#9B9BC7';
const SLATE = '#5C5A9E';
const PALE = '#F3F2FA';
const CLOUDY = '#D5D4EA';
/** Keeps what is pale apart from a white ground. */
const EDGE = `stroke="#A9A7CF" stroke-width="0.8"`;
const BLUE = '#26B4F5';
const GREEN = '#44D39A';
const AMBER = '#FFB02E';
const RED = '#F8556D';

const unit = (y: number) =>
  rect(4, y, 24, 8, SLATE, 2) +
  rect(4, y, 24, 2.2, '#7471BD', 1.1) +
  dot(8.2, y + 4.7, 1.3, GREEN) +
  dot(12, y + 4.7, 1.3, AMBER) +
  rect(17, y + 3.9, 8, 1.6, CLOUDY, 0.8);

const disk = (y: number) =>
  `<path d="M5 ${y}v5c0 2.2 4.9 4 11 4s11-1.8 11-4v-5z" fill="#3E7BE0"/>` +
  `<ellipse cx="16" cy="${y}" rx="11" ry="4" fill="#7FB2FF"/>` +
  dot(8.4, y + 5.4, 0.9, PALE);

export const OWN: Readonly<Record<string, string>> = {
  server: unit(2) + unit(12) + unit(22),
  database: disk(20.5) + disk(13.2) + disk(6),
  browser:
    `<rect x="1" y="3" width="30" height="26" rx="2.5" fill="${PALE}" ${EDGE}/>` +
    `<path d="M1 5.5A2.5 2.5 0 0 1 3.5 3h25A2.5 2.5 0 0 1 31 5.5V10H1z" fill="${STEEL}"/>` +
    dot(4.6, 6.5, 1.3, RED) +
    dot(8.4, 6.5, 1.3, AMBER) +
    dot(12.2, 6.5, 1.3, GREEN) +
    rect(15.6, 5, 13, 3, PALE, 1.5),
  page:
    `<path d="M6 4.5A2.5 2.5 0 0 1 8.5 2h10.8L26 8.7v18.8a2.5 2.5 0 0 1-2.5 2.5h-15A2.5 2.5 0 0 1 6 27.5z" fill="${PALE}" ${EDGE}/>` +
    `<path d="M19.3 2 26 8.7h-4.7a2 2 0 0 1-2-2z" fill="${STEEL}"/>` +
    [13, 17, 21, 25].map((y, index) => rect(10, y, index === 3 ? 7 : 12, 1.6, CLOUDY, 0.8)).join(''),
  chip:
    [8, 13, 18, 23]
      .map((at) => rect(at - 0.5, 1.5, 2, 29, AMBER, 1) + rect(1.5, at - 0.5, 29, 2, AMBER, 1))
      .join('') +
    rect(5, 5, 22, 22, SLATE, 2.5) +
    rect(10, 10, 12, 12, '#7471BD', 1.5) +
    dot(8, 8, 1, CLOUDY),
  terminal:
    rect(1, 4, 30, 24, '#35335F', 2.5) +
    `<path d="M1 6.5A2.5 2.5 0 0 1 3.5 4h25A2.5 2.5 0 0 1 31 6.5V9H1z" fill="${STEEL}"/>` +
    line('M6 14l4 3.5-4 3.5', GREEN, 2) +
    line('M13 22h7', PALE, 2),
  table:
    `<rect x="2" y="4" width="28" height="24" rx="2.5" fill="${PALE}" ${EDGE}/>` +
    `<path d="M2 6.5A2.5 2.5 0 0 1 4.5 4h23A2.5 2.5 0 0 1 30 6.5V11H2z" fill="${BLUE}"/>` +
    [16, 22].map((y) => rect(2, y, 28, 1, CLOUDY)).join('') +
    [11, 20.5].map((x) => rect(x, 11, 1, 17, CLOUDY)).join(''),
  speech: `<path d="M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H14l-6.5 5.5V24H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z" fill="${PALE}" ${EDGE}/>`,
  screen:
    rect(1, 3, 30, 21, SLATE, 2.5) +
    rect(3, 5, 26, 17, BLUE, 1) +
    rect(13.5, 24, 5, 4, STEEL) +
    rect(9, 27, 14, 2.5, CLOUDY, 1.2),
  phone: rect(8, 1, 16, 30, SLATE, 3) + rect(9.5, 4, 13, 22, BLUE, 1) + rect(14, 27.7, 4, 1.6, CLOUDY, 0.8),
  globe:
    dot(16, 16, 14, '#3E9BF0') +
    line(
      'M16 2c-4.5 4-6.5 9-6.5 14s2 10 6.5 14c4.5-4 6.5-9 6.5-14s-2-10-6.5-14zM2 16h28M4.5 9h23M4.5 23h23',
      PALE,
      1.3,
    ),
};
