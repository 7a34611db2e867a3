/** Letters and single spaces: most phrases, and nothing in them to replace. */
const PLAIN = /^\p{L}+(?: \p{L}+)*$/u;

/**
 * The form in which two phrases count as the same: compatibility characters unified, lower case, hyphens and
 * punctuation (but decimal points) as spaces, single spaces.
 */
export function normalisePhrase(phrase: string): string {
  const lowered = phrase.normalize('NFKC').toLowerCase();
  if (PLAIN.test(lowered)) return lowered;
  return lowered
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}%+<>/.]+|\.(?!\d)/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
}
