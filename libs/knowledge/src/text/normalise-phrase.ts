/**
 * The form in which two phrases count as the same: compatibility characters unified, lower case, hyphens and
 * punctuation as spaces, single spaces.
 */
export function normalisePhrase(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}%+<>/.]+/gu, ' ')
    .trim();
}
