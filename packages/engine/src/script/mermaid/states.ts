/** `stateDiagram-v2`: states and what turns one into another, as a state machine. */
import { type Drawing, type Fail, isWithoutEffect, plainLabel, type Statement } from './source.ts';

const TRANSITION =
  /^(\[\*\]|[\w.-]+?)(?::::[\w-]+)?\s*-->\s*(\[\*\]|[\w.-]+?)(?::::[\w-]+)?(?:\s*:\s*(.*))?$/;
const DESCRIBED = /^([\w.-]+)\s*:\s*(.+)$/;
const NAMED = /^state\s+"([^"]*)"\s+as\s+([\w.-]+)$/;
const DECLARED = /^(?:state\s+)?([\w.-]+)(?:\s*<<\w+>>)?(?::::[\w-]+)?$/;

interface State {
  id: string;
  text: string;
  final?: true;
}

export function readStates([, ...statements]: Statement[], fail: Fail): Drawing {
  const lines = new Map<string, number>();
  const states: State[] = [];
  const transitions: { from: string; to: string; text?: string }[] = [];
  let start: string | undefined;
  let inNote = false;

  const state = (id: string, line: number): State => {
    const known = states.find((one) => one.id === id);
    if (known) return known;
    lines.set(`states.${states.length}`, line);
    const fresh: State = { id, text: id };
    states.push(fresh);
    return fresh;
  };

  for (const statement of statements) {
    const { text, line } = statement;
    if (inNote) {
      inNote = !/^end note$/i.test(text);
      continue;
    }
    if (/^note\b/i.test(text)) {
      inNote = !text.includes(':');
      continue;
    }
    if (isWithoutEffect(statement)) continue;
    const transition = TRANSITION.exec(text);
    const named = NAMED.exec(text);
    const described = DESCRIBED.exec(text);
    const declared = DECLARED.exec(text);
    if (transition) {
      const [, from, to, words] = transition as unknown as [string, string, string, string | undefined];
      if (from === '[*]' && to === '[*]') throw fail(line, 'a transition has a state on one side; name it');
      if (from === '[*]') start ??= state(to, line).id;
      else if (to === '[*]') state(from, line).final = true;
      else {
        lines.set(`transitions.${transitions.length}`, line);
        const label = words && plainLabel(words);
        transitions.push({
          from: state(from, line).id,
          to: state(to, line).id,
          ...(label ? { text: label } : {}),
        });
      }
    } else if (named) {
      state(named[2]!, line).text = plainLabel(named[1]!);
    } else if (described) {
      state(described[1]!, line).text = plainLabel(described[2]!);
    } else if (declared) {
      state(declared[1]!, line);
    } else if (/^state\b.*\{$/.test(text) || text === '--') {
      throw fail(line, 'states within a state are not shown; draw them in a block of their own');
    } else {
      throw fail(line, `"${text}" is not understood; write transitions, such as Idle --> Running : start`);
    }
  }
  return {
    component: 'states',
    data: { states, transitions, ...(start === undefined ? {} : { start }) },
    lines,
  };
}
