/** A Mermaid block as statements with their lines, and what all of its grammars have in common. */

export interface Statement {
  text: string;
  /** Within the block, from 1. */
  line: number;
}

/** What is drawn, as the data of a component. */
export interface Drawing {
  component: string;
  data: Record<string, unknown>;
  /** Line of the block (from 1) in which the part at a path (`nodes.2`) is first named. */
  lines: Map<string, number>;
}

/** Makes the error for a line of the block. */
export type Fail = (line: number, message: string) => Error;

/** Styles, links and captions for other readers: the theme and the headline take their place. */
const WITHOUT_EFFECT =
  /^(?:classDef|class|style|linkStyle|click|href|link|links|accTitle|accDescr|title|direction|autonumber|activate|deactivate|destroy)\b(?!\s*[-=<.~]{2})/;

/** Longer lines are no statements of a chart. */
const LONGEST = 400;

/** Lines that say something: without comments, directives, blank lines, and front matter. */
export function statementsOf(source: string, fail: Fail): Statement[] {
  const result: Statement[] = [];
  let within: 'front matter' | 'directive' | undefined;
  source
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .forEach((raw, index) => {
      const line = index + 1;
      if (raw.length > LONGEST)
        throw fail(line, `the line has ${raw.length} characters; write at most ${LONGEST}`);
      const text = raw.trim().replace(/;+$/, '').trim();
      if (text === '---' && (within === 'front matter' || result.length === 0)) {
        within = within ? undefined : 'front matter';
      } else if (within === 'directive' || text.startsWith('%%{')) {
        within = text.endsWith('}%%') ? undefined : 'directive';
      } else if (!within && text !== '' && !text.startsWith('%%')) {
        result.push({ text, line });
      }
    });
  return result;
}

export function isWithoutEffect({ text }: Statement): boolean {
  return WITHOUT_EFFECT.test(text);
}

/** A label as it is read: quotes, line breaks, Markdown marks, icon codes and entities resolved. */
export function plainLabel(text: string): string {
  return text
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, '$1')
    .replace(/<br\s*\/?>|\\n/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\bfa[bsrl]?:fa-[\w-]+/g, '')
    .replace(/[#&](\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
    .replace(/\*{1,2}|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" };

function entity(name: string): string | undefined {
  if (/^\d{1,6}$/.test(name)) {
    const code = Number(name);
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return ENTITIES[name];
}
