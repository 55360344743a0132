/** Layers: slabs one upon the other, with remarks beside them and perhaps a traveller that passes through. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutLayers } from './layout.ts';
import { moveLayers } from './motion.ts';
import { type LayersData, layersSchema } from './schema.ts';

export const layers = defineComponent({
  name: 'layers',
  purpose: 'Two to seven layers that lie upon each other, and what passes through them.',
  schema: layersSchema,
  headline: 'above',
  parts: (data) => [
    ...data.layers.map((layer, index) => ({ path: `layers.${index}`, label: layer.text, say: layer.say })),
    ...(data.traveller?.stops ?? []).map((stop, index) => ({
      path: `traveller.stops.${index}`,
      label: stop.layer,
      say: stop.say,
    })),
  ],
  layout: layoutLayers,
  motion: moveLayers,
  split: splitLayers,
  example,
});

function splitLayers(data: LayersData): [LayersData, LayersData] | undefined {
  const { layers, traveller } = data;
  if (layers.length < 4) return undefined;
  const half = Math.ceil(layers.length / 2);
  const piece = (some: LayersData['layers']): LayersData => {
    const stops = traveller?.stops?.filter((stop) => some.some((layer) => layer.text === stop.layer));
    const goesOn = traveller && (stops === undefined || stops.length > 0);
    return { layers: some, ...(goesOn ? { traveller: { ...traveller, ...(stops ? { stops } : {}) } } : {}) };
  };
  return [piece(layers.slice(0, half)), piece(layers.slice(half))];
}
