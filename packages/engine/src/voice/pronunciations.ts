/**
 * Words flite says wrong, with the sounds they should have, and flite's own form of that list.
 * Sounds are the CMU dictionary's, `1` behind the stressed vowel and `0` behind the others.
 */

const PRONUNCIATIONS: Readonly<Record<string, string>> = {
  alveoli: 'ae0 l v iy1 ax0 l ay0',
  antimony: 'ae1 n t ax0 m ow0 n iy0',
  apps: 'ae1 p s',
  async: 'ey1 s ih0 ng k',
  beidou: 'b ey1 d ow0',
  blockchain: 'b l aa1 k ch ey0 n',
  boolean: 'b uw1 l iy0 ax0 n',
  bronchi: 'b r aa1 ng k ay0',
  bullseye: 'b uh1 l z ay0',
  centimetre: 's eh1 n t ax0 m iy0 t er0',
  chatbot: 'ch ae1 t b aa0 t',
  ciphertext: 's ay1 f er0 t eh0 k s t',
  cortisol: 'k ao1 r t ax0 s ao0 l',
  cosine: 'k ow1 s ay0 n',
  cryptocurrency: 'k r ih0 p t ow0 k er1 ax0 n s iy0',
  cytokine: 's ay1 t ax0 k ay0 n',
  debug: 'd iy0 b ah1 g',
  decrypt: 'd iy0 k r ih1 p t',
  descartes: 'd ey0 k aa1 r t',
  diffie: 'd ih1 f iy0',
  diode: 'd ay1 ow0 d',
  dijkstra: 'd ay1 k s t r ax0',
  eigenvalue: 'ay1 g ax0 n v ae0 l y uw0',
  eigenvector: 'ay1 g ax0 n v eh0 k t er0',
  enginex: 'eh1 n jh ax0 n eh0 k s',
  ethernet: 'iy1 th er0 n eh0 t',
  ethereum: 'ih0 th ih1 r iy0 ax0 m',
  exponential: 'eh0 k s p ow0 n eh1 n sh ax0 l',
  fasade: 'f ax0 s aa1 d',
  fibonacci: 'f ih0 b ax0 n aa1 ch iy0',
  forager: 'f ao1 r ih0 jh er0',
  fourier: 'f uh1 r iy0 ey0',
  gagarin: 'g ax0 g aa1 r ih0 n',
  gaussian: 'g aw1 s iy0 ax0 n',
  gigabyte: 'g ih1 g ax0 b ay0 t',
  gigahertz: 'g ih1 g ax0 hh er0 t s',
  gigawatt: 'g ih1 g ax0 w aa0 t',
  git: 'g ih1 t',
  gitlab: 'g ih1 t l ae0 b',
  github: 'g ih1 t hh ah0 b',
  goroutine: 'g ow1 r uw0 t iy0 n',
  graphene: 'g r ae1 f iy0 n',
  gutenberg: 'g uw1 t ax0 n b er0 g',
  haemoglobin: 'hh iy1 m ax0 g l ow0 b ih0 n',
  hammurabi: 'hh ae0 m uh0 r aa1 b iy0',
  hexadecimal: 'hh eh0 k s ax0 d eh1 s ax0 m ax0 l',
  huygens: 'hh oy1 g ax0 n z',
  indices: 'ih1 n d ih0 s iy0 z',
  integer: 'ih1 n t ih0 jh er0',
  isobutane: 'ay0 s ow0 b y uw1 t ey0 n',
  javascript: 'jh aa1 v ax0 s k r ih0 p t',
  jaypeg: 'jh ey1 p eh0 g',
  jayson: 'jh ey1 s ax0 n',
  kilocalorie: 'k ih1 l ax0 k ae0 l er0 iy0',
  kilojoule: 'k ih1 l ax0 jh uw0 l',
  kilometer: 'k ih0 l aa1 m ax0 t er0',
  kilometre: 'k ih0 l aa1 m ax0 t er0',
  knuth: 'k n uw1 th',
  kubernetes: 'k uw0 b er0 n eh1 t iy0 z',
  laplace: 'l ax0 p l aa1 s',
  leibniz: 'l ay1 b n ih0 t s',
  ligase: 'l ay1 g ey0 s',
  litre: 'l iy1 t er0',
  meridian: 'm er0 ih1 d iy0 ax0 n',
  megapascal: 'm eh1 g ax0 p ae0 s k ae0 l',
  metadata: 'm eh1 t ax0 d ey0 t ax0',
  metre: 'm iy1 t er0',
  microsecond: 'm ay1 k r ow0 s eh0 k ax0 n d',
  millimole: 'm ih1 l ax0 m ow0 l',
  milliamp: 'm ih1 l iy0 ae0 m p',
  millimetre: 'm ih1 l ax0 m iy0 t er0',
  mitosis: 'm ay0 t ow1 s ih0 s',
  modulo: 'm aa1 jh ax0 l ow0',
  nanometer: 'n ae1 n ow0 m iy0 t er0',
  nanometre: 'n ae1 n ow0 m iy0 t er0',
  nanosecond: 'n ae1 n ow0 s eh0 k ax0 n d',
  nassa: 'n ae1 s ax0',
  neap: 'n iy1 p',
  neighbour: 'n ey1 b er0',
  numerator: 'n uw1 m er0 ey0 t er0',
  operand: 'aa1 p er0 ae0 n d',
  organise: 'ao1 r g ax0 n ay0 z',
  organised: 'ao1 r g ax0 n ay0 z d',
  petabyte: 'p eh1 t ax0 b ay0 t',
  phloem: 'f l ow1 ax0 m',
  poincare: 'p w ae1 n k aa0 r ey0',
  postgres: 'p ow1 s t g r eh0 s',
  prometheus: 'p r ax0 m iy1 th iy0 ax0 s',
  pythagoras: 'p ax0 th ae1 g er0 ax0 s',
  pytorch: 'p ay1 t ao0 r ch',
  numpy: 'n ah1 m p ay0',
  radii: 'r ey1 d iy0 ay0',
  rayleigh: 'r ey1 l iy0',
  redis: 'r eh1 d ih0 s',
  resolver: 'r ih0 z aa1 l v er0',
  ribosome: 'r ay1 b ax0 s ow0 m',
  riemann: 'r iy1 m aa0 n',
  satnav: 's ae1 t n ae0 v',
  schema: 's k iy1 m ax0',
  schrodinger: 'sh r ow1 d ih0 ng er0',
  semaphore: 's eh1 m ax0 f ao0 r',
  solstice: 's aa1 l s t ax0 s',
  stomata: 's t ow1 m ax0 t ax0',
  struct: 's t r ah1 k t',
  systolic: 's ih0 s t aa1 l ih0 k',
  telomere: 't eh1 l ax0 m ih0 r',
  tensorflow: 't eh1 n s er0 f l ow0',
  terawatt: 't eh1 r ax0 w aa0 t',
  thowzanth: 'th aw1 z ax0 n th',
  thymus: 'th ay1 m ax0 s',
  triphosphate: 't r ay0 f aa1 s f ey0 t',
  tuple: 't ah1 p ax0 l',
  twelf: 't w eh1 l f th',
  ubuntu: 'uw0 b uh1 n t uw0',
  unicode: 'y uw1 n ih0 k ow0 d',
  vacuole: 'v ae1 k y uw0 ow0 l',
  vapour: 'v ey1 p er0',
  waggle: 'w ae1 g ax0 l',
  webassembly: 'w eh1 b ax0 s eh0 m b l iy0',
  xylem: 'z ay1 l ax0 m',
  yunus: 'y uw1 n ax0 s',
};

/** flite spells out what it finds unpronounceable before it looks at the list: such words get another spelling. */
const RESPELLED: Readonly<Record<string, string>> = {
  thousandth: 'thowzanth',
  thousandths: 'thowzanths',
  twelfths: 'twelfs',
  nginx: 'enginex',
};

const HISSES = /(?:s|z|sh|zh|ch|jh)$/;
const VOICELESS = /(?:p|t|k|f|th)$/;

let file: Uint8Array | undefined;

/** The list, with the plurals and possessives of its words, in the form flite's `-add_lex` reads. */
export function pronunciationFile(): Uint8Array {
  file ??= new TextEncoder().encode(
    pronunciations()
      .map(([word, sounds]) => `${word} : ${sounds}\n`)
      .join(''),
  );
  return file;
}

export function pronunciations(): [word: string, sounds: string][] {
  return Object.entries(PRONUNCIATIONS).flatMap(([word, sounds]) => {
    const ending = HISSES.test(sounds) ? 'ih0 z' : VOICELESS.test(sounds) ? 's' : 'z';
    const more = HISSES.test(sounds) ? [] : [`${word}s`];
    return [[word, sounds], ...more.map((plural): [string, string] => [plural, `${sounds} ${ending}`])];
  });
}

/** The word or text with the spellings under which flite finds its words in the list. */
export function respelled(text: string): string {
  return text.replace(/[a-z]+/g, (word) => (Object.hasOwn(RESPELLED, word) ? RESPELLED[word]! : word));
}
