/**
 * The words of a phrase that carry its meaning, in forms that compare: without endings, in one spelling,
 * with room for a slip of the pen.
 */

/** Say nothing about the subject; left out everywhere. */
const EMPTY = new Set(
  `a an the of in on at by to for from with without into onto over under between about as and or nor but so if than then
   is are was were be been being am do does did done has have had can could would will shall should may might must
   it its this that these those there here he she they we you i me us him her them my your our their his one's
   what why how who whom whose where when which vs versus via per not no all any some every each own
   work works worked working happen happens happened explain explained mean means meaning matter matters basics basic
   really actually exactly simply just ever even also too very get gets got come comes came up out off`.split(
    /\s+/,
  ),
);

/** Often part of a question without being its subject: they need not be named in a note's titles. */
const LIGHT = new Set(
  `invent invents invented discover discovers discovered make makes made form forms formed cause causes caused use used uses become becomes affect affects go goes went
   help helps different differ differs
   difference differences important people someone something`.split(/\s+/),
);

/** Verbs and manners that a clause ("why do debts grow so fast") may add to its subject without changing it. */
const LIGHT_IN_A_CLAUSE = new Set(
  `find finds found tell tells told keep keeps kept create creates
   created produce produces produced generate generates generated detect detects detected communicate communicates
   survive survives survived exist exists existed appear appears appeared protect protects protected change changes
   changed world start starts started end ends ended begin begins began grow grows grew last lasts lasted need needs
   needed take takes took give gives gave turn turns turned let lets stay stays stayed know knows knew
   fast faster quickly slow slower slowly well badly easily much many more less often always never so today
   big small bad good better safe dangerous expensive cheap popular famous special hard easy powerful strong`.split(
    /\s+/,
  ),
);

/** Forms and spellings that no rule below brings together. */
// biome-ignore format: a table
const SPELLINGS: Record<string, string> = {
  centre: 'center', metre: 'meter', litre: 'liter', fibre: 'fiber', theatre: 'theater', calibre: 'caliber',
  aeroplane: 'airplane', aluminium: 'aluminum', sulphur: 'sulfur', grey: 'gray', tyre: 'tire', programme: 'program',
  catalogue: 'catalog', maths: 'math', mathematics: 'math', ageing: 'aging', defence: 'defense', licence: 'license',
  mould: 'mold', plough: 'plow', mice: 'mouse', teeth: 'tooth', feet: 'foot', children: 'child', men: 'man',
  women: 'woman', leaves: 'leaf', wolves: 'wolf', knives: 'knife', lives: 'life', bacteria: 'bacterium', fungi: 'fungus',
  nuclei: 'nucleus', phenomena: 'phenomenon', vertices: 'vertex', matrices: 'matrix', indices: 'index', axes: 'axis',
  crises: 'crisis', analyses: 'analysis', geese: 'goose', loaves: 'loaf', halves: 'half', shelves: 'shelf',
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10',
  first: '1st', second: '2nd', third: '3rd', ii: '2', iii: '3',
  flew: 'fly', built: 'build', fell: 'fall', froze: 'freeze', grew: 'grow', began: 'begin',
  broke: 'break', caught: 'catch', fought: 'fight', won: 'win', rose: 'rise', ran: 'run', sank: 'sink', slept: 'sleep',
};

/** The words of `text` in order, lower case, accents and possessives off, hyphens dividing. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/\bu\.s\.(?:a\.)?/g, 'usa')
    .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/'s\b|s'(?=\s|$)/g, (ending) => (ending === "s'" ? 's' : ''))
    .replace(/'/g, '');
  return plain.match(/[\p{L}\p{N}]+[+#]*/gu) ?? [];
}

/** The words of `text` that carry meaning, in order, light ones included. */
export function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => !EMPTY.has(word));
}

export function isLight(word: string, isClause: boolean): boolean {
  return LIGHT.has(word) || (isClause && LIGHT_IN_A_CLAUSE.has(word));
}

const known = new Map<string, string[]>();

/** The forms under which a word may equal another: in one spelling, singular, without -ing, -ed and -ion. */
export function formsOf(word: string): string[] {
  const found = known.get(word);
  if (found) return found;
  const forms = new Set<string>();
  for (const base of singulars(SPELLINGS[word] ?? word)) {
    const spelt = oneSpelling(SPELLINGS[base] ?? base);
    forms.add(spelt);
    const stem = /^(.*[aeiouy].*[^e])(?:ing|ed)$/.exec(spelt)?.[1];
    if (stem !== undefined && stem.length >= 3) {
      forms.add(stem);
      forms.add(`${stem}e`);
      if (/([bdgklmnprtv])\1$/.test(stem)) forms.add(stem.slice(0, -1));
    }
  }
  for (const form of [...forms]) {
    if (form.length < 8 || !/[st]ion$/.test(form)) continue;
    forms.add(form.slice(0, -3));
    forms.add(`${form.slice(0, -3)}e`);
  }
  const list = [...forms];
  known.set(word, list);
  return list;
}

export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const forms = formsOf(b);
  return formsOf(a).some((form) => forms.includes(form));
}

/** True when `typed` is probably a slip for `meant`: same first letter, one letter off (two in a long word). */
export function isSlipOf(typed: string, meant: string): boolean {
  const shorter = Math.min(typed.length, meant.length);
  if (shorter < 5 || typed[0] !== meant[0] || /\d/.test(typed + meant)) return false;
  const distance = lettersApart(typed, meant);
  if (distance === 0) return false;
  // One letter for another makes a different word too often to forgive it in a short one (solar, polar).
  if (typed.length === meant.length && shorter < 7) return distance === 1 && isSwap(typed, meant);
  return distance <= (shorter >= 9 ? 2 : 1);
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** Letters changed, added, lost or swapped with their neighbour. */
export function lettersApart(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

function singulars(word: string): string[] {
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return [word];
  if (word.endsWith('ies') && word.length > 4) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return [word.slice(0, -1)];
}

/** British and American spellings brought together; what matters is only that both sides end alike. */
function oneSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/our(?=$|[a-z])/, 'or')
    .replace(/is(?=e$|ed$|ing$|ation$|er$)/, 'iz')
    .replace(/ys(?=e$|ed$|ing$|er$)/, 'yz')
    .replace(/ll(?=ing$|ed$|er$)/, 'l')
    .replace(/(?<=.)(?:ae|oe)(?=.{3})/, 'e');
}
