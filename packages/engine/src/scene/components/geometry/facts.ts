/** What the figure shows, in short lines beside it: at the right of a wide frame, at the foot of a tall one. */
import { flex } from '../../layout/flex.ts';
import type { Box, Element } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import type { GeometryData } from './schema.ts';

const RULE = 10;

export interface Facts {
  /** What is left for the drawing, px. */
  left: Box;
  /** In a tall frame midway between the drawing's lower edge, px, and the foot of the area. */
  place(below: number): Element[];
}

export function factsBeside({ facts }: GeometryData, setting: Setting): Facts {
  const { area, theme } = setting;
  if (facts.length === 0) return { left: area, place: () => [] };
  const wide = setting.shape === 'wide';
  const width = wide ? Math.min(620, area.width * 0.38) : area.width;
  const blocks = facts.map((fact) =>
    setting.fit(fact.text, {
      style: theme.fonts.strong,
      size: setting.type.label + (wide ? 16 : 2),
      max_width: width - RULE - 34,
      max_lines: wide ? 3 : 2,
    }),
  );
  const gap = wide ? 56 : 34;
  const height = blocks.reduce((sum, block) => sum + block.height + gap, -gap);
  const left: Box = wide
    ? { ...area, width: area.width - width - 72 }
    : { ...area, height: area.height - height - 48 };
  const place = (below: number) => {
    const foot = area.y + area.height;
    const column: Box = wide
      ? { x: area.x + area.width - width, y: area.y, width, height: area.height }
      : { x: area.x, y: below, width, height: foot - below };
    return drawn(column);
  };
  return { left, place };

  function drawn(column: Box): Element[] {
    const boxes = flex(column, {
      justify: 'centre',
      gap,
      children: blocks.map((block, index) => ({ id: `fact.${index}`, width, height: block.height })),
    });
    return facts.flatMap((fact, index): Element[] => {
      const box = boxes[`fact.${index}`]!;
      const part = `facts.${index}`;
      return [
        {
          kind: 'rect',
          id: `rule.${index}`,
          part,
          box: { ...box, width: RULE },
          radius: RULE / 2,
          fill: fact.tone && fact.tone !== 'neutral' ? setting.tone(fact.tone) : theme.colors.accent,
        },
        setting.text(`fact.${index}`, blocks[index]!, { x: box.x + RULE + 34, y: box.y }, { part }),
      ];
    });
  }
}
