/**
 * A `show` block of a note: YAML that names one component with its data, and optionally a remark.
 * Whether the data suit the component is checked by `show-check.ts`.
 */
import type { Show } from './show.ts';
import { badNote, readYaml, type YamlText } from './yaml-text.ts';

/** A request to show something together with the text it was read from. */
export interface ShowBlock extends Show {
  origin: { file: string; line: number };
  yaml: YamlText;
  /** Read from a Mermaid block: its icons are sought by the words of its labels, and may be missing. */
  drawn?: true;
}

/**
 * @param text what stands between the fences
 * @param fenceLine line of the opening fence in the file, from 1
 * @throws ChalktalkError `bad_note`
 */
export function readShow(text: string, file: string, fenceLine: number): ShowBlock {
  const yaml = readYaml(text, file, fenceLine + 1);
  const fail = (path: string[], message: string) => badNote(file, yaml.lineOf(path), message);
  if (typeof yaml.data !== 'object' || yaml.data === null || Array.isArray(yaml.data)) {
    throw badNote(
      file,
      fenceLine,
      'a show block names a component and its data; write "points:" and its items below it',
    );
  }
  const { remark, ...components } = yaml.data as Record<string, unknown>;
  const [component, second] = Object.keys(components);
  if (component === undefined)
    throw badNote(file, fenceLine, 'the show block names no component; add one, such as "points:"');
  if (second !== undefined) {
    throw fail(
      [second],
      `a show block has one component, and "${component}" is there already; move "${second}" under a heading of its own`,
    );
  }
  const data = components[component];
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw fail([component], `"${component}" has no data; indent its fields below it`);
  }
  const block: ShowBlock = { component, data, origin: { file, line: fenceLine }, yaml };
  if (remark !== undefined) block.remark = readRemark(remark, fail);
  return block;
}

function readRemark(
  remark: unknown,
  fail: (path: string[], message: string) => Error,
): NonNullable<Show['remark']> {
  const form = 'write remark: { text: "One quiet line.", say: "words it comes with" }';
  if (typeof remark !== 'object' || remark === null || Array.isArray(remark)) {
    throw fail(['remark'], `a remark has a text; ${form}`);
  }
  const { text, say, ...others } = remark as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined)
    throw fail(['remark', unknown], `unknown field "${unknown}" in the remark; ${form}`);
  if (typeof text !== 'string' || text.trim() === '' || text.length > 120) {
    throw fail(['remark', 'text'], `the remark's text must have 1 to 120 characters; ${form}`);
  }
  if (say === undefined) return { text: text.trim() };
  if (typeof say !== 'string' || say.trim() === '')
    throw fail(['remark', 'say'], `the remark's say must be quoted words; ${form}`);
  return { text: text.trim(), say: say.trim() };
}
