import { randomBytes } from 'node:crypto';

/** Crockford's base 32: without I, L, O and U, so that nothing is read for another and no words come about. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/**
 * A code that somebody reads out or copies by hand: 5 bits a character.
 *
 * @param bytes at least `length` of them, each good for one character; random ones where left out
 */
export const humanCode = (length: number, bytes: Uint8Array = randomBytes(length)): string =>
  Array.from(bytes.subarray(0, length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');

/** A code as it is looked up, however it was typed: case, hyphens and spaces do not matter, and O is a nought. */
export const readHumanCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** A code as it is shown, in groups: `K7QF-2M9X`. */
export const showHumanCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${String(GROUP)}}`, 'g')) ?? []).join('-');
