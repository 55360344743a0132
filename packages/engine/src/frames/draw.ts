/** Draws one element in the state it has at a moment. */
import { type Canvas, createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont } from '../assets/fonts.ts';
import { type ElementState, SHADOW_REACH } from '../scene/motion/evaluate.ts';
import { measurePath } from '../scene/motion/path.ts';
import type { EllipseElement, PathElement, Point, RectElement, TextElement } from '../scene/scene.ts';
import { INVISIBLE, WHOLE } from './dirty.ts';
import type { Pictures } from './pictures.ts';

export function drawElement(pen: SKRSContext2D, state: ElementState, pictures: Pictures): void {
  const { element, opacity, matrix } = state;
  if (opacity < INVISIBLE || element.kind === 'group') return;
  pen.save();
  pen.transform(...matrix);
  pen.globalAlpha = opacity;
  if (element.clip) pen.clip(new Path2D(element.clip));
  switch (element.kind) {
    case 'text':
      drawText(pen, element, state);
      break;
    case 'rect':
      drawRect(pen, element, state);
      break;
    case 'ellipse':
      drawEllipse(pen, element, state);
      break;
    case 'path':
      drawPath(pen, element, state);
      break;
    case 'icon':
      revealed(pen, state);
      pictures.draw(pen, element);
  }
  pen.restore();
}

function drawText(pen: SKRSContext2D, element: TextElement, state: ElementState): void {
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.direction = element.direction ?? 'ltr';
  let letters = Number.POSITIVE_INFINITY;
  if (state.reveal < 1) {
    const all = element.lines
      .flatMap((line) => line.runs)
      .reduce((sum, run) => sum + [...run.text].length, 0);
    letters = Math.round(all * state.reveal);
  }
  for (const line of element.lines) {
    for (const run of line.runs) {
      if (letters <= 0) return;
      const font = run.font ?? element.font;
      pen.font = cssFont(font);
      pen.letterSpacing = `${font.tracking ?? 0}px`;
      pen.fillStyle = run.color ?? state.color ?? element.color;
      const text = element.counter ? figureAt(element.counter, state.count) : run.text;
      const shown = [...text];
      if (element.counter) {
        // Figures of changing width stay where the final one stands.
        pen.textAlign = 'center';
        pen.fillText(text, line.x + run.dx + run.width / 2, line.baseline);
        pen.textAlign = 'left';
      } else {
        pen.fillText(
          letters < shown.length ? shown.slice(0, letters).join('') : text,
          line.x + run.dx,
          line.baseline,
        );
      }
      letters -= shown.length;
    }
  }
}

/** A counter's text at a share of its way. */
function figureAt(counter: NonNullable<TextElement['counter']>, share: number): string {
  const value = counter.from + (counter.to - counter.from) * share;
  const figure = value.toLocaleString('en-GB', {
    minimumFractionDigits: counter.decimals,
    maximumFractionDigits: counter.decimals,
    // Never "-0.00" for what is zero but for rounding.
    signDisplay: 'negative',
  });
  return `${counter.prefix}${figure}${counter.suffix}`;
}

function drawRect(pen: SKRSContext2D, element: RectElement, state: ElementState): void {
  revealed(pen, state);
  const { x, y, width, height } = element.box;
  const shape = new Path2D();
  shape.roundRect(x, y, width, height, Math.min(element.radius, width / 2, height / 2));
  if (state.fill) {
    if (element.shadow) drawShadow(pen, element, state);
    if (element.fill_to) {
      const fill = pen.createLinearGradient(0, y, 0, y + height);
      fill.addColorStop(0, state.fill);
      fill.addColorStop(1, element.fill_to);
      pen.fillStyle = fill;
    } else {
      pen.fillStyle = state.fill;
    }
    pen.fill(shape);
  }
  outline(pen, shape, state.stroke, element.stroke_width);
}

function drawEllipse(pen: SKRSContext2D, element: EllipseElement, state: ElementState): void {
  const { x, y, width, height } = element.box;
  const shape = new Path2D();
  shape.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
  if (state.fill) {
    if (element.shadow) drawShadow(pen, element, state);
    pen.fillStyle = state.fill;
    pen.fill(shape);
  }
  outline(pen, shape, state.stroke, element.stroke_width);
  if (element.gloss) {
    pen.fillStyle = element.gloss;
    pen.beginPath();
    pen.ellipse(x + width * 0.33, y + height * 0.31, width * 0.09, height * 0.09, 0, 0, Math.PI * 2);
    pen.fill();
  }
}

function outline(
  pen: SKRSContext2D,
  shape: Path2D,
  stroke: string | undefined,
  width: number | undefined,
): void {
  if (!stroke || !width) return;
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.stroke(shape);
}

const shadows = new Map<string, Canvas>();

/** Blurs are costly: a shadow is drawn once per shape and stamped from then on. */
function drawShadow(pen: SKRSContext2D, element: RectElement | EllipseElement, state: ElementState): void {
  const { shadow, box } = element;
  if (!shadow) return;
  const margin = Math.ceil(shadow.blur * SHADOW_REACH);
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const radius = element.kind === 'rect' ? element.radius : -1;
  const id = `${width} ${height} ${radius} ${shadow.color} ${shadow.blur}`;
  let stamp = shadows.get(id);
  if (!stamp) {
    stamp = createCanvas(width + 2 * margin, height + 2 * margin);
    const brush = stamp.getContext('2d');
    const far = stamp.width + stamp.height;
    // The caster stands outside the picture; only its shadow falls into it.
    brush.shadowColor = shadow.color;
    brush.shadowBlur = shadow.blur;
    brush.shadowOffsetX = far;
    brush.fillStyle = '#000';
    brush.beginPath();
    if (radius >= 0)
      brush.roundRect(margin - far, margin, width, height, Math.min(radius, width / 2, height / 2));
    else
      brush.ellipse(margin - far + width / 2, margin + height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
    brush.fill();
    if (shadows.size > 200) shadows.clear();
    shadows.set(id, stamp);
  }
  const [x, y] = [box.x - margin, box.y - margin + shadow.dy];
  const [a, b, c, d, e, f] = state.matrix;
  // On whole pixels a stamp is copied, in between it is sampled, at six times the cost; in a blur half a pixel is lost.
  const upright = a === 1 && b === 0 && c === 0 && d === 1;
  pen.drawImage(stamp, upright ? Math.round(x + e) - e : x, upright ? Math.round(y + f) - f : y);
}

function drawPath(pen: SKRSContext2D, element: PathElement, state: ElementState): void {
  const whole = state.draw >= WHOLE;
  const line = element.stroke && element.stroke_width;
  if (state.fill && whole) {
    pen.fillStyle = state.fill;
    pen.fill(new Path2D(element.d));
  } else if (state.fill) {
    // A filled outline has no start: it comes by being uncovered from the left.
    pen.beginPath();
    pen.rect(
      element.box.x - 2,
      element.box.y - 2,
      (element.box.width + 4) * state.draw,
      element.box.height + 4,
    );
    pen.clip();
    pen.fillStyle = state.fill;
    pen.fill(new Path2D(element.d));
  }
  if (!line || state.draw <= 0.0005) return;
  const color = state.stroke ?? element.stroke!;
  const way = measurePath(element.d);
  const { head } = element;
  // The line ends inside its head, so that the tip stays sharp.
  const back = head ? (head.size * 0.7) / Math.max(1, way.length) : 0;
  pen.strokeStyle = color;
  pen.lineWidth = element.stroke_width!;
  pen.lineCap = element.cap === 'flat' ? 'butt' : 'round';
  pen.lineJoin = 'round';
  if (element.dash) pen.setLineDash(element.dash);
  const from = head?.start ? back : 0;
  const to = head?.end ? Math.max(0, state.draw - back) : state.draw;
  if (whole && from === 0 && to >= WHOLE) pen.stroke(new Path2D(element.d));
  else if (to > from) stroke(pen, way.upTo(to), from, way.length);
  pen.setLineDash([]);
  pen.fillStyle = color;
  if (head?.end) tip(pen, way.pointAt(state.draw), way.angleAt(state.draw), head.size);
  if (head?.start) tip(pen, way.pointAt(0), way.angleAt(0) + Math.PI, head.size);
}

/** Strokes the points from a share of a line's length on. */
function stroke(pen: SKRSContext2D, points: Point[], from: number, length: number): void {
  pen.beginPath();
  let missing = from * length;
  points.forEach((point, index) => {
    const before = points[index - 1];
    const step = before ? Math.hypot(point.x - before.x, point.y - before.y) : 0;
    if (missing > step) missing -= step;
    else if (missing >= 0) {
      const share = step > 0 ? missing / step : 0;
      pen.moveTo(
        before ? before.x + (point.x - before.x) * share : point.x,
        before ? before.y + (point.y - before.y) * share : point.y,
      );
      if (before) pen.lineTo(point.x, point.y);
      missing = -1;
    } else pen.lineTo(point.x, point.y);
  });
  pen.stroke();
}

function tip(pen: SKRSContext2D, at: Point, angle: number, size: number): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.rotate(angle);
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(-size, size * 0.56);
  pen.lineTo(-size, -size * 0.56);
  pen.closePath();
  pen.fill();
  pen.restore();
}

/** Shows only the left part of an element that is being uncovered. */
function revealed(pen: SKRSContext2D, { element, reveal }: ElementState): void {
  if (reveal >= 1) return;
  pen.beginPath();
  pen.rect(
    element.box.x - 60,
    element.box.y - 60,
    (element.box.width + 120) * reveal,
    element.box.height + 120,
  );
  pen.clip();
}
