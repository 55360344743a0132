/** The reference of components for people who write notes: docs/components.md, written from the registry. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Component } from './component.ts';
import { components } from './registry.ts';

/** As much of a JSON schema as the components use. */
interface Schema {
  type?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
}

export function componentReference(): string {
  const all = Object.values(components);
  return `# Components

What a \`show\` block can name, with every field it may have. Written from the code by \`npm run components\`; how to write a
note is told in [notes.md](notes.md), and \`npm run gallery\` shows each component in motion.

| component | when to choose it |
|---|---|
${all.map(({ name, purpose }) => `| [\`${name}\`](#${name}) | ${purpose} |`).join('\n')}

${all.map(sectionOf).join('\n')}`;
}

function sectionOf(component: Component<unknown>): string {
  const { name, purpose, schema, example } = component;
  const root = z.toJSONSchema(schema, { io: 'input' }) as Schema;
  const rows = fieldsOf(root, '').map(({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`);
  return `## ${name}
${purpose}

![${name} in every theme](../packages/engine/src/scene/components/${name}/golden.webp)

| field | is | meaning |
|---|---|---|
${rows.join('\n')}

\`\`\`\`markdown
# ${example.headline}
${example.narration}

\`\`\`show
${stringify({ [name]: example.data }, { lineWidth: 110 }).trim()}
\`\`\`
\`\`\`\`
`;
}

interface Field {
  path: string;
  type: string;
  meaning: string;
}

function fieldsOf(schema: Schema, path: string): Field[] {
  const required = new Set(schema.required);
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, field]) =>
    fieldAt(field, path ? `${path}.${key}` : key, required.has(key)),
  );
  const any = schema.additionalProperties;
  return typeof any === 'object' ? [...named, ...fieldAt(any, `${path}.<name>`, true)] : named;
}

function fieldAt(field: Schema, path: string, required: boolean): Field[] {
  const meaning = [
    required ? '' : 'Optional.',
    sentence(field.description),
    field.default === undefined ? '' : `\`${JSON.stringify(field.default)}\` without it.`,
  ];
  const self = { path, type: typeOf(field), meaning: cell(meaning.filter(Boolean).join(' ')) };
  const inner = field.items ? [{ schema: field.items, path: `${path}[]` }] : [{ schema: field, path }];
  const choices = inner.flatMap((one) =>
    (one.schema.anyOf ?? [one.schema]).map((schema) => ({ ...one, schema })),
  );
  return [self, ...choices.flatMap((one) => fieldsOf(one.schema, one.path))];
}

function typeOf(field: Schema): string {
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return cell(field.enum.map((value) => `\`${value}\``).join(' or '));
  if (field.anyOf) return [...new Set(field.anyOf.map(typeOf))].join(' or ');
  if (field.type === 'array') {
    const { minItems = 0, maxItems } = field;
    return `${minItems}–${maxItems ?? 'any number'} of: ${field.items ? typeOf(field.items) : 'anything'}`;
  }
  if (field.type === 'string') return field.maxLength ? `text, ≤ ${field.maxLength} letters` : 'text';
  if (field.type === 'integer') return 'whole number';
  if (field.type === 'boolean') return 'true or false';
  return field.type === 'object' ? 'fields' : (field.type ?? 'anything');
}

const sentence = (text = ''): string => (text && !/[.!?]$/.test(text) ? `${text}.` : text);

/** Within a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
