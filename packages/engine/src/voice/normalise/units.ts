/**
 * Units of measure: what their symbols are called, alone and joined ("km/h", "W/m²").
 */

type Name = readonly [one: string, many: string];

const PREFIXES: Readonly<Record<string, string>> = {
  n: 'nano',
  µ: 'micro',
  μ: 'micro',
  m: 'milli',
  k: 'kilo',
  M: 'mega',
  G: 'giga',
  T: 'tera',
  P: 'peta',
};

/** Units that take prefixes, with the ones in use. */
const PREFIXED: readonly (readonly [symbol: string, name: string, prefixes: string])[] = [
  ['m', 'meter', 'nµμmk'],
  ['g', 'gram', 'nµμmk'],
  ['s', 'second', 'nµμm'],
  ['W', 'watt', 'µμmkMGT'],
  ['V', 'volt', 'µμmkM'],
  ['A', 'amp', 'µμmk'],
  ['J', 'joule', 'mkMGT'],
  ['N', 'newton', 'mkM'],
  ['Pa', 'pascal', 'kMG'],
  ['eV', 'electronvolt', 'mkMGT'],
  ['Wh', 'watt hour', 'kMGT'],
  ['Ah', 'amp hour', 'm'],
  ['B', 'byte', 'kMGTP'],
  ['bit', 'bit', 'kMGT'],
  ['mol', 'mole', 'nµμmk'],
  ['Ω', 'ohm', 'mkM'],
  ['L', 'liter', 'µμm'],
  ['l', 'liter', 'µμm'],
  ['t', 'ton', 'kM'],
];

const PLAIN: Readonly<Record<string, Name>> = {
  Hz: ['hertz', 'hertz'],
  kHz: ['kilohertz', 'kilohertz'],
  MHz: ['megahertz', 'megahertz'],
  GHz: ['gigahertz', 'gigahertz'],
  THz: ['terahertz', 'terahertz'],
  cm: ['centimeter', 'centimeters'],
  dm: ['decimeter', 'decimeters'],
  cl: ['centiliter', 'centiliters'],
  dl: ['deciliter', 'deciliters'],
  dL: ['deciliter', 'deciliters'],
  hPa: ['hectopascal', 'hectopascals'],
  KB: ['kilobyte', 'kilobytes'],
  KiB: ['kibibyte', 'kibibytes'],
  MiB: ['mebibyte', 'mebibytes'],
  GiB: ['gibibyte', 'gibibytes'],
  TiB: ['tebibyte', 'tebibytes'],
  kbps: ['kilobit per second', 'kilobits per second'],
  Kbps: ['kilobit per second', 'kilobits per second'],
  Mbps: ['megabit per second', 'megabits per second'],
  Gbps: ['gigabit per second', 'gigabits per second'],
  Tbps: ['terabit per second', 'terabits per second'],
  kph: ['kilometer per hour', 'kilometers per hour'],
  mph: ['mile per hour', 'miles per hour'],
  fps: ['frame per second', 'frames per second'],
  rpm: ['turn per minute', 'turns per minute'],
  bpm: ['beat per minute', 'beats per minute'],
  ppm: ['part per million', 'parts per million'],
  ppb: ['part per billion', 'parts per billion'],
  min: ['minute', 'minutes'],
  mins: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  hr: ['hour', 'hours'],
  hrs: ['hour', 'hours'],
  sec: ['second', 'seconds'],
  secs: ['second', 'seconds'],
  yr: ['year', 'years'],
  yrs: ['year', 'years'],
  ft: ['foot', 'feet'],
  yd: ['yard', 'yards'],
  mi: ['mile', 'miles'],
  sq: ['square', 'square'],
  lb: ['pound', 'pounds'],
  lbs: ['pound', 'pounds'],
  oz: ['ounce', 'ounces'],
  gal: ['gallon', 'gallons'],
  ha: ['hectare', 'hectares'],
  cal: ['calorie', 'calories'],
  kcal: ['kilocalorie', 'kilocalories'],
  atm: ['atmosphere', 'atmospheres'],
  mbar: ['millibar', 'millibars'],
  psi: ['pound per square inch', 'pounds per square inch'],
  dB: ['decibel', 'decibels'],
  K: ['kelvin', 'kelvins'],
  C: ['coulomb', 'coulombs'],
  lm: ['lumen', 'lumens'],
  lx: ['lux', 'lux'],
  px: ['pixel', 'pixels'],
  pt: ['point', 'points'],
  ly: ['light year', 'light years'],
  AU: ['astronomical unit', 'astronomical units'],
  MP: ['megapixel', 'megapixels'],
  '°': ['degree', 'degrees'],
  º: ['degree', 'degrees'],
  '°C': ['degree celsius', 'degrees celsius'],
  '°F': ['degree fahrenheit', 'degrees fahrenheit'],
  '℃': ['degree celsius', 'degrees celsius'],
  '℉': ['degree fahrenheit', 'degrees fahrenheit'],
  '%': ['percent', 'percent'],
  '‰': ['per mille', 'per mille'],
};

const LENGTHS = new Set(['m', 'cm', 'mm', 'km', 'nm', 'dm', 'µm', 'μm', 'ft', 'mi', 'yd', 'px']);
/** As words of their own after a number these are something else: "5 C major chords", "Table 3 A", "10 K". */
const ONLY_GLUED = new Set(['A', 'C', 'B', 't', 'MP', 'pt', 'sq', 'cal', 'MA', 'l', 'px']);
const SYMBOLS = symbols();

function symbols(): Map<string, Name> {
  const names = new Map<string, Name>(Object.entries(PLAIN));
  for (const [symbol, name, prefixes] of PREFIXED) {
    names.set(symbol, [name, `${name}s`]);
    for (const prefix of prefixes) {
      const full = PREFIXES[prefix]! + name;
      names.set(prefix + symbol, [full, `${full}s`]);
    }
  }
  return names;
}

/**
 * The words for a unit, or undefined when `text` is none.
 * @param isOne whether there is exactly one of it
 * @param isGlued whether it is written directly behind its number
 */
export function unitWords(text: string, isOne: boolean, isGlued: boolean): string[] | undefined {
  if (!isGlued && ONLY_GLUED.has(text)) return undefined;
  const [first, ...others] = text.split('/');
  const counted = single(first!, isOne, false);
  if (!counted) return undefined;
  const words = [...counted];
  for (const other of others) {
    const per = single(other, true, true) ?? (/^[a-z]{3,}$/.test(other) ? [other] : undefined);
    if (!per) return undefined;
    words.push('per', ...per);
  }
  return words;
}

/** One unit with its power, possibly a product ("N·m"). */
function single(text: string, isOne: boolean, isDivisor: boolean): string[] | undefined {
  const factors = text.split(/[·⋅]/);
  if (factors.length > 1) {
    const parts = factors.map((factor, index) =>
      single(factor, isOne || index < factors.length - 1, isDivisor),
    );
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const match = /^(.+?)(?:\^?([23])|([²³]))?$/u.exec(text);
  if (!match) return undefined;
  const symbol = match[1]!;
  const name = SYMBOLS.get(symbol);
  if (!name) return undefined;
  const words = (isOne ? name[0] : name[1]).split(' ');
  const power = match[2] ?? (match[3] === '²' ? '2' : match[3] === '³' ? '3' : undefined);
  if (!power) return words;
  if (LENGTHS.has(symbol)) return [power === '2' ? 'square' : 'cubic', ...words];
  return symbol.length <= 3 ? [...words, power === '2' ? 'squared' : 'cubed'] : undefined;
}
