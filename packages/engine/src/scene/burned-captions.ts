/**
 * Captions in the picture itself, for films that are watched without sound: a few words at a time, large, the word
 * being said on a pill. They change in steps, not in movements, so that each costs one small box of one frame.
 */
import type { Narration, Word } from '../voice/narration.ts';
import { phrasesOf } from '../voice/phrases.ts';
import type { Setting, Shape } from './components/setting.ts';
import type { TextBlock } from './layout/text.ts';
import { type Box, type Element, FPS, type Key, type Track } from './scene.ts';

/** Type sizes in px, lines, the letters two lines hold at that size, and how far from the picture they keep, px. */
const STYLES = {
  wide: { size: 52, min: 40, lines: 1, letters: 46, clear: 30 },
  tall: { size: 78, min: 56, lines: 2, letters: 30, clear: 48 },
} as const;
const LEADING = 1.2;
/** A phrase comes a little before its first word and stays a little after its last one, s. */
const EARLY = 0.06;
const LINGER = 0.5;
/** Shorter phrases flicker, s. */
const BRIEF = 0.9;
/** Of a change that has no way between, s: it falls between two frames. */
const STEP = 0.001;

/** Height that captions take off the picture, px. */
export function captionRoom(shape: Shape): number {
  const { size, lines, clear } = STYLES[shape];
  return Math.ceil(size * (LEADING * (lines - 1) + 1.2)) + clear;
}

export interface BurnedCaptions {
  elements: Element[];
  tracks: Track[];
}

/**
 * The words spoken from `from` on until the scene ends, s from the film's start, in the lower part of `place`.
 * @throws ChalktalkError `does_not_fit` when a single word is wider than the frame
 */
export function burnCaptions(
  narration: Narration,
  from: number,
  place: Box,
  setting: Setting,
): BurnedCaptions {
  const { letters } = STYLES[setting.shape];
  const words = narration.words
    .map((word) => ({ ...word, start: since(from, word.start), end: since(from, word.end) }))
    .filter(({ start }) => start >= 0 && start < setting.duration);
  const phrases = phrasesOf(words, { fits: (texts) => texts.join(' ').length <= letters, brief: BRIEF });
  const size = Math.min(...phrases.map((phrase) => fitted(phrase, -1, setting).font.size));
  const pages = phrases.map((phrase, index) => {
    const next = phrases[index + 1]?.[0];
    const end = phrase.at(-1)!.end + LINGER;
    const until = Math.min(next ? Math.min(end, next.start - EARLY) : end, setting.duration);
    return pageOf(phrase, index, { until, size, place }, setting);
  });
  return {
    elements: pages.flatMap((page) => page.elements),
    tracks: pages.flatMap((page) => page.tracks),
  };
}

/** Seconds from one moment to another, to the microsecond: the same wherever in the film the scene stands. */
function since(from: number, at: number): number {
  return Math.round((at - from) * 1e6) / 1e6;
}

function fitted(phrase: Word[], marked: number, setting: Setting, size?: number): TextBlock {
  const style = STYLES[setting.shape];
  return setting.fit(
    phrase
      .map(({ text }) => text.replaceAll('*', ''))
      .map((text, index) => (index === marked ? `*${text}*` : text))
      .join(' '),
    {
      // Wide enough apart that a pill fits between its neighbours.
      style: { ...setting.theme.fonts.display, leading: LEADING, tracking: 0 },
      size: size ?? style.size,
      min: style.min,
      max_width:
        setting.width - 2 * Math.max(setting.area.x, setting.width - setting.area.x - setting.area.width),
      max_lines: style.lines,
    },
  );
}

function pageOf(
  phrase: Word[],
  page: number,
  { until, size, place }: { until: number; size: number; place: Box },
  setting: Setting,
): BurnedCaptions {
  const { colors, corner } = setting.theme;
  const group = `caption.${page}`;
  const plain = fitted(phrase, -1, setting, size);
  const x = setting.width / 2 - plain.width / 2;
  const y = place.y + place.height - plain.height;
  const box = { x, y, width: plain.width, height: plain.height };
  const elements: Element[] = [{ kind: 'group', id: group, box, fixed: true }];
  const tracks: Track[] = [
    {
      element: group,
      property: 'opacity',
      ambient: true,
      keys: steps(phrase[0]!.start - EARLY, until, 0, 1),
    },
  ];
  phrase.forEach((word, index) => {
    // One word at a time is marked, so each one's place is where the marked run stands.
    const block = fitted(phrase, index, setting, size);
    const { start } = word;
    const end = phrase[index + 1]?.start ?? until;
    block.lines.forEach((line, row) => {
      const left = x + (plain.width - line.width) / 2;
      const baseline = y + block.ascent + row * block.line_height;
      for (const run of line.runs.filter((one) => one.marked)) {
        const id = `${group}.${index}.${row}`;
        const pad = size * 0.11;
        const ink = { x: left + run.dx, y: baseline - size * 0.8, width: run.width, height: size * 1.08 };
        elements.push(
          {
            kind: 'rect',
            id: `${id}.pill`,
            group,
            box: { ...ink, x: ink.x - pad, width: ink.width + 2 * pad },
            radius: Math.min(corner, size * 0.3),
            fill: colors.ink,
          },
          {
            kind: 'text',
            id,
            group,
            on: [`${id}.pill`],
            box: ink,
            font: block.font,
            color: colors.ink,
            lines: [
              {
                x: ink.x,
                baseline,
                width: run.width,
                runs: [{ text: run.text.trim(), dx: 0, width: run.width }],
              },
            ],
            ...(block.direction === 'rtl' ? { direction: block.direction } : {}),
          },
        );
        tracks.push(
          { element: `${id}.pill`, property: 'opacity', ambient: true, keys: steps(start, end, 0, 1) },
          {
            element: id,
            property: 'color',
            ambient: true,
            keys: steps(start, end, colors.ink, colors.surface),
          },
        );
      }
    });
  });
  return { elements, tracks };
}

/** One value, another from `from` to `until`, and the first again; s. */
function steps<Value extends number | string>(from: number, until: number, out: Value, within: Value): Key[] {
  const start = beforeFrame(from);
  const end = Math.max(beforeFrame(until), start + 1 / FPS);
  return [
    { at: start, value: out },
    { at: start + STEP, value: within },
    { at: end, value: within },
    { at: end + STEP, value: out },
  ];
}

/** Halfway to the frame nearest to a time, s. */
function beforeFrame(at: number): number {
  return (Math.max(0, Math.round(at * FPS)) - 0.5) / FPS;
}
