/** Lists in filters and queries, as PostgREST writes them: `a,"b, c",(d,e)`. */

/** What stands between brackets; undefined when they do not enclose all of it. */
export function bracketed(text: string): string | undefined {
  return /^\((.*)\)$/s.exec(text)?.[1];
}

/** At commas that stand neither in quotes nor in brackets. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** PostgREST quotes what holds commas, brackets, quotes or spaces at an end. */
export function unquoted(text: string): string {
  const inner = /^"(.*)"$/s.exec(text)?.[1];
  return inner === undefined ? text : inner.replace(/\\(.)/gs, '$1');
}
