/** What is written beside the plot: the formulas, the figures that count along with the point, and one note at a time. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';
import type { Box, Element, Point } from '../../scene.ts';
import { figureText } from '../figures.ts';
import type { Setting } from '../setting.ts';
import { functionsOf, slopeOf } from './curves.ts';
import type { PlotData } from './schema.ts';

export interface Figure {
  id: 'x' | 'y' | 'slope';
  /** Least and greatest value on the way. */
  from: number;
  to: number;
  decimals: number;
  value(x: number): number;
}

const GAP = 22;
/** Enough to see where between two stops values lie. */
const BETWEEN = 24;

export function figuresOf(data: PlotData): Figure[] {
  if (!data.stops?.length) return [];
  const f = functionsOf(data)[0]!;
  const decimals = Math.min(2, Math.max(0, 2 - Math.floor(Math.log10(data.x[1] - data.x[0]) + 0.5)));
  const finite = (value: number) => (Number.isFinite(value) ? Math.min(1e6, Math.max(-1e6, value)) : 0);
  const figure = (id: Figure['id'], value: (x: number) => number): Figure => {
    const values = waypoints(data).map(value);
    return { id, from: Math.min(...values), to: Math.max(...values), decimals, value };
  };
  return [
    figure('x', (x) => x),
    figure('y', (x) => finite(f(x))),
    ...(data.tangent ? [figure('slope', (x) => finite(slopeOf(f, x, data)))] : []),
  ];
}

/** All x the point passes, finely. */
function waypoints(data: PlotData): number[] {
  const stops = data.stops!.map((stop) => stop.x);
  return stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    if (next === undefined) return [stop];
    return Array.from({ length: BETWEEN }, (_, step) => stop + ((next - stop) * step) / BETWEEN);
  });
}

/** Notes in the order of their parts; they take turns in one place. */
export function notesOf(data: PlotData): { part: string; text: string }[] {
  return [
    ...(data.stops ?? []).map((stop, index) => ({ part: `stops.${index}`, text: stop.text })),
    { part: 'area', text: data.area?.text },
  ].filter((note): note is { part: string; text: string } => note.text !== undefined);
}

export interface Readout {
  height: number;
  place(area: Box): Element[];
}

export function fitReadout(data: PlotData, width: number, setting: Setting): Readout {
  const { theme, type } = setting;
  const wide = setting.shape === 'wide';
  const formulas = data.curves.map((curve) =>
    setting.fit(curve.label ?? `y = ${typeset(curve.f)}`, {
      style: theme.fonts.display,
      size: type.label + 22,
      max_width: width,
      max_lines: 2,
    }),
  );
  const figures = fitFigures(figuresOf(data), width, setting);
  const notes = notesOf(data).map(({ text }) =>
    setting.fit(text, { size: type.remark, max_width: width, max_lines: wide ? 3 : 2 }),
  );
  const sum = (list: TextBlock[]) => list.reduce((total, block) => total + block.height + 8, 0);
  const most = (list: TextBlock[]) => Math.max(0, ...list.map((block) => block.height));
  const parts = [sum(formulas), figures.height, most(notes)].filter((height) => height > 0);
  const height = parts.reduce((total, part) => total + part + GAP, -GAP);
  return {
    height,
    place(area) {
      const elements: Element[] = [];
      let y = area.y + (wide ? Math.max(0, (area.height - height) / 2) : 0);
      formulas.forEach((block, index) => {
        const color = block.font.size >= 48 ? curveColor(data, index, setting) : theme.colors.ink;
        elements.push(
          setting.text(`formula.${index}`, block, { x: area.x, y, color }, { part: `curves.${index}` }),
        );
        y += block.height + 8;
      });
      y += GAP;
      elements.push(...figures.place({ x: area.x, y }));
      if (figures.height > 0) y += figures.height + GAP;
      notesOf(data).forEach(({ part }, index) => {
        const at = { x: area.x, y, color: theme.colors.ink };
        elements.push(setting.text(`note.${index}`, notes[index]!, at, { part }));
      });
      return elements;
    },
  };
}

/** An only curve is what everything is about; several are told apart by their hues. */
export function curveColor(data: PlotData, index: number, setting: Setting): string {
  const { tone } = data.curves[index]!;
  const { series, accent } = setting.theme.colors;
  if (tone && tone !== 'neutral') return setting.tone(tone);
  return data.curves.length === 1 ? accent : series[index % series.length]!;
}

interface FittedFigures {
  height: number;
  place(at: Point): Element[];
}

/** Name and value apart, so that the name stands still while the value counts: in lines, or side by side. */
function fitFigures(figures: Figure[], width: number, setting: Setting): FittedFigures {
  if (figures.length === 0) return { height: 0, place: () => [] };
  const wide = setting.shape === 'wide';
  const { mono } = setting.theme.fonts;
  const between = 40;
  const fit = (text: string, size: number) =>
    setting.fit(text, { style: mono, size, min: size, max_width: width, max_lines: 1 });
  let size = setting.type.label + 10;
  const fitAll = () =>
    figures.map((figure) => ({
      figure,
      name: fit(`${figure.id} =`, size),
      value: fit(longest(figure), size),
    }));
  let fitted = fitAll();
  const needed = () => {
    const widths = fitted.map(({ name, value }) => name.width + size * 0.6 + value.width);
    return wide ? Math.max(...widths) : widths.reduce((sum, one) => sum + one + between, -between);
  };
  while (needed() > width && size > setting.type.least) {
    size = Math.max(setting.type.least, size - 2);
    fitted = fitAll();
  }
  if (needed() > width) {
    throw new ChalktalkError(
      'does_not_fit',
      'The figures beside the plot are too long; choose smaller ranges.',
    );
  }
  const line = fitted[0]!.name.height + 8;
  const names = Math.max(...fitted.map(({ name }) => name.width));
  return {
    height: wide ? line * fitted.length : line,
    place({ x, y }) {
      let [left, top] = [x, y];
      return fitted.flatMap(({ figure, name, value }) => {
        const at = left + (wide ? names : name.width) + size * 0.6;
        const { from, to, decimals } = figure;
        const counter = { from, to, decimals, prefix: '', suffix: '' };
        const elements = [
          setting.text(`name.${figure.id}`, name, { x: left, y: top, color: setting.theme.colors.soft }),
          { ...setting.text(`figure.${figure.id}`, value, { x: at, y: top }), counter },
        ];
        if (wide) top += line;
        else left = at + value.width + between;
        return elements;
      });
    },
  };
}

function longest({ from, to, decimals }: Figure): string {
  const texts = [from, to].map((value) => figureText({}, value, decimals));
  return texts.sort((a, b) => b.length - a.length)[0]!;
}

/** As it is printed: raised digits, true minus, no stars. */
export function typeset(expression: string): string {
  return expression
    .replace(/\^2(?![\d.])/g, '²')
    .replace(/\^3(?![\d.])/g, '³')
    .replace(/\s*\*\s*/g, '·')
    .replace(/-/g, '−')
    .replace(/\bpi\b/g, 'π');
}
