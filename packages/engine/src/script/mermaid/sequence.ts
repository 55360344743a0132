/** `sequenceDiagram`: who talks, and what is said in order, as a sequence. */
import { type Drawing, type Fail, isWithoutEffect, plainLabel, type Statement } from './source.ts';

const PARTY = /^(?:create\s+)?(?:participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/;
/** Spaces are trimmed afterwards: a pattern that also counts them takes seconds over a line of arrows and spaces. */
const MESSAGE = /^(.+?)(?:<<)?-{1,2}(?:>>|>|x|\))([^:]+):(.*)$/;
/** Before the one who is called: it becomes active, or ends. */
const ACTIVATION = /^[+-]\s*/;
const NOTE = /^note\s+(?:(?:left|right)\s+of|over)\s+[^:]+:\s*(.+)$/i;
/** Frames around messages: their conditions become remarks beside the first message within. */
const FRAME = /^(?:loop|alt|else|opt|par|and|critical|option|break)\b\s*(.*)$/;
const FRAME_WITHOUT_WORDS = /^(?:end$|rect\b|box\b)/;

interface Message {
  from: string;
  to: string;
  text: string;
  note?: string;
}

export function readSequence([, ...statements]: Statement[], fail: Fail): Drawing {
  const lines = new Map<string, number>();
  const parties: { id: string; name: string }[] = [];
  const messages: Message[] = [];
  let condition: string | undefined;

  const party = (id: string, line: number, name?: string): string => {
    const known = parties.find((one) => one.id === id);
    if (known) return known.name;
    lines.set(`parties.${parties.length}`, line);
    const fresh = { id, name: plainLabel(name ?? id) };
    parties.push(fresh);
    return fresh.name;
  };

  for (const statement of statements) {
    const { text, line } = statement;
    const declared = PARTY.exec(text);
    if (declared) {
      party(declared[1]!.trim(), line, declared[2]);
      continue;
    }
    const note = NOTE.exec(text);
    const frame = FRAME.exec(text);
    if (note) {
      const last = messages.at(-1);
      if (last) last.note = [last.note, plainLabel(note[1]!)].filter(Boolean).join('; ');
      else condition = plainLabel(note[1]!);
    } else if (frame) {
      condition = plainLabel(frame[1]!) || condition;
    } else if (!FRAME_WITHOUT_WORDS.test(text) && !isWithoutEffect(statement)) {
      const message = MESSAGE.exec(text);
      if (!message)
        throw fail(line, `"${text}" is not understood; write messages, such as Browser->>Server: Hello`);
      const [, from, to, words] = message as unknown as [string, string, string, string];
      lines.set(`messages.${messages.length}`, line);
      messages.push({
        from: party(from.trim(), line),
        to: party(to.trim().replace(ACTIVATION, ''), line),
        text: plainLabel(words) || '…',
        ...(condition ? { note: condition } : {}),
      });
      condition = undefined;
    }
  }
  return {
    component: 'sequence',
    data: {
      parties: parties.map(({ name }) => ({ name, ...(name.length <= 24 ? { icon: name } : {}) })),
      messages,
    },
    lines,
  };
}
