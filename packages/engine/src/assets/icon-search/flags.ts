/** Flags and brand marks: shown only where they are named as such, never by a chance of spelling. */
import { countryOfAdjective, findCountry, isAmbiguous } from '../places/countries.ts';
import type { Named } from './names.ts';
import { BRANDS, FLAGS, namesOf } from './sets.ts';

/** Flags of what is no country. */
const UNIONS: Readonly<Record<string, string>> = {
  'european union': 'eu',
  eu: 'eu',
  europe: 'eu',
  'united nations': 'un',
  un: 'un',
  nato: 'nato',
  england: 'gb-eng',
  english: 'gb-eng',
  scotland: 'gb-sct',
  scottish: 'gb-sct',
  wales: 'gb-wls',
  welsh: 'gb-wls',
};

/** Brands that mean nothing else: their bare name is enough. Others need to be called a logo. */
const KNOWN = new Set(
  (
    'bitcoin bluetooth cloudflare debian docker dropbox ebay ethereum facebook figma firefox github gitlab google ' +
    'instagram javascript kubernetes linkedin linux mastodon mongodb mozilla mysql netflix nginx nodejs nvidia paypal ' +
    'php pinterest playstation postgresql pytorch raspberrypi reddit redis spotify telegram tensorflow tiktok ' +
    'typescript ubuntu whatsapp wikipedia wordpress youtube'
  ).split(' '),
);

/** "flag of France", "French flag", "the flag of the EU"; a country's bare name is its flag too. */
export function flagOf(meaning: string): Named | null {
  const text = meaning.trim();
  const of = /\bflag (?:of|for) (.+)$/i.exec(text)?.[1];
  const before = /^(?:the |an? )?(.+?)(?:'s|’s)? flag$/i.exec(text)?.[1];
  const named = of ?? before;
  if (named) return byPlace(named);
  const country = isAmbiguous(text) ? undefined : findCountry(text);
  return country ? flag(country.code) : null;
}

/** "GitHub logo", "logo of Wikipedia"; a brand that means nothing else by its bare name. */
export function brandOf(meaning: string): Named | null {
  const text = meaning.trim();
  const named =
    /\blogo (?:of|for) (.+)$/i.exec(text)?.[1] ?? /^(?:the |an? )?(.+?)(?:'s|’s)? logo$/i.exec(text)?.[1];
  const bare = spell(named ?? text);
  if (!bare || (!named && !KNOWN.has(bare))) return null;
  const names = namesOf(BRANDS);
  const name = [bare, bare.replace(/js$/, 'dotjs')].find((candidate) => names.has(candidate));
  return name ? { set: BRANDS, name } : null;
}

/** As the set spells names: "C++" is `cplusplus`, "Node.js" `nodedotjs`. */
function spell(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll('.', 'dot')
    .replace(/[^a-z0-9]/g, '');
}

function byPlace(name: string): Named | null {
  const plain = name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim();
  const code = UNIONS[plain] ?? (findCountry(plain) ?? countryOfAdjective(plain))?.code;
  return code ? flag(code) : null;
}

function flag(code: string): Named | null {
  return namesOf(FLAGS).has(code) ? { set: FLAGS, name: code } : null;
}
