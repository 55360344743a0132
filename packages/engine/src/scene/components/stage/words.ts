/** Words of figures: made smaller with their body, as far as they can still be read. */
import { ChalktalkError } from '../../../errors.ts';
import type { TextBlock } from '../../layout/text.ts';

/** The text in the first of the widths (px) that holds it: a long word rather widens its place than becomes unreadable. */
export function fitFirst(widths: number[], fit: (width: number) => TextBlock): TextBlock | undefined {
  for (const width of widths) {
    try {
      return fit(width);
    } catch (error) {
      if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    }
  }
  return undefined;
}

export function scaledText(block: TextBlock, by: number): TextBlock {
  const { font } = block;
  return {
    ...block,
    font: { ...font, size: font.size * by, ...(font.tracking ? { tracking: font.tracking * by } : {}) },
    lines: block.lines.map((line) => ({
      width: line.width * by,
      runs: line.runs.map((run) => ({ ...run, dx: run.dx * by, width: run.width * by })),
    })),
    width: block.width * by,
    height: block.height * by,
    ascent: block.ascent * by,
    line_height: block.line_height * by,
  };
}
