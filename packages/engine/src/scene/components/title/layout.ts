/** Kicker, title and subtitle on the left and the pictures on the right; one below the other in a tall frame. */

import { centreOf } from '../../layout/box.ts';
import { flex } from '../../layout/flex.ts';
import type { Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { TitleData } from './schema.ts';

export function layoutTitle(data: TitleData, setting: Setting): Element[] {
  const { area, theme, shape, type } = setting;
  const wide = shape === 'wide';
  const icons = data.icons ?? [];
  const size = wide
    ? icons.length === 1
      ? 380
      : 240
    : icons.length === 1
      ? 460
      : icons.length === 2
        ? 380
        : 260;
  const across = wide ? (icons.length === 0 ? 0 : icons.length === 1 ? size : 2 * size + 40) : area.width;
  const room = wide && icons.length > 0 ? area.width - across - 100 : area.width;
  const kicker = data.kicker
    ? setting.fit(data.kicker, { style: theme.fonts.strong, size: type.label, max_width: room, max_lines: 1 })
    : undefined;
  const heading = setting.fit(setting.headline, {
    style: theme.fonts.display,
    size: wide ? 120 : 128,
    min: 64,
    max_width: room,
    max_lines: 4,
  });
  const subtitle = data.subtitle
    ? setting.fit(data.subtitle, { size: type.label + 6, max_width: room, max_lines: 3 })
    : undefined;
  const boxes = flex(area, {
    direction: wide ? 'row' : 'column',
    justify: wide ? 'between' : 'evenly',
    align: wide ? 'centre' : 'start',
    children: [
      {
        gap: 30,
        children: [
          ...(kicker ? [{ id: 'kicker', width: kicker.width, height: kicker.height }] : []),
          { id: 'heading', width: heading.width, height: heading.height },
          ...(subtitle ? [{ id: 'subtitle', width: subtitle.width, height: subtitle.height }] : []),
        ],
      },
      ...(icons.length > 0
        ? [
            {
              direction: 'row' as const,
              wrap: true,
              justify: 'centre' as const,
              gap: 40,
              width: across,
              children: icons.map((_, index) => ({ id: `icon.${index}`, width: size, height: size })),
            },
          ]
        : []),
    ],
  });
  return present([
    kicker && setting.text('kicker', kicker, { ...boxes.kicker!, color: theme.colors.accent }),
    setting.text('heading', heading, { ...boxes.heading! }),
    subtitle && setting.text('subtitle', subtitle, { ...boxes.subtitle!, color: theme.colors.soft }),
    ...icons.map(({ icon }, index) =>
      setting.icon(`icon.${index}`, icon, centreOf(boxes[`icon.${index}`]!), size, {
        part: `icons.${index}`,
        key: setting.key('actor', icon),
      }),
    ),
  ]);
}
