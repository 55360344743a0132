/**
 * Marks subformulas inside a formula's TeX. Matching goes by TeX tokens, so that `a` is not found inside
 * `\alpha` and `m c^2` is found in `mc^2`.
 */

/** A run of the source that TeX reads as one: a control word, a character, or a command with text in braces. */
interface Token {
  text: string;
  start: number;
  end: number;
}

/** Commands whose argument is text, not mathematics: nothing inside them is marked. */
const TEXT = /\\(?:text|textrm|textbf|textit|mbox|operatorname\*?|begin|end|tag|label)\s*\{[^{}]*\}/y;
const CONTROL = /\\(?:[a-zA-Z]+|[^a-zA-Z])/y;
/** Cannot be set apart: they belong to what follows or bind both sides. */
const BINDING = new Set([
  '^',
  '_',
  '&',
  '\\\\',
  '\\left',
  '\\right',
  '\\big',
  '\\Big',
  '\\limits',
  '\\nolimits',
]);

export type Bracing = 'bare' | 'braced';

/**
 * The TeX with every occurrence of each part wrapped in `\class{part-N}{…}`. Longer parts go around shorter ones.
 * `braced` adds braces around the mark, which a script (`x^2`) or an argument (`\frac12`) may need.
 */
export function markParts(tex: string, parts: readonly string[], bracing: Bracing): string {
  const order = parts
    .map((part, index) => ({ index, tokens: tokensOf(part) }))
    .sort((a, b) => b.tokens.length - a.tokens.length);
  const tokens = tokensOf(tex);
  const opening = new Map<number, string[]>();
  const closing = new Map<number, number>();
  for (const { index, tokens: part } of order) {
    for (const at of occurrences(tokens, part)) {
      const from = tokens[at]!.start;
      const to = tokens[at + part.length - 1]!.end;
      opening.set(from, [...(opening.get(from) ?? []), `\\class{part-${index}}{`]);
      closing.set(to, (closing.get(to) ?? 0) + 1);
    }
  }
  return write(tex, opening, closing, bracing);
}

/** True when a part can be found in the formula at all. */
export function hasPart(tex: string, part: string): boolean {
  return occurrences(tokensOf(tex), tokensOf(part)).length > 0;
}

function write(
  tex: string,
  opening: ReadonlyMap<number, string[]>,
  closing: ReadonlyMap<number, number>,
  bracing: Bracing,
): string {
  const [before, after] = bracing === 'braced' ? ['{', '}}'] : ['', '}'];
  let marked = '';
  for (let at = 0; at <= tex.length; at += 1) {
    marked += after.repeat(closing.get(at) ?? 0);
    marked += (opening.get(at) ?? []).map((open) => before + open).join('');
    marked += tex[at] ?? '';
  }
  return marked;
}

function occurrences(tokens: readonly Token[], part: readonly Token[]): number[] {
  if (part.length === 0 || BINDING.has(part[0]!.text) || BINDING.has(part.at(-1)!.text) || !balanced(part))
    return [];
  const found: number[] = [];
  for (let at = 0; at + part.length <= tokens.length; at += 1) {
    if (!part.every((token, offset) => tokens[at + offset]!.text === token.text)) continue;
    found.push(at);
    at += part.length - 1;
  }
  return found;
}

function balanced(part: readonly Token[]): boolean {
  let depth = 0;
  for (const { text } of part) {
    if (text === '{') depth += 1;
    if (text === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function tokensOf(tex: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < tex.length) {
    const text = matchAt(TEXT, tex, at) ?? matchAt(CONTROL, tex, at) ?? [...tex.slice(at, at + 2)][0]!;
    if (text.trim() !== '') tokens.push({ text, start: at, end: at + text.length });
    at += text.length;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
