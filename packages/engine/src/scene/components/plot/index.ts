/** Plot: functions of x drawn on axes, with a point that travels the curve while its x, y and slope count along. */
import { defineComponent, type Part } from '../component.ts';
import { example } from './example.ts';
import { layoutPlot } from './layout.ts';
import { movePlot } from './motion.ts';
import { type PlotData, plotSchema } from './schema.ts';

export const plot = defineComponent({
  name: 'plot',
  purpose: 'One to three functions of x, with a point that travels, a tangent, an area or lines.',
  schema: plotSchema,
  headline: 'above',
  parts: partsOf,
  layout: layoutPlot,
  motion: movePlot,
  example,
});

function partsOf(data: PlotData): Part[] {
  const part = (path: string, label: string, say: string | undefined): Part =>
    say === undefined ? { path, label } : { path, label, say };
  return [
    ...data.curves.map((curve, index) => part(`curves.${index}`, curve.label ?? curve.f, curve.say)),
    ...(data.lines ?? []).map((line, index) => part(`lines.${index}`, line.text ?? '', line.say)),
    ...(data.stops ?? []).map((stop, index) => part(`stops.${index}`, stop.text ?? '', stop.say)),
    ...(data.area ? [part('area', data.area.text ?? '', data.area.say)] : []),
  ];
}
