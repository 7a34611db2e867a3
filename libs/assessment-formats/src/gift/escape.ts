/** Characters that steer a GIFT file. */
const STEERING = /[\\~=#{}:]/g;

/**
 * A text as GIFT holds it: what steers is escaped, line ends are written as `\n`, and the arrow of a pair, which GIFT cannot escape, is
 * written as the character that it stands for.
 */
export const escaped = (text: string): string =>
  text
    .replaceAll('->', '→')
    .replace(STEERING, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n');
