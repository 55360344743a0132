/**
 * Checks a show block against its component's schema and its cues against the narration,
 * naming the line in the author's file.
 */
import { z } from 'zod';
import type { ChalktalkError } from '../errors.ts';
import { lettersApart } from './content-words.ts';
import type { NotePart } from './note.ts';
import type { Show } from './show.ts';
import type { ShowBlock } from './show-block.ts';
import { findSpoken, spokenWords } from './spoken.ts';
import { badNote, type Path, type YamlText } from './yaml-text.ts';

/** Every component's schema by the component's name. */
export type Schemas = Record<string, z.ZodType>;

/**
 * The block's request, its data as the author wrote them (figures typed where a text belongs made texts).
 * @throws ChalktalkError `bad_note` for the first fault
 */
export function checkShow(block: ShowBlock, schemas: Schemas): Show {
  const { show, faults } = inspectShow(block, schemas);
  if (faults[0]) throw faults[0];
  return show;
}

/** As `checkShow`, with every fault instead of the first. */
export function inspectShow(block: ShowBlock, schemas: Schemas): { show: Show; faults: ChalktalkError[] } {
  const { yaml, drawn: _drawn, ...show } = block;
  const schema = schemas[block.component];
  if (!schema) {
    const names = Object.keys(schemas).sort();
    const message = `unknown component "${block.component}"; ${suggestion(block.component, names) ?? `use one of ${names.join(', ')}`}`;
    return { show, faults: [badNote(yaml.file, yaml.lineOf([block.component]), message)] };
  }
  const base: Path = [block.component];
  let data = structuredClone(block.data);
  let result = schema.safeParse(data);
  if (!result.success && typedAsTexts(data, result.error.issues, base, yaml)) result = schema.safeParse(data);
  show.data = data;
  if (result.success) return { show, faults: [] };
  const faults = result.error.issues.flatMap((issue) => {
    data = show.data;
    return complaints(issue, data, schema).map(({ path, message }) =>
      badNote(yaml.file, yaml.lineOf([...base, ...path]), `${spell([...base, ...path])} ${message}`),
    );
  });
  return { show, faults };
}

/** Cues of the part that quote words its narration does not hold, at any length. */
export function unspokenCues(part: NotePart): ChalktalkError[] {
  const block = part.show;
  if (!block) return [];
  const words = spokenWords(part.paragraphs.flatMap((paragraph) => paragraph.sentences));
  const faults: ChalktalkError[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (key !== 'say' || typeof inner !== 'string') visit(inner, at);
      else if (findSpoken(inner, words) < 0) {
        const message = `"${inner}" is not spoken under "${part.headline}"; quote words of its narration exactly`;
        faults.push(badNote(block.yaml.file, block.yaml.lineOf(at), message));
      }
    }
  };
  visit(block.data, [block.component]);
  visit(block.remark, ['remark']);
  return faults;
}

/** `when: 1969` is a number to YAML and a text to its author: puts the typed text in its place. */
function typedAsTexts(
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
  base: Path,
  yaml: YamlText,
): boolean {
  let changed = false;
  const mend = (issue: z.core.$ZodIssue, above: Path) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union')
      for (const branch of issue.errors) for (const inner of branch) mend(inner, path);
    if (issue.code !== 'invalid_type' || issue.expected !== 'string' || path.length === 0) return;
    const holder = at(data, path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined;
    const key = path.at(-1)!;
    const typed = yaml.sourceOf([...base, ...path]);
    if (!holder || typed === undefined || !['number', 'boolean'].includes(typeof holder[key])) return;
    holder[key] = typed;
    changed = true;
  };
  for (const issue of issues) mend(issue, []);
  return changed;
}

function complaints(
  issue: z.core.$ZodIssue,
  data: unknown,
  schema: z.ZodType,
): { path: Path; message: string }[] {
  const path = issue.path;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(schema, path).filter((name) => !(name in ((at(data, path) ?? {}) as object)));
      return issue.keys.map((key) => {
        const fix =
          suggestion(key, known) ??
          (known.length > 0 ? `remove it, or use one of ${known.join(', ')}` : 'remove it');
        return { path: [...path, key], message: `is an unknown field; ${fix}` };
      });
    }
    case 'invalid_union': {
      const branch = likeliestBranch(issue.errors);
      if (branch) {
        return branch.flatMap((inner) =>
          complaints({ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue, data, schema),
        );
      }
      return [{ path, message: 'has a form its component does not take; see docs/notes.md' }];
    }
    case 'invalid_key':
      return [{ path, message: sentence(issue.issues[0]?.message ?? issue.message) }];
    case 'invalid_type':
      if (at(data, path) === undefined) return [{ path, message: 'is missing; add it' }];
      if (at(data, path) === null) return [{ path, message: 'is empty; fill it in or remove it' }];
      return [{ path, message: `must be ${KINDS[issue.expected] ?? issue.expected}` }];
    case 'invalid_value':
      return [{ path, message: `must be ${either(issue.values.map(String))}` }];
    case 'too_big':
      return [
        {
          path,
          message: `must have at most ${issue.maximum}${unit(issue.origin)}${have(issue.origin, at(data, path))}`,
        },
      ];
    case 'too_small':
      return [
        {
          path,
          message: `must have at least ${issue.minimum}${unit(issue.origin)}${have(issue.origin, at(data, path))}`,
        },
      ];
    default:
      return [{ path, message: sentence(issue.message) }];
  }
}

const KINDS: Record<string, string> = {
  string: 'a text; put it in double quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list; begin each item with "-" or write [ … ]',
  object: 'a group of fields; indent them below it or write { … }',
  record: 'a group of named parts; indent them below it',
};

/** Of a union's answers the one that got furthest: a value of the right kind with a fault inside. */
function likeliestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  return branches.find((branch) =>
    branch.every((issue) => issue.code !== 'invalid_type' || issue.path.length > 0),
  );
}

/** The names of the fields that may stand at `path`, from the schema itself. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  interface Described {
    properties?: Record<string, Described>;
    items?: Described;
    additionalProperties?: Described | boolean;
    anyOf?: Described[];
  }
  let here = [z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described];
  for (const key of path) {
    here = here
      .flatMap((one) => one.anyOf ?? [one])
      .flatMap((one) => {
        const rest = typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined;
        const next = typeof key === 'number' ? one.items : (one.properties?.[String(key)] ?? rest);
        return next ? [next] : [];
      });
  }
  return here.flatMap((one) => one.anyOf ?? [one]).flatMap((one) => Object.keys(one.properties ?? {}));
}

function suggestion(word: string, known: readonly string[]): string | undefined {
  const isNear = (name: string) =>
    name.startsWith(word) || word.startsWith(name) || lettersApart(name, word) <= (word.length > 4 ? 2 : 1);
  const near = known.find(isNear);
  return near && `did you mean "${near}"?`;
}

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}

/** `stage.actors.laptop.at`; items count from 1, as people do: `items 2`. */
function spell(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? ` ${key + 1}` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return ' items';
  return '';
}

function have(origin: string, value: unknown): string {
  const size = origin === 'string' || origin === 'array' ? (value as string | unknown[])?.length : value;
  return typeof size === 'number' ? `, not ${size}` : '';
}

function either(values: readonly string[]): string {
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function sentence(message: string): string {
  return message.startsWith('must') ? message : `is not valid: ${message}`;
}
