import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBrief } from '../../brief/brief.ts';
import { estimateByWords } from '../pace.ts';
import type { Script } from '../script.ts';
import { finiteVerb, tokensOf } from './language/tokens.ts';
import { CONNECTIVES, countWords, FUNCTION_WORDS, wordsOf } from './language/words.ts';
import { factsScript } from './write.ts';

const FIXTURES = [
  'reefs.txt',
  'meeting.txt',
  'bread.txt',
  'batteries.md',
  'printing.txt',
  'code.md',
  'formula.md',
  'email.txt',
] as const;
const LENGTHS = [30, 45, 60, 120] as const;

const pasted = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const written = async (task: string, seconds?: number): Promise<Script> => {
  const script = await factsScript(
    parseBrief({ task, ...(seconds ? { video_duration_seconds: seconds } : {}) }),
  );
  if (!script) throw new Error('no script');
  return script;
};
const spoken = (script: Script): string[] =>
  script.sections.flatMap((section) => section.sentences.map((sentence) => sentence.text));
const secondsOf = (script: Script): number =>
  estimateByWords(script.sections.map((section) => section.sentences.map((sentence) => sentence.text)));

/** Words the script has that neither the task nor the closed list of joining words does. */
function invented(script: Script, task: string): string[] {
  const known = new Set(wordsOf(task));
  const letters = task.toLowerCase();
  const shown = [script.title, ...script.sections.map((section) => section.headline), ...spoken(script)];
  return shown
    .flatMap(wordsOf)
    .filter(
      (word) =>
        !known.has(word) && !FUNCTION_WORDS.has(word) && !CONNECTIVES.has(word) && !letters.includes(word),
    );
}

/** Every `say` within a structure. */
function quotes(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'say' ? [one as string] : quotes(one)));
}

for (const name of FIXTURES) {
  test(`${name} becomes a film that opens, tells and closes, at every length`, async () => {
    for (const seconds of LENGTHS) {
      const task = pasted(name);
      const script = await written(task, seconds);
      const roles = script.sections.map((section) => section.role);
      expect(roles[0]).toBe('opening');
      expect(roles.at(-1)).toBe('close');
      expect(roles.slice(1, -1).every((role) => role === 'body')).toBe(true);
      expect(script.sections.map((section) => section.id)).toEqual(
        script.sections.map((_, index) => `s${index + 1}`),
      );
      expect(invented(script, task)).toEqual([]);
      expect(secondsOf(script)).toBeLessThanOrEqual(seconds * 1.05);
      if (!script.material_ends) expect(secondsOf(script)).toBeGreaterThanOrEqual(seconds * 0.94);
      else expect(script.remarks.join(' ')).toMatch(/material is told|^$/);
    }
  });

  test(`${name} reads as speech: whole sentences, each with its source, none said twice`, async () => {
    const script = await written(pasted(name), 120);
    const texts = spoken(script);
    for (const text of texts) {
      expect(text).toMatch(/^["“‘(]?[\p{Lu}\p{N}€$£]/u);
      expect(text).toMatch(/[.!?]["”’)]*$/);
      expect(text).not.toMatch(/[*_`#|<>[\]]|\s{2}|https?:|,,|\.\./);
      expect(countWords(text)).toBeLessThanOrEqual(30);
      expect(countWords(text)).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => finiteVerb(tokensOf(text)) >= 0).length / texts.length).toBeGreaterThan(
      0.8,
    );
    const average = texts.reduce((sum, text) => sum + countWords(text), 0) / texts.length;
    expect(average).toBeGreaterThanOrEqual(6);
    expect(average).toBeLessThanOrEqual(16);
    for (const sentence of script.sections.flatMap((section) => section.sentences))
      expect(sentence.sources).toEqual(['task']);
    expect(script.sources[0]).toMatchObject({ id: 'task', where: 'the task' });
    expect(texts[0]).not.toMatch(/in this video|welcome|let's dive/i);
  });

  test(`${name} has headlines of at most nine words, all different, one part coloured`, async () => {
    const script = await written(pasted(name));
    const headlines = script.sections.map((section) => section.headline);
    for (const headline of headlines) {
      expect(countWords(headline.replace(/\*/g, ' '))).toBeLessThanOrEqual(9);
      expect(headline.match(/\*[^*]+\*/g)).toHaveLength(1);
    }
    expect(new Set(headlines.map((one) => one.toLowerCase())).size).toBe(headlines.length);
  });

  test(`${name} has pieces whose cues quote the very words that are spoken`, async () => {
    for (const seconds of LENGTHS) {
      for (const section of (await written(pasted(name), seconds)).sections) {
        const narration = section.sentences
          .map((sentence) => sentence.text)
          .join(' ')
          .toLowerCase();
        for (const say of quotes(section.structure)) expect(narration).toContain(say.toLowerCase());
      }
    }
  });
}

test('the reefs open on the contrast and end on what would be lost', async () => {
  const script = await written(pasted('reefs.txt'));
  expect(script.title).toBe('Coral reefs');
  expect(spoken(script).slice(0, 2)).toEqual([
    'Coral reefs cover less than one percent of the ocean floor.',
    'Yet they support about a quarter of all marine species.',
  ]);
  expect(spoken(script).at(-1)).toBe('Without reefs, coasts would lose their cheapest sea wall.');
});

test('the meeting becomes bars, points and steps, without its attendees', async () => {
  const script = await written(pasted('meeting.txt'));
  expect(script.title).toBe('Q3 business review');
  expect(script.sections.map((section) => section.structure?.kind)).toEqual([
    'quantities',
    'enumeration',
    'steps',
    'statement',
  ]);
  expect(spoken(script)[0]).toBe(
    'Revenue was €2.1 million in Q1, €2.6 million in Q2 and €3.4 million in Q3.',
  );
  expect(spoken(script).join(' ')).not.toContain('Priya');
  expect(spoken(script)).toContain('First, hire two support engineers by December.');
});

test('the recipe keeps all its steps in order at a minute', async () => {
  const script = await written(pasted('bread.txt'), 60);
  const order = ['mix', 'knead', 'cover', 'shape', 'let it rest', 'cut a cross', 'bake', 'let it cool'].map(
    (act) => spoken(script).findIndex((text) => text.toLowerCase().includes(act)),
  );
  expect(
    order.every((place, index) => place >= 0 && (index === 0 || place > (order[index - 1] as number))),
  ).toBe(true);
});

test('a procedure too long for its film says so', async () => {
  expect((await written(pasted('bread.txt'), 30)).remarks.join(' ')).toMatch(/shows \d of 8 steps/);
});

test('the article tells its table value by value and names its source', async () => {
  const script = await written(pasted('batteries.md'), 60);
  expect(spoken(script)).toContain('Energy density is 40 Wh/kg for lead-acid and 150 Wh/kg for sodium-ion.');
  expect(script.sources[1]).toMatchObject({ title: 'International Energy Agency, Global EV Outlook 2023' });
  expect(spoken(script).at(-2)).toBe('Sodium will not replace lithium in long-range cars.');
});

test('the history has its dates on a line, and no year out of turn', async () => {
  const script = await written(pasted('printing.txt'), 120);
  const years = script.sections.flatMap((section) =>
    section.structure?.kind === 'dates' ? section.structure.events.map((event) => Number(event.when)) : [],
  );
  expect(years.length).toBeGreaterThanOrEqual(3);
  expect([...years].sort((a, b) => a - b)).toEqual(years);
});

test('the listing is shown while it is spoken of', async () => {
  const script = await written(pasted('code.md'));
  expect(script.sections.slice(0, 2).map((section) => section.structure?.kind)).toEqual(['code', 'code']);
  expect(spoken(script)).toContain('When nothing is left, the function returns -1.');
});

test('the formula is heard in words and seen in signs', async () => {
  const script = await written(pasted('formula.md'));
  expect(script.sections[0]?.structure).toEqual({ kind: 'formula', tex: 'V = I \\cdot R' });
  expect(spoken(script)[0]).toContain('V equals I times R');
});

test('the e-mail is told without its small talk', async () => {
  const text = spoken(await written(pasted('email.txt'))).join(' ');
  expect(text).not.toMatch(/sorry|hope|sister|basically|I think|Jonas|Marta/i);
  expect(text).toContain('€18,500 of the €24,000');
});

test('a single long statement is still a film, and says that it is short', async () => {
  const script = await written(
    'Explain: The lake lies four hundred metres below the sea, its water is ten times saltier than the ocean, and nothing but a few microbes can live in it for long.',
  );
  expect(script.material_ends).toBe(true);
  expect(script.remarks).toHaveLength(1);
});

test('nothing is invented, whatever is pasted', async () => {
  const clause = fc.constantFrom(
    'The glacier lost 12 metres of ice in 2021',
    'A reef is a colony of animals that builds rock',
    'it melts because the air is warm',
    'First, open the valve',
    'Then close it',
    'Costs rose from 10 to 20 percent',
    'The client sends a key to the server',
    'the server replies with a lock',
    'Unlike cats, dogs bark',
    '- one thing',
    '- another: it costs 5 euros',
    '1. Mix the dough',
    '2. Bake it',
    '| A | 1 |',
    '| B | 2 |',
    '## Results',
    'I think so',
    'Why?',
    '$E = mc^2$',
    '```js\nlet a = 1\n```',
    'and that, which means little, is why nobody came',
    '“quoted (aside) text”',
    '\n\n',
    '3,5 → 4 → 5',
    'Total: 1.2M',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(clause, fc.constantFrom('. ', '\n', '\n\n', ', ', ': ')), {
        minLength: 3,
        maxLength: 14,
      }),
      async (parts) => {
        const task = parts.map(([text, mark]) => text + mark).join('');
        if (!task.trim()) return;
        const script = await factsScript(
          parseBrief({ task: task.slice(0, 5000), video_duration_seconds: 30 }),
        );
        if (!script) return;
        expect(invented(script, task)).toEqual([]);
        for (const section of script.sections) {
          expect(section.sentences.length).toBeGreaterThan(0);
          expect(countWords(section.headline.replaceAll('*', ''))).toBeLessThanOrEqual(9);
          const narration = section.sentences
            .map((sentence) => sentence.text)
            .join(' ')
            .toLowerCase();
          for (const say of quotes(section.structure)) expect(narration).toContain(say.toLowerCase());
        }
      },
    ),
    { numRuns: 60 },
  );
});
