/** Kinds of settings, each of which says what it must be: that is what a refusal tells. */
import { z } from 'zod';

/** What a setting must be, in words that follow "must be". */
type Must = string;

const refuse = (must: Must) => ({ error: must });

export function whole(least: number, most: number, unit = '') {
  const must = refuse(`a whole number from ${least} to ${most}${unit && ` ${unit}`}`);
  return z.int(must).min(least, must).max(most, must);
}

export function number(least: number, most: number) {
  const must = refuse(`a number from ${least} to ${most}`);
  return z.number(must).min(least, must).max(most, must);
}

export function yes() {
  return z.boolean(refuse('true or false'));
}

export function text(most = 1000, must = `a text of 1 to ${most} characters`) {
  return z.string(refuse(must)).min(1, refuse(must)).max(most, refuse(must));
}

export function texts(must: Must, most = 100) {
  return z.array(text(4000, must), refuse(must)).max(most, refuse(must));
}

export function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values, refuse(`one of ${values.join(', ')}`));
}

/** An address of the form protocol://…, without a trailing slash. */
export function address(protocols: string[], example: string) {
  const must = `an address like ${example}`;
  return text(2000, must)
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), refuse(must))
    .transform((value) => value.replace(/\/+$/, ''));
}
