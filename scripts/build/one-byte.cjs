'use strict';

/** Backslashes, then a character that does not fit into one byte. */
const WIDE = /(\\*)([^\0-\xff])/g;

/** A text that is taken as it is written, escapes and all. */
const RAW = /\bString\.raw`[^`]*[^\0-\xff`][^`]*`/;

/**
 * The same program with every character beyond Latin-1 escaped. V8 keeps the text of a program as long as it runs, and
 * takes two bytes for each of its characters as soon as one needs them: a single arrow in a package doubles seven
 * megabytes. Holds in texts, templates, patterns and names.
 *
 * @param {string} program JavaScript
 * @returns {string}
 * @throws {Error} where `String.raw` is asked for such a character, which an escape would change
 */
exports.oneByte = (program) => {
  const raw = RAW.exec(program);
  if (raw !== null) throw new Error(`write this without String.raw: ${raw[0].slice(0, 200)}`);
  return program.replace(WIDE, (_found, backslashes, character) => {
    // A character that was escaped without need: an escape of its own takes the backslash's place.
    const kept = backslashes.length % 2 === 1 ? backslashes.slice(1) : backslashes;
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
};
