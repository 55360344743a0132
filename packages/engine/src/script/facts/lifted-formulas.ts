/**
 * Formulas in pasted text: set aside before Markdown reads the rest, and put back afterwards.
 */

/** Formulas between dollar signs and TeX brackets are set aside before Markdown can touch their underscores. */
export function liftFormulas(text: string): { prose: string; formulas: string[] } {
  const formulas: string[] = [];
  const keep = (tex: string) => `\uE000${formulas.push(tex.trim()) - 1}\uE001`;
  const prose = text
    .split(/(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(
              /\$\$([^$]{1,400})\$\$|\\\[([\s\S]{1,400}?)\\\]/g,
              (_, a, b) => `\n\n${keep(a ?? b)}\n\n`,
            )
            .replace(/\\\(([^\n]{1,200}?)\\\)/g, (_, a) => keep(a))
            .replace(
              /(?<![\w$])\$(?=[^\s$\d]|\d+[a-zA-Z\\^_=+ ])([^$\n]{1,120}?)(?<=\S)\$(?![\w$])/g,
              (whole, a) => (isMaths(a) ? keep(a) : whole),
            ),
    )
    .join('');
  return { prose, formulas };
}

const isMaths = (tex: string): boolean => /[=^_\\+<>]/.test(tex) || /^[a-zA-Z]$/.test(tex.trim());

/** The text with its formulas in place again, between dollar signs. */
export const restored = (text: string, formulas: string[]): string =>
  text.replace(/\uE000(\d+)\uE001/g, (_, index) => `$${formulas[Number(index)] ?? ''}$`);
