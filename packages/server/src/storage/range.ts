/** Which bytes a `Range` header asks for, as RFC 9110 (14.1, 14.2) reads it. Several ranges at once get the whole file. */

export type Asked = { start: number; end: number } | 'whole' | 'unsatisfiable';

/** @param size of the file, bytes */
export function askedRange(header: string | undefined, size: number): Asked {
  const [, from = '', to = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (from === '') {
    // The last bytes; nothing at all, or a header in another form, is as good as none.
    if (to === '') return 'whole';
    const last = Number(to);
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
