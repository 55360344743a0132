/** JSON Schema as people read it: one row a field, and an example that keeps the rules. */

/** As much of JSON Schema as our document uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  description?: string;
  example?: unknown;
}

export type Components = Record<string, JsonSchema>;

export interface Field {
  /** `videos[].color_palette.primary` */
  path: string;
  required: boolean;
  kind: string;
  rules: string;
  description: string;
}

/** How deep fields are told; deeper ones are found in the document. */
const DEEPEST = 5;

export function resolved(schema: JsonSchema, components: Components): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  const base = name === undefined ? schema : { ...components[name], ...schema, $ref: undefined };
  if (!base.allOf) return base;
  return Object.assign({ ...base }, ...base.allOf.map((part) => resolved(part, components)));
}

function kindOf(schema: JsonSchema, components: Components): string {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((one) => kindOf(resolved(one, components), components)).join(' or ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? 'any'].flat();
  return types.join(' or ') + (schema.format ? ` (${schema.format})` : '');
}

function rulesOf(schema: JsonSchema): string {
  const between = (least: number | undefined, most: number | undefined, unit: string) =>
    least === undefined && most === undefined
      ? undefined
      : `${least ?? 0}${most === undefined ? ' or more' : `–${most}`}${unit}`;
  return [
    between(schema.minLength, schema.maxLength, ' characters'),
    between(schema.minimum, schema.maximum, ''),
    between(schema.minItems, schema.maxItems, ' items'),
    // Those of a format are said by its name.
    schema.pattern === undefined || schema.format ? undefined : `matches ${schema.pattern}`,
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ]
    .filter((rule) => rule !== undefined)
    .join(', ');
}

/** Every field of a schema, those of objects and lists below their owners. */
export function fieldsOf(schema: JsonSchema, components: Components, path = '', depth = 0): Field[] {
  const whole = resolved(schema, components);
  if (depth >= DEEPEST) return [];
  if (whole.items) return fieldsOf(whole.items, components, `${path}[]`, depth + 1);
  return Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
    const field = resolved(property, components);
    const here = path ? `${path}.${name}` : name;
    const own: Field = {
      path: here,
      required: whole.required?.includes(name) ?? false,
      kind: kindOf(field, components),
      rules: rulesOf(field),
      description: field.description ?? '',
    };
    return [own, ...fieldsOf(field, components, here, depth + 1)];
  });
}

const BY_FORMAT: Record<string, string> = {
  uuid: '550e8400-e29b-41d4-a716-446655440000',
  email: 'you@example.com',
  uri: 'https://example.com/…',
  'date-time': '2026-04-25T12:34:56.789012+00:00',
};

/** A value that fits; `requiredOnly` leaves out what may be left out. */
export function exampleOf(
  schema: JsonSchema,
  components: Components,
  requiredOnly: boolean,
  depth = 0,
): unknown {
  const whole = resolved(schema, components);
  if (whole.example !== undefined) return whole.example;
  if (whole.const !== undefined) return whole.const;
  if (whole.default !== undefined) return whole.default;
  if (whole.enum) return whole.enum[0];
  const either = whole.anyOf ?? whole.oneOf;
  if (either?.[0]) return exampleOf(either[0], components, requiredOnly, depth + 1);
  const type = [whole.type ?? 'any'].flat()[0];
  if (type === 'array')
    return depth < DEEPEST && whole.items
      ? [exampleOf(whole.items, components, requiredOnly, depth + 1)]
      : [];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(whole.properties ?? {})
        .filter(([name]) => !requiredOnly || whole.required?.includes(name))
        .map(([name, property]) => [name, exampleOf(property, components, requiredOnly, depth + 1)]),
    );
  if (type === 'string') return BY_FORMAT[whole.format ?? ''] ?? '…';
  if (type === 'number' || type === 'integer') return whole.minimum ?? 0;
  if (type === 'boolean') return false;
  return null;
}
