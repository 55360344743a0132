/** What a password must be: long enough to resist guessing, and not one that is guessed first. */
import { Fault } from '../errors.ts';

/** Characters. */
export const SHORTEST_PASSWORD = 10;
/** A longer one would let a stranger make the server hash for long. */
export const LONGEST_PASSWORD = 128;

/** @throws Fault `bad_request` */
export function assertGoodPassword(password: string, email = ''): void {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw new Fault(
      'bad_request',
      `The password must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
    );
  const lower = password.toLowerCase();
  const address = email.toLowerCase();
  if (address && (lower === address || lower === address.split('@')[0]))
    throw new Fault('bad_request', 'The password must not be the e-mail address; choose another.');
  if (new Set(lower).size < 5 || SEQUENCES.some((sequence) => sequence.includes(lower)) || COMMON.test(lower))
    throw new Fault('bad_request', 'This password is among the first to be guessed; choose another.');
}

/** Keys in the order of the alphabet or the keyboard. */
const SEQUENCES = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];
const COMMON =
  /^(pass ?word|passw0rd|p@ssw(o|0)rd|qwerty|letmein|welcome|admin|chalktalk|changeme)[\d!@#$%.]*$/;
