/** The construction as large as its labels allow; facts in a column beside it, or below it in a tall frame. */
import { ChalktalkError } from '../../../errors.ts';
import { around, inset, union } from '../../layout/box.ts';
import type { Box, Element, PathElement } from '../../scene.ts';
import { legible, mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { construct, type Figure } from './construct.ts';
import { factsBeside } from './facts.ts';
import { DOT, iconOf, type Labels, placeLabels, swingRadius, wordsOf } from './labels.ts';
import type { GeometryData, GeometryStep } from './schema.ts';
import { moved, type Sheet, sheetFor } from './sheet.ts';
import { arc, type Stroke, slice, strokeOf, ticksOf } from './strokes.ts';

/** Degrees clockwise from up. */
const FACING = { up: 0, right: 90, down: 180, left: -90 };

/** Sizes of pictures tried in turn, as shares of the area's lesser side. */
const PICTURES = [0.2, 0.16, 0.12];

export function layoutGeometry(data: GeometryData, setting: Setting): Element[] {
  const facts = factsBeside(data, setting);
  const figures = construct(data.steps);
  const inner = setting.within(facts.left);
  const laid = fit(data, figures, inner);
  const parts = partsOfSteps(data.steps);
  const drawn = data.steps.map((step, index) =>
    figureElements(
      { data, figures, step, figure: figures[index]!, index, part: parts[index]!, ...laid },
      inner,
    ),
  );
  const fills = drawn.flatMap((one) => one.fills);
  const fillIds = fills.map(({ id }) => id);
  return present([
    ...fills,
    ...drawn.flatMap((one) => one.hints),
    ...drawn.flatMap((one) => one.lines),
    ...drawn.flatMap((one) => one.dots),
    ...drawn.flatMap((one) => one.pictures),
    ...drawn.flatMap((one) => one.words).map((word) => ({ ...word, on: fillIds })),
    ...facts.place(laid.bottom),
  ]);
}

/** The path of the part each step moves with; undefined for what is there from the start. */
export function partsOfSteps(steps: readonly GeometryStep[]): (string | undefined)[] {
  let last: string | undefined;
  return steps.map((step, index) => {
    if (step.appears === 'from_start') return undefined;
    if (step.appears === 'spoken') last = `steps.${index}`;
    return last;
  });
}

/** A step that waits faintly until it is drawn. */
export function restingColour(step: GeometryStep, setting: Setting): string {
  const { colors } = setting.theme;
  if (step.tone && step.tone !== 'neutral') return setting.tone(step.tone);
  return 'dashed' in step && step.dashed ? colors.faint : colors.soft;
}

interface Laid {
  sheet: Sheet;
  labels: Labels;
  picture: number;
  /** Lower edge of all that is drawn, px. */
  bottom: number;
}

/** As large as it goes: what words and pictures need around the lines is seen only once they are placed. */
function fit(data: GeometryData, figures: Figure[], setting: Setting): Laid {
  const { area } = setting;
  const anywhere = inset(area, -area.width, -area.height);
  for (const share of PICTURES) {
    const picture = Math.min(220, Math.max(84, Math.min(area.width, area.height) * share));
    const pads = { x: 0, y: 0 };
    for (let round = 0; round < 8; round += 1) {
      const sheet = sheetFor(figures, area, pads);
      const labels = placeLabels(data, figures, sheet, setting, picture, anywhere);
      if (!labels) break;
      const all = boundsOf({ sheet, labels, picture }, figures);
      const over = { x: all.width - area.width, y: all.height - area.height };
      if (over.x <= 0 && over.y <= 0)
        return centred({ sheet, labels, picture }, all, setting, data.facts.length > 0);
      pads.x += Math.max(0, over.x / 2 + 2);
      pads.y += Math.max(0, over.y / 2 + 2);
      if (pads.x > area.width * 0.42 || pads.y > area.height * 0.42) break;
    }
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The labels of the construction find no room beside its lines; shorten them or draw fewer things.',
  );
}

/** What lines, words and pictures cover together, px. */
function boundsOf({ sheet, labels, picture }: Omit<Laid, 'bottom'>, figures: Figure[]): Box {
  return union([
    ...figures.flatMap((figure) => inked(strokeOf(figure, figures, sheet)?.box)),
    ...figures.flatMap((figure) => (figure.kind === 'point' ? [around(sheet.place(figure.at), DOT)] : [])),
    ...[...labels.texts.values()].map(({ box }) => box),
    ...[...labels.pictures.values()].map((at) => around(at, picture)),
  ]);
}

function inked(box: Box | undefined): Box[] {
  return box ? [inset(box, -8)] : [];
}

/** In the middle of the area; above facts, with as much air over as under the drawing. */
function centred(
  { sheet, labels, picture }: Omit<Laid, 'bottom'>,
  all: Box,
  { area, shape }: Setting,
  facts: boolean,
): Laid {
  const by = {
    x: area.x + area.width / 2 - (all.x + all.width / 2),
    y: area.y + (area.height - all.height) / (shape === 'tall' && facts ? 3 : 2) - all.y,
  };
  return {
    picture,
    bottom: all.y + all.height + by.y,
    sheet: moved(sheet, by),
    labels: {
      texts: new Map(
        [...labels.texts].map(([index, { block, box }]) => [
          index,
          { block, box: { ...box, x: box.x + by.x, y: box.y + by.y } },
        ]),
      ),
      pictures: new Map(
        [...labels.pictures].map(([index, at]) => [index, { x: at.x + by.x, y: at.y + by.y }]),
      ),
    },
  };
}

interface Drawn {
  fills: Element[];
  hints: Element[];
  lines: Element[];
  dots: Element[];
  pictures: Element[];
  words: Element[];
}

interface Site extends Laid {
  data: GeometryData;
  figures: Figure[];
  step: GeometryStep;
  figure: Figure;
  index: number;
  part: string | undefined;
}

function figureElements(site: Site, setting: Setting): Drawn {
  const { step, figure, index, sheet, figures, part } = site;
  const drawn: Drawn = { fills: [], hints: [], lines: [], dots: [], pictures: [], words: [] };
  const { colors, stroke: width } = setting.theme;
  const own = part === undefined ? {} : { part };
  const color = restingColour(step, setting);
  const line = (id: string, stroke: Stroke, rest: Partial<PathElement> = {}): PathElement => ({
    kind: 'path',
    id,
    ...own,
    box: stroke.box,
    d: stroke.d,
    stroke: color,
    stroke_width: width + 2,
    ...rest,
  });
  const fill = (d: string, box: Box): PathElement => ({
    kind: 'path',
    id: `fill.${index}`,
    ...own,
    box,
    d,
    fill: fillOf(step, setting),
  });
  const stroke = strokeOf(figure, figures, sheet, step.kind === 'angle' && step.right);
  const dashed = 'dashed' in step && step.dashed ? { dash: [2, width * 3.2] as [number, number] } : {};
  if (stroke && figure.kind !== 'angle' && figure.kind !== 'arm') {
    if (part !== undefined) drawn.hints.push(hintOf(index, stroke, setting));
    const head = step.kind === 'segment' && step.arrow ? { head: { end: true, size: 34 } } : {};
    drawn.lines.push(line(`line.${index}`, stroke, { ...dashed, ...head }));
    if ('filled' in step && step.filled) drawn.fills.push(fill(`${stroke.d}Z`, stroke.box));
  }
  if (step.kind === 'segment' && step.ticks > 0 && figure.kind === 'segment') {
    const ticks = ticksOf(sheet.place(figure.a), sheet.place(figure.b), step.ticks);
    drawn.lines.push(line(`ticks.${index}`, ticks));
  }
  if (stroke && figure.kind === 'angle') {
    drawn.lines.push(line(`line.${index}`, stroke));
    if (step.kind === 'angle' && !step.right)
      drawn.fills.push(
        fill(
          slice(sheet.place(figure.vertex), stroke),
          union([stroke.box, around(sheet.place(figure.vertex), 1)]),
        ),
      );
  }
  if (figure.kind === 'point' && !('hidden' in step && step.hidden)) {
    const at = sheet.place(figure.at);
    const icon = setting.icon(`picture.${index}`, iconOf(step), at, site.picture, own);
    if (icon) drawn.pictures.push(icon);
    else
      drawn.dots.push({
        kind: 'ellipse',
        id: `dot.${index}`,
        ...own,
        box: around(at, DOT),
        fill: step.tone && step.tone !== 'neutral' ? color : colors.ink,
      });
  }
  if (figure.kind === 'arm' && step.kind === 'arm')
    pushArm(site, step, figure, stroke!, drawn, line, setting);
  pushWords(site, drawn, setting);
  return drawn;
}

function pushArm(
  { index, sheet, figures, picture, labels, part }: Site,
  step: Extract<GeometryStep, { kind: 'arm' }>,
  figure: Extract<Figure, { kind: 'arm' }>,
  stroke: Stroke,
  drawn: Drawn,
  line: (id: string, stroke: Stroke, rest?: Partial<PathElement>) => PathElement,
  setting: Setting,
): void {
  const { colors, stroke: width } = setting.theme;
  const pivot = sheet.place(figure.pivot);
  const own = part === undefined ? {} : { part };
  const color = step.tone && step.tone !== 'neutral' ? setting.tone(step.tone) : colors.accent;
  if (step.measure) {
    const swing = arc(pivot, swingRadius(figure, figures, sheet), figure.from, figure.to - figure.from);
    drawn.lines.push(line(`swing.${index}`, swing, { stroke: color, stroke_width: width + 5 }));
  }
  const reach = Math.max(figure.length, figure.tail) * sheet.scale;
  drawn.lines.push(
    line(`line.${index}`, stroke, {
      // Turned about the middle of its box: the pivot.
      box: around(pivot, reach * 2),
      stroke: color,
      stroke_width: width + 8,
      head: { end: true, size: 46 },
    }),
  );
  const turn = 90 - figure.to - FACING[step.rider_faces];
  const rider = setting.icon(`rider.${index}`, step.rider, pivot, picture, { ...own, rotation: turn });
  if (rider) drawn.pictures.push(rider);
  const at = labels.pictures.get(index);
  const target = at && setting.icon(`target.${index}`, step.target, at, picture * 0.9, own);
  if (target) drawn.pictures.push(target);
}

function pushWords({ step, figure, data, labels, index, part }: Site, drawn: Drawn, setting: Setting): void {
  const label = labels.texts.get(index);
  const words = wordsOf(step, figure, data);
  if (!label || !words) return;
  const { block, box } = label;
  const { colors, background } = setting.theme;
  const tone =
    step.tone && step.tone !== 'neutral'
      ? setting.tone(step.tone)
      : step.kind === 'arm'
        ? colors.accent
        : colors.ink;
  const grounds = [...background.gradient.stops.map((stop) => stop.color), ...allFills(data, setting)];
  drawn.words.push(
    setting.text(
      `label.${index}`,
      block,
      {
        x: box.x + box.width / 2,
        y: box.y + (box.height - block.height) / 2,
        align: 'centre',
        color: legible(tone, grounds, 4.6),
      },
      {
        ...(part === undefined ? {} : { part }),
        ...(words.counter ? { counter: { from: 0, ...words.counter } } : {}),
      },
    ),
  );
}

function allFills(data: GeometryData, setting: Setting): string[] {
  return data.steps.flatMap((step) =>
    ('filled' in step && step.filled) || step.kind === 'angle' ? [fillOf(step, setting)] : [],
  );
}

/** Areas are tinted surfaces: strong enough to be seen as such, calm enough to carry words. */
function fillOf(step: GeometryStep, setting: Setting): string {
  const { colors } = setting.theme;
  if (step.tone && step.tone !== 'neutral') return mix(colors.surface, setting.tone(step.tone), 0.22);
  return step.kind === 'angle'
    ? mix(colors.surface, colors.accent, 0.22)
    : mix(colors.surface, colors.line, 0.25);
}

/** A pencil line where the stroke will be. */
function hintOf(index: number, stroke: Stroke, setting: Setting): Element {
  const { colors, stroke: width } = setting.theme;
  return {
    kind: 'path',
    id: `hint.${index}`,
    role: 'scenery',
    box: stroke.box,
    d: stroke.d,
    stroke: colors.surface_edge,
    stroke_width: Math.max(2, width - 2),
    dash: [2, 14],
    opacity: 0.8,
  };
}
