'use strict';

/** Backslashes, then a character that does not fit into one byte. */
const WIDE = /(\\*)([^\0-\xff])/g;

/**
 * The same program with every character beyond Latin-1 escaped. V8 keeps the text of a program as long as it runs, and
 * takes two bytes for each of its characters as soon as one needs them: a single arrow in a package doubles seven
 * megabytes. Holds in texts, templates, patterns and names; not in what `String.raw` is asked for.
 *
 * @param {string} program JavaScript
 * @returns {string}
 */
exports.oneByte = (program) =>
  program.replace(WIDE, (_found, backslashes, character) => {
    // A character that was escaped without need: an escape of its own takes the backslash's place.
    const kept = backslashes.length % 2 === 1 ? backslashes.slice(1) : backslashes;
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
