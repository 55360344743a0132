/** The traveller's way through the stack: which layer it is in at which moment. */
import type { Setting } from '../setting.ts';
import type { LayersData } from './schema.ts';

export interface Stop {
  /** Index of the layer. */
  layer: number;
  /** Path of the part whose moment brings it there. */
  part: string;
}

/** In the order told by the author, else in the order in which the layers are spoken of. */
export function stopsOf(data: LayersData, setting: Setting): Stop[] {
  if (!data.traveller) return [];
  if (!data.traveller.stops) {
    return data.layers
      .map((_, layer) => ({ layer, part: `layers.${layer}` }))
      .sort((a, b) => setting.cue(a.part) - setting.cue(b.part));
  }
  return data.traveller.stops.map((stop, index) => ({
    layer: data.layers.findIndex((layer) => layer.text === stop.layer),
    part: `traveller.stops.${index}`,
  }));
}
