/**
 * Fenced Mermaid blocks as requests to show something: flowcharts, sequences, timelines, pies and states become the
 * data of the components that draw them. What a chart cannot say here is an error that names its line.
 */
import type { ShowBlock } from '../show-block.ts';
import { badNote, type Path } from '../yaml-text.ts';
import { readFlowchart } from './flowchart.ts';
import { readPie } from './pie.ts';
import { readSequence } from './sequence.ts';
import { type Drawing, type Fail, type Statement, statementsOf } from './source.ts';
import { readStates } from './states.ts';
import { readTimeline } from './timeline.ts';

type Reader = (statements: Statement[], fail: Fail) => Drawing;

const KINDS: [RegExp, Reader][] = [
  [/^(?:flowchart(?:-elk)?|graph)(?:\s+(?:TB|TD|BT|RL|LR))?$/, readFlowchart],
  [/^sequenceDiagram$/, readSequence],
  [/^timeline(?:\s+(?:LR|TD))?$/, readTimeline],
  [/^pie(?:\s+showData)?(?:\s+title\b.*)?$/, readPie],
  [/^stateDiagram(?:-v2)?$/, readStates],
];

/** The languages after the opening fence. */
export const isMermaid = (language: string | null | undefined): boolean =>
  language?.toLowerCase() === 'mermaid';

/**
 * @param text what stands between the fences
 * @param fenceLine line of the opening fence in the file, from 1; 0 where lines are those of the block
 * @throws ChalktalkError `bad_note`
 */
export function readMermaid(text: string, file: string, fenceLine: number): ShowBlock {
  const fail: Fail = (line, message) => badNote(file, fenceLine + line, message);
  const statements = headed(statementsOf(text, fail));
  const head = statements[0];
  if (!head) throw fail(0, 'the Mermaid block is empty; begin it with "flowchart LR" and its links below');
  const reader = KINDS.find(([kind]) => kind.test(head.text))?.[1];
  if (!reader) {
    throw fail(
      head.line,
      `"${head.text}" is no chart that can be shown; use flowchart, sequenceDiagram, timeline, pie or stateDiagram-v2`,
    );
  }
  const { component, data, lines } = reader(statements, fail);
  return {
    component,
    data,
    drawn: true,
    origin: { file, line: Math.max(1, fenceLine) },
    yaml: {
      file,
      data: { [component]: data },
      lineOf: (path) => fenceLine + (lineIn(lines, path.slice(1)) ?? head.line),
      sourceOf: () => undefined,
    },
  };
}

/** `graph LR; A-->B;` has its first statements on the line of its name. */
function headed(statements: Statement[]): Statement[] {
  const [head, ...others] = statements;
  const [name, ...rest] = head?.text.split(';') ?? [];
  if (!head || name === undefined || rest.length === 0) return statements;
  return [{ ...head, text: name.trim() }, { ...head, text: rest.join(';').trim() }, ...others];
}

/** Of the part at the path, else of the nearest part it lies in. */
function lineIn(lines: Map<string, number>, path: Path): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(path.slice(0, length).map(String).join('.'));
    if (line !== undefined) return line;
  }
  return undefined;
}
