/**
 * Which runs of capitals are said as words ("NASA") and which letter by letter ("API").
 */

const WORDS = new Set(
  (
    'NASA RAM ROM NATO JPEG MPEG LASER RADAR SONAR SCUBA UNESCO UNICEF OPEC AIDS COVID SIM PIN GIF ZIP BIOS CAPTCHA ' +
    'CRISPR FIFA UEFA NAFTA SWAT VAT PET CAT CERN NET WAN LAN SAAS REST SOAP CRUD AJAX LIDAR MIDI WASM ' +
    'YAML TOML NAND NOR XOR AND OR NOT IF ELSE FOR SELECT FROM WHERE JOIN GROUP ORDER INSERT UPDATE DELETE TABLE ' +
    'GET POST PUT PATCH HEAD TRUE FALSE NULL ASCII UNIX LINUX COBOL FORTRAN BASIC LISP PASCAL SPAM BERT ' +
    'LORAN PASSWORD ERROR HELLO WORLD STOP START OPEN CLOSED YES NO WI FI ASAP GABA ROSA JET MAX MIN SUM CASE'
  ).split(' '),
);

/** Said letter by letter although they look like words, or are written in small letters. */
const LETTERS = new Set(
  (
    'ai api aws cia dna rna ecg eeg esa eta eu faq fbi gps gpu cpu gui hiv http https html css icu id ide imf io ios ip ' +
    'isp it iq js ssl tls tcp udp dns ssh ftp smtp imap url uri usa usb uk un us uv vpn xml pdf png svg sdk ' +
    'ui ux bbc ceo cfo cto co ph led lcd oled cd dvd tv pc ok gdp nhs mri ct abs atm bmi nfc rfid aes rsa ' +
    'md npm ietf ieee w3c ipo ira irs eps esp ecu evm ev evs ir iaea ' +
    'ide iot aka oop orm ec edi ussr'
  ).split(' '),
);
/** In small letters these are spelled too; most of the others are words then ("it", "us", "led", "id"). */
const SMALL_LETTERS = new Set(
  'api dna rna http https html css gpu cpu gui ssl tls tcp udp dns ssh ftp smtp url uri usb vpn xml pdf png svg sdk npm js'.split(
    ' ',
  ),
);
/** Said in a way of their own. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  SQL: ['sequel'],
  MySQL: ['my', 'sequel'],
  JSON: ['jayson'],
  GUI: ['gooey'],
  IEEE: ['i', 'triple', 'e'],
  SHA: ['shah'],
  ISO: ['eyeso'],
  JPEG: ['jaypeg'],
  JPG: ['jaypeg'],
  MPEG: ['empeg'],
  BIOS: ['byeoss'],
  CMOS: ['seemoss'],
  SaaS: ['sass'],
  PhD: ['p', 'h', 'd'],
  WASM: ['wazzem'],
  IUPAC: ['eyeupack'],
  OAuth: ['oh', 'auth'],
  WWW: ['triple', 'w'],
  NASA: ['nassa'],
  kubectl: ['cube', 'control'],
  PostgreSQL: ['postgres', 'q', 'l'],
  SQLite: ['sequel', 'light'],
  nginx: ['nginx'],
  LaTeX: ['lay', 'tech'],
  NaCl: ['n', 'ay', 'c', 'l'],
};

/** In code and file names they are written small. */
const SMALL_OWN = new Map(
  ['SQL', 'MySQL', 'JSON', 'SHA', 'JPEG', 'JPG', 'MPEG', 'PostgreSQL', 'SQLite', 'WWW'].map((own) => [
    own.toLowerCase(),
    own,
  ]),
);

/** What a word is said as that is neither read nor spelled, or undefined. */
export function ownReading(word: string): readonly string[] | undefined {
  if (Object.hasOwn(OWN, word)) return OWN[word];
  const small = SMALL_OWN.get(word);
  return small === undefined ? undefined : OWN[small];
}

/** Whether a run of capitals is read letter by letter. */
export function isSpelled(capitals: string): boolean {
  if (WORDS.has(capitals)) return false;
  if (capitals.length < 2 || LETTERS.has(capitals.toLowerCase())) return true;
  if (capitals.length <= 3) return true;
  return !isPronounceable(capitals.toLowerCase());
}

/** Whether a word in small letters is a known name of letters ("https"), or has no vowel to say it with. */
export function isSpelledSmall(word: string): boolean {
  return SMALL_LETTERS.has(word) || (word.length > 1 && !/[aeiouy]/.test(word));
}

/** Consonants and vowels take turns closely enough for an English mouth. */
function isPronounceable(word: string): boolean {
  if (!/[aeiouy]/.test(word)) return false;
  const opening = /^[^aeiouy]*/.exec(word)![0];
  const closing = /[^aeiouy]*$/.exec(word)![0];
  const isOpening =
    opening.length < 2 ||
    /^(?:[bcfgkp][lr]|[dt]r|s[cklmnpqtw]|s[cpt]r|sh|ch|th|wh|qu|str|spl|thr)$/.test(opening);
  const isClosing =
    closing.length < 2 ||
    /^(?:[lnr][dkmnpst]|ck|ch|sh|th|ng|nk|nt|ss|ll|ff|st|sk|sp|mp|ft|ct|pt|rt|rm|cks|ngs?)$/.test(closing);
  return isOpening && isClosing && !/[^aeiouy]{4}|[aeiou]{3}/.test(word);
}
