/** Shorter words are too near to one another. */
const LONG_ENOUGH = 6;

/**
 * The known word that a long unknown one is a misspelling of: one letter more, less or other, the first being right.
 * Undefined where there is none, or more than one.
 */
export function repairSpelling(word: string, known: Iterable<string>): string | undefined {
  if (word.length < LONG_ENOUGH || !/^\p{Script=Latin}+$/u.test(word)) return undefined;
  let found: string | undefined;
  for (const each of known) {
    if (each[0] !== word[0] || !isOneLetterOff(word, each)) continue;
    if (found !== undefined) return undefined;
    found = each;
  }
  return found;
}

function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
