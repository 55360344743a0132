/** A broken schema as one sentence with the path in front: `videos[3].color_palette.primary: must be a hex colour.` */
import type { z } from '@hono/zod-openapi';
import { Fault } from '../errors.ts';

/** What a schema makes of an input. @throws Fault `bad_request` naming the first path and its rule */
export function faultOfSchema<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input, { error: plainMessage });
  if (!success) throw new Fault('bad_request', sentenceOf(error));
  return data;
}

export function sentenceOf(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'The request is not valid; /reference shows its form.';
  const path = [...issue.path];
  if (issue.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  const shown = pathOf(path);
  return `${shown ? `${shown}: ` : ''}${issue.message.replace(/\.$/, '')}.`;
}

/** `['videos', 3, 'task']` as `videos[3].task`; names that callers made up are cut short. */
function pathOf(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${printable(String(part))}`))
    .join('')
    .replace(/^\./, '');
}

function printable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}

const KINDS: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** For rules whose schema brings no sentence of its own. */
function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    const kind = `must be ${KINDS[issue.expected] ?? issue.expected}`;
    return issue.input === undefined ? `is required and ${kind}` : kind;
  }
  if (issue.code === 'unrecognized_keys') return 'is not a known field; remove it or correct its name';
  return undefined;
}
