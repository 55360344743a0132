/**
 * Tables as speech and as figures: a numeric column becomes bars and is read value by value, two columns of words
 * a comparison, anything else points.
 */
import type { Idea, Line, Part } from './idea.ts';
import { capital, uncapital } from './language/clauses.ts';
import { closed } from './language/sentences.ts';
import { has, tokensOf } from './language/tokens.ts';
import { countWords } from './language/words.ts';
import { groups, joined } from './lists.ts';
import type { Block } from './markdown.ts';
import { measures } from './structure/measure.ts';
import { quote, withCapital } from './structure/passage.ts';

const MOST_BARS = 6;
const MOST_COLUMNS = 3;

type TableBlock = Block & { kind: 'table' };

/** The scenes of a table, and what was left out of them, in words for the one who asked. */
export function tableIdeas(
  table: TableBlock,
  heading: string | undefined,
): { ideas: Idea[]; remarks: string[] } {
  const rows = table.rows.filter((row) => row[0]);
  const remarks: string[] = [];
  const head = heading ? { heading } : {};
  if (rows.length === 0 || table.header.length < 2) return { ideas: [], remarks };
  const numeric = table.header.flatMap((_, column) =>
    column > 0 && isNumeric(rows, column) ? [column] : [],
  );
  if (numeric.length > 0 && rows.length >= 2) {
    const time = rows.every((row) => isTime(row[0] as string));
    const shown = time ? rows.slice(-MOST_BARS) : rows.slice(0, MOST_BARS);
    if (shown.length < rows.length)
      remarks.push(
        `Of the table's ${rows.length} rows the film shows ${shown.length}; split the table to show all.`,
      );
    const ideas = numeric
      .slice(0, MOST_COLUMNS)
      .map((column) => bars(table.header, shown, column, time, head));
    return { ideas, remarks };
  }
  if (table.header.length === 3 && rows.length >= 2)
    return { ideas: [comparison(table.header, rows, head)], remarks };
  return { ideas: groups(rows.slice(0, 8), 4).map((group) => points(table.header, group, head)), remarks };
}

const isNumeric = (rows: readonly string[][], column: number): boolean =>
  rows.every((row) => {
    const cell = row[column] ?? '';
    const found = measures(cell);
    return (found.length === 1 || /^\d{4}$/.test(cell)) && cell.replace(/[\d.,\s]/g, '').length <= 14;
  });

const isTime = (label: string): boolean =>
  /^(?:q[1-4]\b.*|(?:19|20)\d\d|h[12]\b.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{2,4})?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|week \d+|day \d+|year \d+|(?:spring|summer|autumn|winter|fall)\b.*)$/i.test(
    label.trim(),
  );

function bars(
  header: readonly string[],
  rows: readonly string[][],
  column: number,
  time: boolean,
  head: { heading?: string },
): Idea {
  const { name, unit } = columnName(header[column] as string);
  const plural = /[^s]s$/i.test(name);
  const values = rows.map((row) => {
    const label = row[0] as string;
    const cell = (row[column] as string).trim();
    const measure = measures(cell)[0];
    const own = measure && measure.unitText !== '';
    const spoken = own || !unit ? cell : `${cell}${unit.startsWith('%') ? '%' : ` ${unit}`}`;
    return {
      label,
      spoken,
      value: measure?.value ?? Number(cell),
      unit: own ? (measure?.unitText ?? '') : unit,
    };
  });
  const verb = time ? (plural ? 'were' : 'was') : plural ? 'are' : 'is';
  const lines = groups(values, 3).map((group, index): Line => {
    const told = joined(
      group.map((one) => `${one.spoken} ${time ? 'in' : 'for'} ${time ? one.label : named(one.label)}`),
    );
    const text =
      index === 0 ? `${capital(name)} ${verb} ${told}` : `${plural ? 'They' : 'It'} ${verb} ${told}`;
    const parts = group.map(
      (one): Part => ({ text: one.label.slice(0, 24), say: one.spoken, value: one.value }),
    );
    return { text: closed(text), weight: 3, leans: index > 0, parts };
  });
  return {
    ...head,
    ...(head.heading ? {} : { heading: capital(name) }),
    shape: { kind: 'bars', unit: values[0]?.unit ?? '' },
    lines,
  };
}

/** "Revenue (M€)" → Revenue, in million euros. */
function columnName(header: string): { name: string; unit: string } {
  const match = /^(.+?)\s*(?:\(([^)]{1,24})\)|,\s*in ([^,]{1,24})|\sin ([\w €$£%/]{1,24}))$/.exec(
    header.trim(),
  );
  const unit = (match?.[2] ?? match?.[3] ?? match?.[4] ?? '').replace(/^in /, '').trim();
  return { name: match?.[1] ?? header.trim(), unit: spokenUnit(unit) };
}

const spokenUnit = (unit: string): string => {
  const money =
    /^(?:(m|mn|million|bn|b|billion|k|thousand)\s?)?([€$£])(?:\s?(m|mn|bn|b|k))?$|^(?:(m|bn|k)\s?)?(eur|usd|gbp)(?:\s?(m|bn|k))?$/i.exec(
      unit,
    );
  if (!money) return unit;
  const scale = (money[1] ?? money[3] ?? money[4] ?? money[6] ?? '').toLowerCase();
  const coin = { '€': 'euros', eur: 'euros', $: 'dollars', usd: 'dollars', '£': 'pounds', gbp: 'pounds' }[
    (money[2] ?? money[5] ?? '').toLowerCase()
  ];
  const word = scale.startsWith('m')
    ? 'million'
    : scale.startsWith('b')
      ? 'billion'
      : scale
        ? 'thousand'
        : '';
  return [word, coin].filter(Boolean).join(' ');
};

/** A row's name in a sentence: "the cheetah" for a thing, bare for a name or a plural. */
function named(label: string): string {
  const small = uncapital(label);
  const tokens = tokensOf(label.toLowerCase());
  const last = tokens.at(-1);
  if (
    has(tokens[0], 'Place', 'FirstName', 'LastName', 'Organization', 'Value', 'Acronym', 'ProperNoun') ||
    /\d|^\p{Lu}{2}/u.test(label)
  )
    return label;
  if (has(last, 'Plural') || !has(last, 'Noun') || has(last, 'Uncountable'))
    return small === label ? label : label.toLowerCase();
  return countWords(label) === 1 && !label.includes('-') ? `the ${label.toLowerCase()}` : small;
}

function comparison(header: readonly string[], rows: readonly string[][], head: { heading?: string }): Idea {
  const sides: [string, string] = [header[1] as string, header[2] as string];
  const lines = rows.slice(0, 4).map((row): Line => {
    const [topic = '', a = '', b = ''] = row;
    const text = closed(
      `${capital(topic)}: ${uncapital(a)} for ${sides[0]}, ${uncapital(b)} for ${sides[1]}`,
    );
    const parts = [a, b].flatMap((cell, index): Part[] =>
      cell
        ? [{ text: pointText(topic, cell), say: quote(uncapital(cell)), side: sides[index] as string }]
        : [],
    );
    return { text, weight: 2.2, leans: false, parts };
  });
  return { ...head, shape: { kind: 'comparison', sides }, lines };
}

const pointText = (topic: string, cell: string): string =>
  countWords(cell) <= 2 ? `${topic}: ${uncapital(cell)}` : withCapital(cell);

function points(header: readonly string[], rows: readonly string[][], head: { heading?: string }): Idea {
  const lines = rows.map((row): Line => {
    const name = row[0] as string;
    const cells = row
      .slice(1)
      .flatMap((cell, index) =>
        cell ? [countWords(cell) <= 2 ? `${uncapital(header[index + 1] as string)} ${cell}` : cell] : [],
      );
    const text = closed(`${capital(name)}: ${joined(cells)}`);
    return { text, weight: 2, leans: false, parts: [{ text: withCapital(name), say: quote(text, 0, 3) }] };
  });
  return { ...head, shape: { kind: 'points' }, lines };
}
