/** Points stand side by side as marks; nothing joins them, for their order does not matter. */
import type { Element } from '../../scene.ts';
import { layMarks } from '../marks.ts';
import type { Setting } from '../setting.ts';
import type { PointsData } from './schema.ts';

export function layoutPoints(data: PointsData, setting: Setting): Element[] {
  const items = data.items.map((item, index) => ({
    ...item,
    part: `items.${index}`,
    edge: item.tone ? setting.tone(item.tone) : setting.theme.colors.surface_edge,
  }));
  return layMarks(items, setting).elements;
}
