/** A password from the terminal, unseen, or as the first line of standard input: never from the command line, which others see. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Fault } from '@chalktalk/server';

/** Characters; longer than any password may be. */
const LONGEST = 1024;

export async function readPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  // What is typed is echoed to the output of the line reader, which goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: nowhere, terminal: stdin.isTTY === true });
  if (stdin.isTTY) stderr.write(prompt);
  try {
    for await (const line of reader) {
      if (line.length > 0 && line.length <= LONGEST) return line;
      break;
    }
  } finally {
    reader.close();
    if (stdin.isTTY) stderr.write('\n');
  }
  throw new Fault('bad_request', 'No password came; type one, or send it as one line of standard input.');
}
