import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseBrief } from '../brief/brief.ts';
import { ChalktalkError } from '../errors.ts';
import { schemas } from '../scene/components/registry.ts';
import type { Script } from './script.ts';
import { type FactsWriter, writeScript } from './write.ts';

const sentence = 'The sea fills a wide basin and then slowly leaves it again.';
const NOTE = `---
title: Tidal basins
also: [zqx basin]
sources:
  - { title: A book, url: "https://example.org/book" }
  - Another
---
# The *sea* leaves
${sentence} ${sentence} ${sentence}

\`\`\`show
timeline:
  events:
    - { when: 1066, text: a, say: fills }
    - { when: 1200, text: b, say: leaves it }
    - { when: 1300, text: c, say: moon }
remark: { text: Twice a day, say: moon }
\`\`\`

{from=60} The moon pulls. ${sentence} ${sentence} ${sentence} ${sentence}

# So
${sentence} ${sentence} ${sentence}
`;

const noFacts: FactsWriter = async () => null;
const facts: FactsWriter = async (brief) => ({
  title: 'Told',
  planner: 'facts',
  requested_seconds: brief.video_duration_seconds,
  sections: [
    { id: 's1', role: 'opening', headline: 'H', sentences: [{ text: brief.task, sources: ['t1'] }] },
  ],
  sources: [{ id: 't1', title: 'The task', where: 'the task' }],
  remarks: [],
});
const brief = (task: string, seconds = 30) => parseBrief({ task, video_duration_seconds: seconds });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chalktalk-write-'));
  await writeFile(path.join(folder, 'basin.md'), NOTE);
  await writeFile(
    path.join(folder, 'broken.md'),
    NOTE.replaceAll('Tidal basins', 'Broken').replace('zqx basin', 'qqzzk').replace('  events:', '  evts:'),
  );
  await writeFile(
    path.join(folder, 'unreadable.md'),
    NOTE.replaceAll('Tidal basins', 'Unreadable').replace('zqx basin', 'qqzzu').replace('# So', '### So'),
  );
  await writeFile(path.join(folder, 'wxyzzy plain.md'), '# Wxyzzy\nIt is a thing. It has parts.\n');
});
afterAll(() => rm(folder, { recursive: true }));

const checkScript = (script: Script) => {
  const ids = new Set(script.sources.map((source) => source.id));
  for (const section of script.sections) {
    for (const one of section.sentences) {
      expect(one.sources.length).toBeGreaterThan(0);
      for (const id of one.sources) expect(ids).toContain(id);
    }
  }
};

test('a task that is a note is filmed, and what its cut does not say is not shown', async () => {
  const script = await writeScript(brief(NOTE), { schemas, facts: noFacts });
  checkScript(script);
  expect(script).toMatchObject({
    title: 'Tidal basins',
    planner: 'note',
    requested_seconds: 30,
    sources: [
      { id: 'n1', title: 'A book', url: 'https://example.org/book', where: 'the task' },
      { id: 'n2', title: 'Another', where: 'the task' },
    ],
  });
  expect(script.sections[0]?.show).toEqual({
    component: 'timeline',
    data: {
      events: [
        { when: '1066', text: 'a', say: 'fills' },
        { when: '1200', text: 'b', say: 'leaves it' },
      ],
    },
    origin: { file: 'the task', line: 11 },
  });
  expect(JSON.parse(JSON.stringify(script))).toEqual(script);
});

test('a note that ends before the length asked for says so', async () => {
  const script = await writeScript(brief(NOTE, 200), { schemas, facts: noFacts });
  expect(script.remarks).toEqual([expect.stringMatching(/^The note carries \d+ s; 200 s were asked for\.$/)]);
  const shown = script.sections[0]?.show?.data as { events: unknown[] };
  expect(shown.events).toHaveLength(3);
});

test('a note given with --from goes before the task, and its errors name its file and line', async () => {
  const options = { schemas, facts, note: { text: NOTE, file: 'my/basin.md' } };
  expect((await writeScript(brief('Explain HTTPS'), options)).sources[0]?.where).toBe('my/basin.md');
  const broken = {
    ...options,
    note: { text: NOTE.replace('say: fills', 'say: empties'), file: 'my/basin.md' },
  };
  await expect(writeScript(brief('x'), broken)).rejects.toThrow(
    /^my\/basin\.md line 14: "empties" is not spoken/,
  );
});

test('a plain text given with --from is told as facts from that file', async () => {
  const note = { text: 'The sea is salty. Rivers bring the salt.', file: 'sea.md' };
  const script = await writeScript(brief('x'), { schemas, facts, note });
  expect(script.sources[0]?.where).toBe('sea.md');
  await expect(writeScript(brief('x'), { schemas, facts: noFacts, note })).rejects.toMatchObject({
    kind: 'bad_note',
  });
});

test('facts in the task go before the knowledge folders', async () => {
  expect(
    (await writeScript(brief('Explain zqx basins'), { schemas, facts, knowledgeDirs: [folder] })).planner,
  ).toBe('facts');
});

test('a note in a knowledge folder is filmed; notes that cannot be read are named in the remarks', async () => {
  const script = await writeScript(brief('Explain zqx basins'), {
    schemas,
    facts: noFacts,
    knowledgeDirs: [folder],
  });
  checkScript(script);
  expect(script.title).toBe('Tidal basins');
  expect(script.sources[0]?.where).toBe(path.join(folder, 'basin.md'));
  expect(script.remarks.join()).toMatch(
    /A note was left out: .*unreadable\.md line \d+: a scene has a heading/,
  );
  const plain = await writeScript(brief('Explain wxyzzy'), {
    schemas,
    facts: async (one, estimate) => (one.task.includes('parts') ? facts(one, estimate) : null),
    knowledgeDirs: [folder],
  });
  expect(plain.sources[0]?.where).toBe(path.join(folder, 'wxyzzy plain.md'));
});

test('a broken note stops the film only when it is the one chosen', async () => {
  const options = { schemas, facts: noFacts, knowledgeDirs: [folder] };
  await expect(writeScript(brief('Explain qqzzk'), options)).rejects.toThrow(
    /broken\.md line \d+: timeline\.events is missing/,
  );
  await expect(writeScript(brief('Explain qqzzu'), options)).rejects.toThrow(
    /unreadable\.md line \d+: a scene has a heading/,
  );
});

test('when nothing is found, the error says what was looked for and how to go on', async () => {
  const failing = writeScript(brief('Explain zqx mirrors'), {
    schemas,
    facts: noFacts,
    knowledgeDirs: [folder],
  });
  const error = await failing.catch((one) => one);
  expect(error).toBeInstanceOf(ChalktalkError);
  expect(error.kind).toBe('no_material');
  expect(error.message).toMatch(
    /about "zqx mirrors".*Paste the facts.*knowledge folder.*set a model.*The nearest: "Tidal basins"/,
  );
});

test('without a writer of its own, the facts in the task are told by the planner for free text', async () => {
  const task =
    'The Moon pulls on the sea. The pull raises a bulge of water on the near side. The Earth turns under the bulge. ' +
    'Each coast meets it twice a day. A high tide follows about every 12 hours and 25 minutes.';
  const script = await writeScript(brief(task), { schemas });
  expect(script.planner).toBe('facts');
  checkScript(script);
});
