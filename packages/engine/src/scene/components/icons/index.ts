/** Icon grid: what belongs together, as pictures that fill in one by one; or N of M of one kind. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutIcons } from './layout.ts';
import { moveIcons } from './motion.ts';
import { type IconsData, iconsSchema } from './schema.ts';

export const icons = defineComponent({
  name: 'icons',
  purpose:
    'Two to twelve things of a kind as a grid of pictures, one perhaps standing out; or "N of M" as lit pictures.',
  schema: iconsSchema,
  headline: 'above',
  parts: (data) => [
    ...(data.items ?? []).map((item, index) => ({
      path: `items.${index}`,
      label: item.label ?? item.icon,
      say: item.say,
    })),
    ...(data.main
      ? [{ path: 'main', label: data.items?.[data.main.item - 1]?.label ?? 'main', say: data.main.say }]
      : []),
    ...(data.count
      ? [{ path: 'count', label: `${data.count.n} of ${data.count.of}`, say: data.count.say }]
      : []),
  ],
  layout: layoutIcons,
  motion: moveIcons,
  split,
  example,
});

function split({ items, main }: IconsData): [IconsData, IconsData] | undefined {
  if (!items || items.length < 4) return undefined;
  const half = Math.ceil(items.length / 2);
  const first = main && main.item <= half;
  return [
    { items: items.slice(0, half), ...(first ? { main } : {}) },
    { items: items.slice(half), ...(main && !first ? { main: { ...main, item: main.item - half } } : {}) },
  ];
}
