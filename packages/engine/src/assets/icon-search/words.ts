/** How a meaning is read: lower case, singular, without the little words, as a phrase of words. */

const LITTLE = new Set([
  'a',
  'an',
  'the',
  'your',
  'my',
  'our',
  'their',
  'his',
  'her',
  'its',
  'this',
  'that',
  'some',
  'one',
]);

/** Words that end in s and are not plurals, or whose singular the rules below would miss. */
const SINGULAR: Readonly<Record<string, string>> = {
  lens: 'lens',
  gas: 'gas',
  bus: 'bus',
  virus: 'virus',
  atlas: 'atlas',
  chess: 'chess',
  news: 'news',
  physics: 'physics',
  mathematics: 'mathematics',
  economics: 'economics',
  dns: 'dns',
  https: 'https',
  gps: 'gps',
  tls: 'tls',
  css: 'css',
  aids: 'aids',
  photosynthesis: 'photosynthesis',
  mitosis: 'mitosis',
  analysis: 'analysis',
  synthesis: 'synthesis',
  basis: 'basis',
  thesis: 'thesis',
  series: 'series',
  species: 'species',
  always: 'always',
  plus: 'plus',
  minus: 'minus',
  focus: 'focus',
  campus: 'campus',
  census: 'census',
  cactus: 'cactus',
  octopus: 'octopus',
  nucleus: 'nucleus',
  fungus: 'fungus',
  wireless: 'wireless',
  press: 'press',
  process: 'process',
  access: 'access',
  address: 'address',
  glasses: 'glasses',
  scissors: 'scissors',
  mice: 'mouse',
  men: 'man',
  women: 'woman',
  people: 'people',
  children: 'child',
  teeth: 'tooth',
  feet: 'foot',
  geese: 'goose',
  lives: 'life',
  leaves: 'leaf',
  wolves: 'wolf',
  knives: 'knife',
  halves: 'half',
  bacteria: 'bacterium',
  fungi: 'fungus',
  nuclei: 'nucleus',
  neurones: 'neuron',
  neurone: 'neuron',
  dice: 'die',
  data: 'data',
  shoes: 'shoe',
  canoes: 'canoe',
  bikes: 'bike',
  ties: 'tie',
  pies: 'pie',
  cookies: 'cookie',
  movies: 'movie',
  selfies: 'selfie',
  calories: 'calorie',
  genies: 'genie',
  zombies: 'zombie',
  caches: 'cache',
  axes: 'axe',
  waves: 'wave',
  lungs: 'lungs',
  mars: 'mars',
  venus: 'venus',
  uranus: 'uranus',
  paris: 'paris',
  colours: 'colour',
  jeans: 'jeans',
  stairs: 'stairs',
  headphones: 'headphones',
};

/** The words that carry the meaning, as they stand: `Three busy servers` gives `three`, `busy`, `servers`. */
export function spelledWordsOf(meaning: string): string[] {
  const words = meaning
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]s\b/g, '')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9+#&]+/)
    .filter(Boolean);
  const kept = words.filter((word) => !LITTLE.has(word));
  return kept.length > 0 ? kept : words;
}

/** The words that carry the meaning, each in the singular. */
export function wordsOf(meaning: string): string[] {
  return spelledWordsOf(meaning).map(singular);
}

export function singular(word: string): string {
  const known = SINGULAR[word];
  if (known) return known;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('oes')) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Words whose meaning hangs on the word before them: "power plant" is no plant, "river bank" no bank. */
const SHIFTING = new Set(
  (
    'plant bank cell mouse table point state line key star press power field board bill note ring root party watch ' +
    'spring match bar block branch class code court degree drive fly hook iron jam nail palm pen pitch race scale seal ' +
    'second shell shot stage tie trunk well hole tree wave light ball bow can case change charge chip cup current date ' +
    'head horn kind leg mean mine model mole net operator order organ park pass pool port position pound program ram ' +
    'rock sign sink square star strike table tank time top trip unit wing wood body hand face back arm foot film base ' +
    'law number set string stack queue heap tower bridge gate window pipe bus driver server thread bug drop machine carrier function miner core particle blade controller rule list wedge tape race paper jam landing arrow up down left right facing'
  ).split(' '),
);

const DENIED = new Set([
  'no',
  'not',
  'without',
  'non',
  'never',
  'missing',
  'lost',
  'broken',
  'dead',
  'fake',
  'anti',
]);

/** Words after which a phrase says more of what it named: a "bridge in the fog" is a bridge. */
const LINKS = new Set('of on in with at under from for into'.split(' '));

/**
 * The phrases a meaning may be looked up by, surest first: the whole, then what it is a kind of, with fewer and
 * fewer describing words before it. Denials and words that change with their neighbour are only looked up whole.
 */
export function headsOf(words: readonly string[]): string[][] {
  const heads = [[...words]];
  if (words.some((word) => DENIED.has(word))) return heads;
  const of = words.findIndex((word) => LINKS.has(word));
  const core = of > 0 ? words.slice(0, of) : words;
  if (of > 0) heads.push([...core]);
  for (let from = 1; from < core.length; from += 1) heads.push(core.slice(from));
  return heads.filter((head, index) => index === 0 || head.length > 1 || !SHIFTING.has(head[0]!));
}

/** True when a single word says too little to be looked up among names that end in it. */
export function shifts(word: string): boolean {
  return SHIFTING.has(word);
}
