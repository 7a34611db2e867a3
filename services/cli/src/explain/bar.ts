/** Blocks that fill one eighth to seven eighths of a character. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A probability as a bar of `width` characters, exact to an eighth of one and padded with spaces.
 *
 * @param probability 0..1; what lies outside is cut off
 */
export function bar(probability: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(probability, 0), 1) * width * EIGHTHS.length);
  const full = Math.floor(eighths / EIGHTHS.length);
  return `${'█'.repeat(full)}${EIGHTHS[eighths % EIGHTHS.length] ?? ''}`.padEnd(width);
}
