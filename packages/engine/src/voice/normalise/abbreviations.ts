/**
 * Written short, said long: "e.g.", "Dr.", "vs.". Matched with their dots, before punctuation is taken off.
 */

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'e.g.': 'for example',
  'i.e.': 'that is',
  'etc.': 'et cetera',
  'vs.': 'versus',
  vs: 'versus',
  'approx.': 'approximately',
  'cf.': 'compare',
  'al.': 'al',
  'Dr.': 'doctor',
  'Mr.': 'mister',
  'Mrs.': 'missus',
  'Ms.': 'miz',
  Dr: 'doctor',
  Mr: 'mister',
  Mrs: 'missus',
  Ms: 'miz',
  'Prof.': 'professor',
  'St.': 'saint',
  'Fig.': 'figure',
  'Eq.': 'equation',
  'Vol.': 'volume',
  'Inc.': 'incorporated',
  'Ltd.': 'limited',
  'Corp.': 'corporation',
  'Jr.': 'junior',
  'Sr.': 'senior',
  'w/': 'with',
  'w/o': 'without',
  'a.m.': 'ay m',
  'p.m.': 'p m',
  'a.m': 'ay m',
  'p.m': 'p m',
  nth: 'enth',
  hmm: 'hum',
  shh: 'shush',
  'Ph.D.': 'p h d',
};
/** Only before a number ("No. 5"); otherwise they are letters that end a sentence. */
const BEFORE_NUMBER: Readonly<Record<string, string>> = {
  'ca.': 'around',
  'c.': 'around',
  'No.': 'number',
  'no.': 'number',
  'p.': 'page',
  'pp.': 'pages',
  'Ch.': 'chapter',
};

/** The words for an abbreviation, or undefined. `next` is the word after it. */
export function readAbbreviation(text: string, next: string): string[] | undefined {
  if (Object.hasOwn(BEFORE_NUMBER, text) && /^\d/.test(next)) return [BEFORE_NUMBER[text]!];
  return Object.hasOwn(ABBREVIATIONS, text) ? ABBREVIATIONS[text]!.split(' ') : undefined;
}
