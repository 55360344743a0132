/** The axes stand first; a head draws each line on to the point that is named, and stays at its end. */
import { draw, fade, pop } from '../../motion/grammar.ts';
import { measurePath } from '../../motion/path.ts';
import type { PathElement } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { piecesOf } from './pieces.ts';
import type { LinesData } from './schema.ts';

const LEG = 0.9;
/** Of a line that is not now. */
const PAST = 0.55;

export function moveLines(data: LinesData, setting: Setting): void {
  const { timeline, placed } = setting;
  const ids = [...placed.keys()];
  fade(
    timeline,
    ids.filter((id) => /^(unit|[xy]\.\d+)$/.test(id)),
    0.15,
  );
  draw(
    timeline,
    ids.filter((id) => /^(axis|grid\.\d+)$/.test(id)),
    0.1,
    0.6,
  );
  data.series.forEach((_, index) => {
    moveLine(data, index, setting);
  });
}

function moveLine(data: LinesData, index: number, setting: Setting): void {
  const { timeline, theme } = setting;
  const { ink, soft } = theme.colors;
  const series = data.series[index]!;
  const marks = (series.marks ?? []).map((_, at) => setting.cue(`series.${index}.marks.${at}`));
  const begin = Math.min(setting.cue(`series.${index}`), ...marks);
  const end = drawPieces(data, index, begin, setting);
  const next = data.series[index + 1] ? setting.cue(`series.${index + 1}`) : undefined;

  // A line among several is named as it begins, a single one as it arrives.
  const named = data.series.length > 1 ? setting.cue(`series.${index}`) : Math.max(begin, end - 0.3);
  fade(timeline, [`figure.${index}`, `label.${index}`], named);
  timeline.set(`label.${index}`, { color: ink });
  marks.forEach((at, mark) => {
    const id = `${index}.${mark}`;
    pop(timeline, [`dot.${id}`], at + 0.1);
    fade(timeline, [`mark.${id}`], at);
    if (setting.placed.has(`leader.${id}`)) draw(timeline, [`leader.${id}`], at + 0.1, 0.4);
    const later = Math.min(...[...marks, next ?? Number.POSITIVE_INFINITY].filter((one) => one > at));
    // On the tint of an area only ink is sure to be legible.
    if (Number.isFinite(later) && !data.area)
      timeline.to(`mark.${id}`, { color: soft }, { at: later, over: 0.4 });
  });
  if (next === undefined) return;
  const past = [...piecesOf(data, index).map((piece) => piece.id), `head.${index}`];
  for (const id of past) timeline.to(id, { opacity: PAST }, { at: Math.max(next, end), over: 0.4 });
  timeline.to(`label.${index}`, { color: soft }, { at: next, over: 0.4 });
}

/** @returns the moment at which the line is whole, s */
function drawPieces(data: LinesData, index: number, begin: number, setting: Setting): number {
  const { timeline, placed } = setting;
  const head = `head.${index}`;
  const way = measurePath((placed.get(`way.${index}`) as PathElement).d);
  pop(timeline, [head], begin);
  timeline.set(head, { along: 0 });
  let passed = 0;
  let free = begin;
  const pieces = piecesOf(data, index);
  pieces.forEach((piece, at) => {
    // What leads on from the last named point follows by itself.
    const own = piece.part === `series.${index}` && at > 0 ? free + 0.5 : setting.cue(piece.part);
    const wanted = Math.min(
      own,
      ...pieces.slice(at + 1).map((later) => momentOf(later.part, index, setting)),
    );
    const start = at === 0 && data.series.length > 1 ? begin : Math.max(free, wanted);
    draw(timeline, [piece.id], start, LEG);
    const area = piece.id.replace('line', 'area');
    if (placed.has(area)) draw(timeline, [area], start, LEG);
    passed += measurePath((placed.get(piece.id) as PathElement).d).length;
    const along = Math.min(1, passed / way.length);
    timeline.to(head, { along }, { at: start, over: LEG, ease: 'in_out', path: `way.${index}` });
    free = start + LEG;
  });
  return free;
}

function momentOf(part: string, index: number, setting: Setting): number {
  return part === `series.${index}` ? Number.POSITIVE_INFINITY : setting.cue(part);
}
