/** What commands print: JSON for scripts, or text in columns for people. */

/** Prints `value` as one line of JSON, or what `text` makes of it. */
export function show<T>(flags: { json?: boolean }, value: T, text: (value: T) => string): void {
  process.stdout.write(flags.json ? `${JSON.stringify(value)}\n` : `${text(value).trimEnd()}\n`);
}

/** Rows in columns as wide as what they hold; the first names them. */
export function columns(names: string[], rows: (string | number | boolean | Date | null)[][]): string {
  const cells = [names, ...rows.map((row) => row.map(shown))];
  const widths = names.map((_, index) => Math.max(...cells.map((row) => row[index]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(value: string | number | boolean | Date | null): string {
  if (value === null) return '–';
  if (value instanceof Date) return `${value.toISOString().slice(0, 16).replace('T', ' ')}Z`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
