/** Places within a picture's data, written `data.items.0.text`. */

type Holder = Record<string, unknown>;

export function keysOf(field: string): string[] {
  return field.split('.').slice(field.startsWith('data.') ? 1 : 0);
}

export function valueAt(data: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Holder)[key]
        : undefined,
    data,
  );
}

/** A copy with another value there; undefined takes it out. */
export function withValue(data: unknown, keys: readonly string[], value: unknown): unknown {
  const copy = structuredClone(data);
  const holder = valueAt(copy, keys.slice(0, -1));
  const key = keys.at(-1)!;
  if (typeof holder !== 'object' || holder === null || key === '__proto__') return copy;
  if (Array.isArray(holder)) {
    if (value === undefined) holder.splice(Number(key), 1);
    else holder[Number(key)] = value;
  } else if (value === undefined) delete (holder as Holder)[key];
  else (holder as Holder)[key] = value;
  return copy;
}

/** Every text, number and truth in the data, with its path. */
export function* leaves(
  data: unknown,
  keys: readonly string[] = [],
): Generator<{ keys: string[]; value: unknown }> {
  if (typeof data !== 'object' || data === null) {
    yield { keys: [...keys], value: data };
    return;
  }
  for (const [key, inner] of Object.entries(data)) yield* leaves(inner, [...keys, key]);
}

/** A copy in which every text is what `change` makes of it. */
export function mapTexts(
  data: unknown,
  change: (text: string, keys: string[]) => string,
  keys: string[] = [],
): unknown {
  if (typeof data === 'string') return change(data, keys);
  if (Array.isArray(data)) return data.map((inner, index) => mapTexts(inner, change, [...keys, `${index}`]));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, inner]) => [key, mapTexts(inner, change, [...keys, key])]),
  );
}
